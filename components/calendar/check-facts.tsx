import type { ReactNode } from "react";
import { checkedWords, clockWords, lostWords, wallWords } from "@/components/calendar/check-words";
import { checkWords } from "@/components/calendar/event-words";
import { WebLink } from "@/components/calendar/web-link";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { CheckFacts as Known } from "@/lib/domain/calendar/check";

/** What is to be confirmed, on both sides' walls; what the clocks do until then; and the check that stands, or was lost. */
export function CheckFacts({ facts }: { facts: Known }) {
  const desk = useDesk();
  const { check, lost, otherZone, otherWall, clockChanges } = facts;
  const rows: [string, ReactNode][] = [
    ["Here", wallWords(facts.hereWall, facts.hereZone, desk.locale)],
    ["There", otherZone && otherWall ? wallWords(otherWall, otherZone, desk.locale) : ""],
    ["Place", facts.place || (facts.link ? "" : "Not said yet")],
    ["Link", facts.link ? <WebLink key="link" address={facts.link} /> : ""],
    ["Who comes", facts.guests.map((guest) => guest.name).join(", ")],
  ];
  return (
    <>
      {check ? (
        <Notice tone="ok">
          {checkWords(check, desk)}:{" "}
          {check.confirmed.map((one) => checkedWords[one].toLowerCase()).join(", ")}.
          {check.note ? ` ${check.note}` : ""}
        </Notice>
      ) : null}
      {lost ? (
        <Notice tone="late" role="note">
          {lostWords(lost, desk)}
        </Notice>
      ) : null}
      <Facts rows={rows} isNarrow />
      {clockChanges.map((change) => (
        <Notice key={`${change.zone}${change.at}`} tone="late" role="note">
          {clockWords(change, desk.locale)}
        </Notice>
      ))}
    </>
  );
}
