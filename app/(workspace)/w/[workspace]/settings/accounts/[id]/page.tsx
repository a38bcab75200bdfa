import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isUuid } from "@/app/(workspace)/w/[workspace]/people/_components/is-uuid";
import { mailText } from "@/components/accounts/words";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { SectionHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { readAccount } from "@/lib/queries/read-accounts";
import { AccountForm } from "../_components/account-form";
import { AccountRead } from "../_components/account-read";
import { AccountVersion } from "../_components/account-version";
import { MailboxForm } from "../_components/mailbox-form";
import { RemoveAccount } from "../_components/remove-account";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage({
  params,
}: {
  params: Promise<{ workspace: string; id: string }>;
}) {
  const { workspace, id } = await params;
  const actor = await requireActor(workspace);
  const read = isUuid(id) ? await readAccount(actor, id) : null;
  if (!read?.ok) notFound();
  const { account, canChange } = read.value;
  const tried = account.mailbox?.triedAt ?? null;
  const day = new Intl.DateTimeFormat("en-GB", {
    timeZone: actor.workspace.zone,
    day: "numeric",
    month: "long",
  });
  const mail = mailText(account, tried && day.format(Date.parse(tried)));
  return (
    <>
      <section aria-labelledby="account">
        <Link
          href={`/w/${workspace}/settings/accounts`}
          className="touchable text-[0.8125rem] text-muted underline underline-offset-2"
        >
          All accounts
        </Link>
        <h2 id="account" className="mt-1 font-serif text-2xl wrap-anywhere">
          <bdi>{account.name}</bdi>
        </h2>
        <p className={cx("wrap-anywhere", mail.isLate ? "text-late" : "text-muted")}>{mail.text}</p>
      </section>
      {canChange ? (
        <AccountVersion version={account.version}>
          <section aria-labelledby="shown">
            <SectionHeader id="shown" title="How it is shown" />
            <AccountForm account={account} />
          </section>
          <section aria-labelledby="server">
            <SectionHeader id="server" title="Mail server" aside="where this account’s mail leaves" />
            {account.address === "" ? (
              <Notice>Give the account its e-mail address first; then mail can leave from here.</Notice>
            ) : (
              <MailboxForm key={account.address} account={account} />
            )}
          </section>
          <section aria-label="Take this account away">
            <RemoveAccount account={account} />
          </section>
        </AccountVersion>
      ) : (
        <AccountRead account={account} clientName={actor.clientName} />
      )}
    </>
  );
}
