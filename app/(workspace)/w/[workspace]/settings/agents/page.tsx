import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { SectionHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { firstName } from "@/lib/domain/person/first-name";
import { readAgents } from "@/lib/queries/read-agents";
import { AddAgent } from "./_components/add-agent";
import { AgentList } from "./_components/agent-list";
import { AskForAgent } from "./_components/ask-for-agent";
import { ProgramsPart } from "./_components/programs-part";

export const metadata: Metadata = { title: "Agents" };

export default async function AgentsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const read = await readAgents(actor);
  if (!read.ok) redirect(signInPath(`/w/${workspace}/settings/agents`));
  const { agents, owners, canAdd } = read.value;
  const client = firstName(actor.clientName);
  const myId = actor.userId ?? "";
  return (
    <>
      <section aria-labelledby="agents" className="flex flex-col gap-3">
        <SectionHeader id="agents" title="Agents" aside="AI assistants at this desk" />
        <p className="max-w-prose text-muted">
          An agent sorts, looks people up, drafts and asks, held by the same rules as a human assistant.{" "}
          {canAdd ? "What must be you" : `What must be ${client}`} it only prepares. Somebody answers for
          each, and can stop it at any moment.
        </p>
        {agents.length > 0 ? (
          <AgentList
            agents={agents}
            owners={owners}
            myId={myId}
            place={{ zone: actor.workspace.zone, locale: "en-GB" }}
          />
        ) : (
          <EmptyState title="No agent works here">
            {canAdd
              ? "Add one below, and whoever answers for it makes it a token."
              : `${client} can add one, and let you answer for it.`}
          </EmptyState>
        )}
      </section>
      <ProgramsPart actor={actor} />
      {canAdd ? (
        <section aria-labelledby="add">
          <SectionHeader id="add" title="Add an agent" />
          <AddAgent owners={owners} myId={myId} />
        </section>
      ) : (
        <Notice>
          <p>Only {client} adds an agent, and says what it may.</p>
          <AskForAgent client={client} />
        </Notice>
      )}
    </>
  );
}
