import { parseDate } from "@/lib/domain/calendar/civil-date";
import { addDays, weekdayOf } from "@/lib/domain/calendar/zone-day";

export type CalendarLook = "month" | "agenda";

/** What a calendar page shows: which look, and a day in it. */
export type CalendarPlace = { look: CalendarLook; day: string };

/** How many days the agenda lists at a time. */
export const agendaDays = 28;

/** The days to read for a look: whole weeks from Monday around a month, or four weeks from a day on. `to` is not included. */
export function stretchOf({ look, day }: CalendarPlace): { from: string; to: string } {
  if (look === "agenda") return { from: day, to: addDays(day, agendaDays) };
  const first = `${day.slice(0, 7)}-01`;
  const from = addDays(first, 1 - weekdayOf(first));
  const last = addDays(firstOfNext(first), -1);
  return { from, to: addDays(last, 8 - weekdayOf(last)) };
}

/** The next or the previous month (its first day), or the four weeks after or before. */
export function stepFrom({ look, day }: CalendarPlace, step: 1 | -1): CalendarPlace {
  if (look === "agenda") return { look, day: addDays(day, step * agendaDays) };
  const first = `${day.slice(0, 7)}-01`;
  return { look, day: step === 1 ? firstOfNext(first) : `${addDays(first, -1).slice(0, 7)}-01` };
}

/** A day that a person may go to; the calendar ends where dates become silly. Null for anything else. */
export function readDay(text: string | null | undefined): string | null {
  if (!text || !parseDate(text)) return null;
  return text >= "1900-01-01" && text <= "2199-12-31" ? text : null;
}

function firstOfNext(first: string): string {
  return `${addDays(first, 31).slice(0, 7)}-01`;
}
