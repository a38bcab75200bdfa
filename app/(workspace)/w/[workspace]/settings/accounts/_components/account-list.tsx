import { type AccountPeople, mailText, voiceText } from "@/components/accounts/words";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import type { AccountView } from "@/lib/domain/draft/account";

type Props = { accounts: AccountView[]; base: string; people: AccountPeople };

/** Where the client is present, each with whose voice it is and whether mail leaves from there. */
export function AccountList({ accounts, base, people }: Props) {
  return (
    <ul className="overflow-hidden rounded-sheet border border-line bg-sheet">
      {accounts.map((account) => {
        const mail = mailText(account, null);
        return (
          <li key={account.id} className="border-b border-line last:border-b-0">
            <Link
              href={`${base}/${account.id}`}
              className="flex min-h-14 flex-col gap-0.5 px-4 py-3 hover:bg-sunken/50"
            >
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                <bdi className="font-medium wrap-anywhere">{account.name}</bdi>
                <span className="text-[0.8125rem] text-muted">
                  <bdi>{account.service}</bdi>, {voiceText(account.voice, people)}
                </span>
              </span>
              <span
                className={cx("text-[0.8125rem] wrap-anywhere", mail.isLate ? "text-late" : "text-muted")}
              >
                {account.address ? `${account.address}. ` : ""}
                {mail.text}
                {account.assistantsSend ? " Assistants may send delegable mail on their own." : ""}
                {account.assistantsAnswer ? " Assistants may answer delegable invitations." : ""}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
