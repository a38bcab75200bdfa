import { dayAt } from "@/lib/domain/calendar/zone-day";
import { type LastContact, sayContact } from "@/lib/domain/person/contact";
import { type LeapDayRule, nextOccurrence, type YearlyDate } from "@/lib/domain/person/yearly-date";

type Desk = { zone: string; leapDayRule: LeapDayRule };
type Day = YearlyDate & { kind: string; label: string };

/** How far ahead a day is an occasion to write. */
const OCCASION_DAYS = 30;

/** A day of theirs that comes within a month, to begin with: "Occasion: birthday on 3 May 2027." Empty where there is none. */
export function sayOccasion(days: readonly Day[], desk: Desk, at: Date): string {
  const today = dayAt(at.getTime(), desk.zone);
  const coming = days
    .map((day) => ({ ...day, next: nextOccurrence(day, today, desk.leapDayRule) }))
    .filter(({ next }) => Date.parse(next) - Date.parse(today) <= OCCASION_DAYS * 86_400_000)
    .sort((a, b) => (a.next < b.next ? -1 : 1))[0];
  return coming ? `Occasion: ${coming.label || coming.kind} on ${sayDay(coming.next)}.` : "";
}

/**
 * "Last contact: a call on 3 May 2026. She has moved." Said to whoever reads and never written down: what was open then may be private to
 * the client by now.
 */
export function sayLastContact(last: LastContact, zone: string): string {
  const about = last.note || (last.source === "contact" ? "" : last.title);
  const day = sayDay(dayAt(Date.parse(last.at), zone));
  return `Last contact: ${sayContact(last.how)} on ${day}.${about ? ` ${shorten(about)}` : ""}`;
}

function sayDay(day: string): string {
  const words = new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  return words.format(Date.parse(`${day}T00:00:00Z`));
}

function shorten(text: string): string {
  const line = [...text.replace(/\s+/g, " ").trim()];
  return line.length <= 300 ? line.join("") : `${line.slice(0, 299).join("").trimEnd()}…`;
}
