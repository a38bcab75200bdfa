import { stampText } from "@/components/when";
import type { Desk } from "@/components/workspace/desk-context";
import type { Recipient } from "@/lib/domain/draft/draft";
import type { DraftView } from "@/lib/domain/draft/view";

/** Where the words go, in words: for when nothing of it changes any more. */
export function AddressShown({ draft, desk }: { draft: DraftView; desk: Desk }) {
  const { way, account, recipients, subject, wantsProof, neededBy } = draft;
  const people = (field: Recipient["field"]) =>
    recipients
      .filter((one) => one.field === field)
      .map(({ name, address }) => (name && name !== address ? `${name} <${address}>` : address))
      .join(", ");
  const rows: [string, string][] = [
    ["Goes out", way === "mail" ? "by mail" : "elsewhere, by hand"],
    ["From", account ? account.name : ""],
    ["To", way === "mail" ? people("to") : ""],
    ["Cc", way === "mail" ? people("cc") : ""],
    ["Subject", way === "mail" ? subject : ""],
    ["Needed by", neededBy ? stampText(neededBy, desk) : ""],
    ["Carries", wantsProof ? "“Personally written”" : ""],
  ];
  return (
    <dl className="grid grid-cols-[minmax(5rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-[0.8125rem]">
      {rows
        .filter(([, value]) => value !== "")
        .map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd dir="auto" className="wrap-anywhere">
              {value}
            </dd>
          </div>
        ))}
    </dl>
  );
}
