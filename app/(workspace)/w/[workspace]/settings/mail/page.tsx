import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Link } from "@/components/ui/link";
import { SectionHeader } from "@/components/ui/sheet";
import { stampText } from "@/components/when";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { readMyMail } from "@/lib/queries/read-my-mail";
import { MailForm } from "../_components/mail-form";
import { MailboxLink } from "../_components/mailbox-link";
import { SendMineNow } from "../_components/send-mine-now";

export const metadata: Metadata = { title: "Mail" };

export default async function MailPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const read = await readMyMail(actor, new Date());
  if (!read.ok) redirect(signInPath(`/w/${workspace}/settings/mail`));
  const { settings, zone, deskZone, next, nextDaily } = read.value;
  const say = (iso: string | null) => (iso === null ? null : stampText(iso, { zone, locale: "en-GB" }));
  return (
    <>
      <section aria-labelledby="mail" className="flex flex-col">
        <SectionHeader id="mail" title="What you are mailed" aside="yours alone to change" />
        <MailForm
          workspace={workspace}
          settings={settings}
          deskZone={deskZone}
          zones={Intl.supportedValuesOf("timeZone")}
          next={say(next)}
          nextDaily={say(nextDaily)}
          isClient={actor.role === "client"}
        />
      </section>
      <section aria-labelledby="now" className="flex flex-col gap-3">
        <SectionHeader id="now" title="See it now" />
        <SendMineNow workspace={workspace} mailboxLink={<MailboxLink />} />
        <p className="text-muted">
          The same stands on a page:{" "}
          <Link href={`/w/${workspace}/weekly`} className="font-medium underline underline-offset-2">
            Coming up
          </Link>
          .
        </p>
      </section>
    </>
  );
}
