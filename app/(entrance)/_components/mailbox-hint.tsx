import { headers } from "next/headers";
import { Link } from "@/components/ui/link";
import { mailboxReach } from "@/lib/auth/mailbox-reach";
import { readVisitor } from "@/lib/auth/visitor";

/** Where mail is to be found as long as none is sent. Shown to those alone who may look there. */
export async function MailboxHint() {
  if (mailboxReach(readVisitor(await headers())) === null) return null;
  return (
    <p className="text-[0.8125rem] text-muted">
      No mail server is set up, so nothing leaves this machine.{" "}
      <Link href="/mailbox" className="font-medium text-text underline underline-offset-2">
        See the local mailbox
      </Link>
    </p>
  );
}
