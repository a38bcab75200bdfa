import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { signInPath } from "@/lib/auth/safe-path";
import { EntranceHead } from "../../_components/entrance-head";
import { MailboxHint } from "../../_components/mailbox-hint";

export const metadata: Metadata = { title: "Look into your mail" };

type Props = { searchParams: Promise<{ email?: string; next?: string }> };

/** Says the same for every address, known or not. */
export default async function CheckMailPage({ searchParams }: Props) {
  const query = await searchParams;
  const email = [query.email].flat()[0]?.slice(0, 254);
  const again = signInPath([query.next].flat()[0] ?? "/");
  return (
    <>
      <EntranceHead title="Look into your mail">
        <p>
          If somebody here goes by{" "}
          {email ? (
            <strong dir="auto" className="font-semibold wrap-anywhere text-text">
              {email}
            </strong>
          ) : (
            "this address"
          )}
          , a link is on its way there. It works once, within ten minutes.
        </p>
      </EntranceHead>
      <div className="flex flex-col gap-3">
        <MailboxHint />
        <p className="text-[0.8125rem] text-muted">
          Nothing came? Look among the unwanted mail, or{" "}
          <Link href={again} className="font-medium text-text underline underline-offset-2">
            try again
          </Link>
          .
        </p>
      </div>
    </>
  );
}
