import { Mail } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { mailboxReach } from "@/lib/auth/mailbox-reach";
import { readVisitor } from "@/lib/auth/visitor";
import { readMailbox } from "@/lib/queries/read-mailbox";
import { ArrivedAt } from "./_components/arrived-at";

export const metadata: Metadata = { title: "Local mailbox" };

export default async function MailboxPage() {
  const reach = mailboxReach(readVisitor(await headers()));
  if (reach === null) notFound();
  const mails = await readMailbox(reach);
  if (mails.length === 0)
    return <EmptyState title="Nothing has arrived yet">Sign-in links and invitations land here.</EmptyState>;
  return (
    <ol
      aria-label="Messages, newest first"
      className="overflow-hidden rounded-sheet border border-line bg-sheet"
    >
      {mails.map((mail) => (
        <li key={mail.id} className="border-t border-line first:border-t-0">
          <Link href={`/mailbox/${mail.id}`} className="flex items-start gap-3 px-4 py-3 hover:bg-sunken/50">
            <Mail aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted" />
            <span className="min-w-0 flex-1">
              <span dir="auto" className="block truncate font-medium">
                {mail.subject}
              </span>
              <span className="block truncate text-[0.8125rem] text-muted">to {mail.to}</span>
            </span>
            <ArrivedAt at={mail.at} />
          </Link>
        </li>
      ))}
    </ol>
  );
}
