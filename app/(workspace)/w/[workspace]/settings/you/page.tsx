import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OneButtonForm } from "@/app/_components/one-button-form";
import { SectionHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { readSessions } from "@/lib/queries/read-sessions";
import { ListSection } from "../_components/list-section";
import { MyNameForm } from "../_components/my-name-form";
import { SessionList } from "../_components/session-list";
import { endOthers } from "../actions";

export const metadata: Metadata = { title: "You" };

export default async function YouPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const at = new Date();
  const read = await readSessions(actor, at);
  if (!read.ok) redirect(signInPath(`/w/${workspace}/settings/you`));
  const { name, email, sessions } = read.value;
  return (
    <>
      <section aria-labelledby="name">
        <SectionHeader id="name" title="Your name" aside={email} />
        <MyNameForm workspace={workspace} name={name} />
      </section>
      <ListSection labelledBy="sessions" className="flex flex-col gap-3">
        <SectionHeader id="sessions" title="Where you are signed in" count={sessions.length} />
        <SessionList
          sessions={sessions}
          workspace={workspace}
          place={{ zone: actor.workspace.zone, locale: "en-GB" }}
          now={at.getTime()}
        />
        {sessions.length > 1 ? (
          <OneButtonForm action={endOthers} fields={{ workspace }} label="Sign out everywhere else" />
        ) : null}
      </ListSection>
    </>
  );
}
