import type { ReactNode } from "react";
import { sayConflict } from "@/components/calendar/conflict-words";
import { answerWords, thereWords, whenWords } from "@/components/calendar/event-words";
import { sayLooked, saySeriesConflicts } from "@/components/calendar/series-words";
import { WebLink } from "@/components/calendar/web-link";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { InvitationView } from "@/lib/domain/calendar/answer";
import { cityOf } from "@/lib/domain/calendar/zone-day";

/** What one is asked to: when on both walls, where, by whom; what changed since; and what stands in its way, before any answer. */
export function InvitationFacts({ invitation }: { invitation: InvitationView }) {
  const desk = useDesk();
  const { zone, allDay, conflicts, series, changed, organiser } = invitation;
  const hasTime = invitation.startsAt !== "";
  const isElsewhere = zone !== null && zone !== desk.zone && !allDay && hasTime;
  const when = { ...invitation, start: invitation.firstDay, end: invitation.lastDay };
  // Two that say the same are one to whoever reads.
  const inTheWay = series
    ? saySeriesConflicts(series, invitation.firstDay, desk, desk.clientShort)
    : [...new Set(conflicts.map((conflict) => sayConflict(conflict, desk, desk.clientShort)))];
  const looked = series && series.looked > 0 ? sayLooked(series) : "";
  const link = invitation.link === invitation.place ? "" : invitation.link;
  const rows: [string, ReactNode][] = [
    ["When", hasTime ? whenWords(when, desk) : "It is over, or does not say when."],
    [
      isElsewhere ? `In ${cityOf(zone)}` : "There",
      isElsewhere ? thereWords(invitation, { zone, locale: desk.locale }, desk.zone) : "",
    ],
    ["Repeats", invitation.repeatWords],
    ["Where", invitation.place],
    ["Link", link ? <WebLink key="link" address={link} /> : ""],
    ["Asks", organiser.name || organiser.address],
    ["Answered", answerWords[invitation.answer]],
  ];
  return (
    <>
      {invitation.isCancelled ? (
        <Notice tone="late" role="note">
          They have called it off. Nobody waits for an answer any more.
        </Notice>
      ) : null}
      {changed.length > 0 ? (
        <Notice role="note">
          <ul aria-label="What changed since" className="flex flex-col gap-0.5">
            {changed.map((sentence) => (
              <li key={sentence} className="wrap-anywhere">
                {sentence}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Facts rows={rows} isNarrow />
      {inTheWay.length > 0 && !invitation.isCancelled ? (
        <Notice tone="late">
          <ul aria-label="What is in the way" className="flex flex-col gap-0.5">
            {inTheWay.map((sentence) => (
              <li key={sentence} className="wrap-anywhere">
                {sentence}.
              </li>
            ))}
          </ul>
          {looked ? <p className="mt-1 text-text">{looked}</p> : null}
        </Notice>
      ) : null}
      {looked && inTheWay.length === 0 && !invitation.isCancelled ? (
        <p className="text-[0.8125rem] text-muted">{looked}</p>
      ) : null}
    </>
  );
}
