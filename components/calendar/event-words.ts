/** An entry of the calendar in words: when, where it comes from, how it stands. Instants ISO UTC, shown where `place` is. */
import { sayDay } from "@/components/calendar/agenda";
import { rangeText } from "@/components/calendar/conflict-words";
import { ageText, type Place, stampText, timeText } from "@/components/when";
import type { CheckView, CheckWay } from "@/lib/domain/calendar/check";
import type { EventDetail } from "@/lib/domain/calendar/event";
import { addDays, dayAt } from "@/lib/domain/calendar/zone-day";
import { byWhom, whoDoes } from "@/lib/domain/person/named";

type When = Pick<EventDetail, "startsAt" | "endsAt" | "allDay" | "start" | "end">;

/** "Friday 11 December 2026, 19:00–22:00"; whole days by their dates. */
export function whenWords(event: When, place: Place): string {
  const { startsAt, endsAt, allDay } = event;
  if (allDay) {
    const [first, last] = [event.start.slice(0, 10), event.end.slice(0, 10)];
    const end = last > first ? ` to ${sayDay(last, place.locale, true)}` : ", all day";
    return `${sayDay(first, place.locale, last <= first)}${end}`;
  }
  const first = dayAt(Date.parse(startsAt), place.zone);
  const last = dayAt(Math.max(Date.parse(startsAt), Date.parse(endsAt) - 1), place.zone);
  if (last > first) return `${sayDay(first, place.locale, true)}, ${overnight(event, first, place)}`;
  const end = startsAt === endsAt ? "" : `–${timeText(endsAt, place)}`;
  return `${sayDay(first, place.locale, true)}, ${timeText(startsAt, place)}${end}`;
}

/** The same time on another wall: "13:00–16:00", with its day where that is another than here. */
export function thereWords(event: Pick<When, "startsAt" | "endsAt">, place: Place, here: string): string {
  const isSameDay = [event.startsAt, event.endsAt].every(
    (at) => dayAt(Date.parse(at), place.zone) === dayAt(Date.parse(at), here),
  );
  if (!isSameDay) return rangeText(event, place);
  const end = event.startsAt === event.endsAt ? "" : `–${timeText(event.endsAt, place)}`;
  return `${timeText(event.startsAt, place)}${end}`;
}

/** "Made by Ana", "From “Work”, read 10 min ago", "Brought in from a file". `now` is milliseconds since 1970. */
export function fromWords(
  event: Pick<EventDetail, "own" | "calendarName" | "readAt" | "madeBy" | "isMadeByAgent">,
  now: number,
): string {
  if (event.calendarName !== null)
    return `“${event.calendarName}”${event.readAt ? `, read ${ageText(event.readAt, now)}` : ""}`;
  const role = event.isMadeByAgent ? "agent" : null;
  if (!event.madeBy) return event.own ? "Made here" : "Brought in from a file";
  return event.own
    ? `Made here by ${byWhom(event.madeBy, role)}`
    : `Brought in by ${whoDoes(event.madeBy, role)} from a file`;
}

const ways: Record<CheckWay, string> = {
  mail: "by mail",
  call: "by phone",
  message: "by message",
  "in-person": "in person",
  other: "",
};

/** "Checked by Ana, Tue 24 Nov, 10:00, by phone with Priya" */
export function checkWords(check: CheckView, place: Place): string {
  const how = [ways[check.how], check.withWhom ? `with ${check.withWhom}` : ""].filter(Boolean).join(" ");
  return [`Checked by ${byWhom(check.by, check.role)}`, stampText(check.at, place), how]
    .filter(Boolean)
    .join(", ");
}

export const answerWords: Record<EventDetail["answer"], string> = {
  "": "",
  "needs-action": "Not answered yet",
  accepted: "Accepted",
  tentative: "Answered with maybe",
  declined: "Declined",
};

function overnight(event: When, first: string, place: Place): string {
  const last = dayAt(Date.parse(event.endsAt), place.zone);
  const from = timeText(event.startsAt, place);
  // A night out is said with its hour alone; what lasts longer, with its last day.
  if (last === addDays(first, 1) && timeText(event.endsAt, place) < "12:00")
    return `${from} until ${timeText(event.endsAt, place)} the next day`;
  return `${from} until ${sayDay(last, place.locale)}, ${timeText(event.endsAt, place)}`;
}
