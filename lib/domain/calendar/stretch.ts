import { parseDate } from "@/lib/domain/calendar/civil-date";
import { addDays, weekdayOf } from "@/lib/domain/calendar/zone-day";

/** The four ways to look at the calendar, from far to near; the agenda is a list. */
export const calendarLooks = ["month", "week", "day", "agenda"] as const;
export type CalendarLook = (typeof calendarLooks)[number];

/** What a calendar page shows: which look, and a day in it. */
export type CalendarPlace = { look: CalendarLook; day: string };

/** How many days the agenda lists at a time. */
const agendaDays = 28;

/** Days "YYYY-MM-DD", `to` not included. */
export type Stretch = { from: string; to: string };

/** The days to read for a look: whole weeks from Monday around a month, a week from Monday, a day, or four weeks from a day on. */
export function stretchOf({ look, day }: CalendarPlace): Stretch {
  if (look === "agenda") return { from: day, to: addDays(day, agendaDays) };
  if (look === "day") return { from: day, to: addDays(day, 1) };
  if (look === "week") {
    const monday = addDays(day, 1 - weekdayOf(day));
    return { from: monday, to: addDays(monday, 7) };
  }
  const first = `${day.slice(0, 7)}-01`;
  const from = addDays(first, 1 - weekdayOf(first));
  const last = addDays(firstOfNext(first), -1);
  return { from, to: addDays(last, 8 - weekdayOf(last)) };
}

/** The next or the previous month (its first day), week, day, or the four weeks after or before. */
export function stepFrom({ look, day }: CalendarPlace, step: 1 | -1): CalendarPlace {
  if (look !== "month") return { look, day: addDays(day, step * stepDays[look]) };
  const first = `${day.slice(0, 7)}-01`;
  return { look, day: step === 1 ? firstOfNext(first) : `${addDays(first, -1).slice(0, 7)}-01` };
}

const stepDays = { week: 7, day: 1, agenda: agendaDays } as const;

/** The same time in another look. Who comes from a stretch in which today lies comes to today, not to the day it began on. */
export function turnTo(look: CalendarLook, from: CalendarPlace, today: string): CalendarPlace {
  const seen = from.look === "month" ? monthOf(from.day) : stretchOf(from);
  const isNearer = calendarLooks.indexOf(look) > calendarLooks.indexOf(from.look) && from.look !== "day";
  return { look, day: isNearer && seen.from <= today && today < seen.to ? today : from.day };
}

/** On which day an entry begins that is made while looking: today where today is in sight, else the first day that one looks at. */
export function newEntryDay(place: CalendarPlace, today: string): string {
  const seen = place.look === "month" ? monthOf(place.day) : stretchOf(place);
  return seen.from <= today && today < seen.to ? today : seen.from;
}

/** The days of a stretch, in order. */
export function daysOf({ from, to }: Stretch): string[] {
  const days: string[] = [];
  for (let day = from; day < to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** A look by its name in an address; null for anything else. */
export function readLook(text: string | null | undefined): CalendarLook | null {
  return calendarLooks.find((look) => look === text) ?? null;
}

/** Later than this nothing is meant. */
export const LAST_DAY = "2199-12-31";

/** A day that a person may go to; the calendar ends where dates become silly. Null for anything else. */
export function readDay(text: string | null | undefined): string | null {
  if (!text || !parseDate(text)) return null;
  return text >= "1900-01-01" && text <= LAST_DAY ? text : null;
}

function monthOf(day: string): Stretch {
  const first = `${day.slice(0, 7)}-01`;
  return { from: first, to: firstOfNext(first) };
}

function firstOfNext(first: string): string {
  return `${addDays(first, 31).slice(0, 7)}-01`;
}
