import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { mailboxReach } from "@/lib/auth/mailbox-reach";
import { readVisitor } from "@/lib/auth/visitor";
import { env } from "@/lib/env";
import { readMail } from "@/lib/queries/read-mailbox";
import { ArrivedAt } from "../_components/arrived-at";

export const metadata: Metadata = { title: "Local mailbox" };

type Props = { params: Promise<{ id: string }> };

/** One message as it would arrive: its headers, as HTML and as plain text. */
export default async function MailPage({ params }: Props) {
  const reach = mailboxReach(readVisitor(await headers()));
  const mail = reach && (await readMail(reach, (await params).id));
  if (!mail) notFound();
  return (
    <article className="overflow-hidden rounded-sheet border border-line bg-sheet">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 border-b border-line px-4 py-3 text-[0.8125rem]">
        <Header name="From">{env.MAIL_FROM}</Header>
        <Header name="To">{mail.to}</Header>
        <Header name="Subject">{mail.subject}</Header>
        <Header name="Date">
          <ArrivedAt at={mail.at} />
        </Header>
        <Header name="Message-ID">{mail.messageId}</Header>
      </dl>
      <iframe
        title="The message as HTML"
        src={`/mailbox/${mail.id}/html`}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        className="block h-112 w-full border-b border-line bg-white"
      />
      <h2 className="px-4 pt-3 text-[0.8125rem] font-semibold text-muted">As plain text</h2>
      <pre className="px-4 pt-1 pb-4 font-sans whitespace-pre-wrap wrap-anywhere">
        <WithLinks text={mail.text} />
      </pre>
    </article>
  );
}

function Header({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd dir="auto" className="wrap-anywhere">
        {children}
      </dd>
    </>
  );
}

/** Mail programs make addresses in plain text clickable; so do we, for our own. */
function WithLinks({ text }: { text: string }) {
  const own = `${env.FIRSTHAND_URL}/`;
  return text.split(/(\S+)/).map((word, index) =>
    word.startsWith(own) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of a message never move.
      <a key={index} href={word} className="text-ink underline underline-offset-2">
        {word}
      </a>
    ) : (
      word
    ),
  );
}
