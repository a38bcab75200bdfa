import { headers } from "next/headers";
import { Link } from "@/components/ui/link";
import { mailboxReach } from "@/lib/auth/mailbox-reach";
import { readVisitor } from "@/lib/auth/visitor";

/** Where an invitation's mail is to be found as long as none is sent; nothing for those who may not look there. */
export async function MailboxLink() {
  if (mailboxReach(readVisitor(await headers())) === null) return null;
  return (
    <Link href="/mailbox" className="font-medium underline underline-offset-2">
      See the local mailbox
    </Link>
  );
}
