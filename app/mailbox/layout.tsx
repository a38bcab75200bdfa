import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { mailboxReach } from "@/lib/auth/mailbox-reach";
import { readVisitor } from "@/lib/auth/visitor";

/** The local mailbox is on one's own machine, or a demo's; anywhere else there is no such page. */
export default async function MailboxLayout({ children }: { children: ReactNode }) {
  if (mailboxReach(readVisitor(await headers())) === null) notFound();
  return (
    <main className="mx-auto w-full max-w-3xl px-4 py-8">
      <header className="mb-6">
        <h1 className="font-serif text-[1.75rem] leading-tight font-medium">
          <Link href="/mailbox">Local mailbox</Link>
        </h1>
        <p className="mt-1 text-muted">
          No mail server is set up (SMTP_URL), so mail lands here instead of leaving this machine.
        </p>
      </header>
      {children}
    </main>
  );
}
