import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { findSignedIn, requireActor } from "@/lib/auth/actor";
import { programIssuer } from "@/lib/auth/program-places";
import { signInPath } from "@/lib/auth/safe-path";
import { mayTry } from "@/lib/auth/sign-in-limits";
import { readVisitor } from "@/lib/auth/visitor";
import { answerTo } from "@/lib/domain/program";
import { readOwnAgents } from "@/lib/queries/read-own-agents";
import { EntranceHead } from "../../_components/entrance-head";
import { AllowForm } from "./_components/allow-form";
import { ChooseDesk } from "./_components/choose-desk";
import { NoAgents } from "./_components/no-agents";
import { NotThisWay } from "./_components/not-this-way";
import { readRequest, wordsOf } from "./_components/read-request";

export const metadata: Metadata = { title: "Let a program in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where a program sends somebody to be let in. Looking lets nobody in; the button does. */
export default async function AuthorizePage({ searchParams }: Props) {
  const query = await searchParams;
  const words = wordsOf(query);
  const holder = await findSignedIn();
  if (holder === null) redirect(signInPath(`/oauth/authorize?${words}`));
  const wait = await mayTry("program-asks", readVisitor(await headers()).ip);
  if (wait !== null) return <NotThisWay what="too-often" />;
  const read = await readRequest(query, new Date());
  if (read.is === "unknown") return <NotThisWay what={read.what} />;
  if (read.is === "wrong") {
    // On somebody's own machine there is nobody to be led to by a link of a stranger's; elsewhere they choose to go.
    if (read.isOnThisMachine) redirect(read.back);
    return <NotThisWay what="wrong" back={read.back} />;
  }
  const { asking } = read;
  const desks = [];
  for (const { slug, name, clientName, role } of holder.desks) {
    if (role === "agent") continue;
    const agents = await readOwnAgents(await requireActor(slug));
    desks.push({ slug, name, clientName, role, agents: agents.ok ? agents.value : [] });
  }
  const own = desks.filter(({ agents }) => agents.length > 0);
  const chosen = own.length === 1 ? own[0] : own.find(({ slug }) => slug === query.desk);
  const denied = answerTo(asking, programIssuer, { error: "access_denied" });
  return (
    <>
      <EntranceHead title={`“${asking.name}” asks to be let in`}>
        <p>
          This name is what the program calls itself; Firsthand cannot know whether it is true.{" "}
          {asking.redirectHost === null ? (
            <>It runs on this computer, and the answer goes there.</>
          ) : (
            <>
              The answer goes to{" "}
              <strong className="font-semibold wrap-anywhere text-text">{asking.redirectHost}</strong>.
            </>
          )}{" "}
          Go on only if you have just started this from there yourself.
        </p>
      </EntranceHead>
      {own.length === 0 ? (
        <NoAgents desks={desks} denied={denied} />
      ) : chosen === undefined ? (
        <ChooseDesk desks={own} words={words} denied={denied} />
      ) : (
        <AllowForm
          workspace={chosen.slug}
          deskName={chosen.name}
          clientName={chosen.role === "client" ? null : chosen.clientName}
          agents={chosen.agents}
          scopes={asking.scopes}
          asked={words}
          denied={denied}
        />
      )}
    </>
  );
}
