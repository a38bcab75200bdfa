import type { ReactNode } from "react";
import { answerWords, checkWords, fromWords, thereWords, whenWords } from "@/components/calendar/event-words";
import { useNow } from "@/components/ui/clock";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { useDesk } from "@/components/workspace/desk-context";
import type { EventDetail } from "@/lib/domain/calendar/event";
import { cityOf } from "@/lib/domain/calendar/zone-day";

type Props = {
  event: EventDetail;
  /** A zone that the reader keeps beside the desk's; null for none. */
  otherZone: string | null;
};

/** Everything about an entry in words; what is not known is left out. */
export function EventFacts({ event, otherZone }: Props) {
  const desk = useDesk();
  const now = useNow();
  const zones = event.allDay
    ? []
    : [...new Set([event.zone, otherZone])].filter((zone) => zone && zone !== desk.zone);
  const task = (kind: EventDetail["tasks"][number]["kind"]) => event.tasks.find((one) => one.kind === kind);
  const check = task("meeting-check");
  const invite = task("event-invite");
  const rows: [string, ReactNode][] = [
    ["When", whenWords(event, desk)],
    ...zones.map((zone): [string, ReactNode] => [
      `In ${cityOf(zone as string)}`,
      thereWords(event, { zone: zone as string, locale: desk.locale }, desk.zone),
    ]),
    [
      "Repeats",
      event.repeatWords ? (
        <span key="repeats" className="inline-block first-letter:uppercase">
          {event.repeatWords}
        </span>
      ) : null,
    ],
    ["Where", event.place],
    ["Link", event.link ? <OutLink key="link" href={event.link} /> : null],
    ["Organiser", event.organiser],
    ["Who comes along", event.guests.map((guest) => guest.name || guest.email).join(", ")],
    ["Notes", event.note],
    ["On the way", event.travelMinutes === null ? null : `${event.travelMinutes} min before and after`],
    ["Fills the time", event.isFree ? "No, others may be put beside it" : null],
    [
      "Answer",
      answerWords[event.answer] ? (
        <>
          {answerWords[event.answer]}
          {invite ? (
            <TaskLink id={invite.id}>{event.can.answer ? "Answer it" : "Open the task"}</TaskLink>
          ) : null}
        </>
      ) : null,
    ],
    [
      "Double-check",
      event.check || check ? (
        <>
          <span className={event.check ? "text-ok" : "text-late"}>
            {event.check ? `✓ ${checkWords(event.check, desk)}` : "Not yet checked"}
          </span>
          {check ? <TaskLink id={check.id}>Open the check</TaskLink> : null}
        </>
      ) : null,
    ],
    ["From", fromWords(event, now)],
  ];
  return <Facts rows={rows} />;
}

function TaskLink({ id, children }: { id: string; children: ReactNode }) {
  const { slug } = useDesk();
  return (
    <>
      {" · "}
      <Link href={`/w/${slug}/tasks/${id}`} className="touchable underline underline-offset-2">
        {children}
      </Link>
    </>
  );
}

function OutLink({ href }: { href: string }) {
  if (!/^https?:\/\//i.test(href)) return href;
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer noopener"
      className="touchable underline underline-offset-2"
    >
      {href}
    </a>
  );
}
