import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { HistoryLines } from "@/components/history/lines";
import { AgentRights } from "@/components/rights/agent-rights";
import { KindsTable } from "@/components/rights/kinds-table";
import { RightsList } from "@/components/rights/rights-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader, SectionHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { firstName } from "@/lib/domain/person/first-name";
import { readRights } from "@/lib/queries/read-rights";

export const metadata: Metadata = { title: "Rights" };

export default async function RightsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const read = await readRights(actor);
  if (!read.ok) redirect(signInPath(`/w/${workspace}/rights`));
  const { rights, withheld, agents, kinds, refused } = read.value;
  const isClient = actor.role === "client";
  const client = isClient ? "you" : firstName(actor.clientName);
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-8 px-4 py-6 lg:px-8">
      <div>
        <PageHeader
          title={isClient ? "What can my assistant do?" : "What can I do here?"}
          lead="Held by the server for every way in: screen, keyboard, API, import and undo. An AI assistant is held by the same lines as a person."
        />
        <RightsList rights={rights} who={isClient ? "An assistant" : "You"} client={client} />
      </div>
      <section aria-labelledby="agents">
        <SectionHeader id="agents" title="What an agent may" aside="AI assistants" />
        <AgentRights withheld={withheld} agents={agents} client={client} />
      </section>
      <section aria-labelledby="kinds">
        <SectionHeader
          id="kinds"
          title="How each kind begins"
          aside={`${isClient ? "You" : client} can change any of them, task by task`}
        />
        <KindsTable kinds={kinds} />
      </section>
      <section aria-labelledby="refused">
        <SectionHeader id="refused" title="Refused lately" aside="the last ten" />
        {refused.length > 0 ? (
          <>
            <HistoryLines
              lines={refused}
              place={{ zone: actor.workspace.zone, locale: "en-GB" }}
              slug={workspace}
            />
            <LinkButton href={`/w/${workspace}/history?refused=1`}>All refused attempts</LinkButton>
          </>
        ) : (
          <EmptyState title="Nothing has been refused." />
        )}
      </section>
    </div>
  );
}
