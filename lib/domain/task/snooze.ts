import { addDays, dayAt, instantAt, wallAt, weekdayOf } from "@/lib/domain/calendar/zone-day";

export type SnoozeId = "later-today" | "tomorrow-morning" | "this-weekend" | "next-week" | "next-month";

/** One answer to "until when?": its words, and the instant (ISO, UTC) at which the task comes back. */
export type SnoozeChoice = { id: SnoozeId; label: string; until: string };

/** What sleeps until an answer comes back after so many days in any case: no task is put away without an end. */
const LONGEST_WAIT_DAYS = 30;

/** When something that sleeps until they answer comes back at the latest: when the one who put it away said so, or in thirty days. */
export function latestWaking(until: Date | null, at: Date): Date {
  return until ?? new Date(at.getTime() + LONGEST_WAIT_DAYS * 86_400_000);
}

/** Nothing sleeps longer than this: put away until the end of all days, it would be declined without a word. */
const LONGEST_DAYS = 366;

/** Why nothing may sleep until then, as a sentence; null means yes. */
export function whyNotUntil(until: Date, at: Date): string | null {
  if (until <= at) return "Choose a time that is still to come.";
  const isTooFar = until.getTime() > at.getTime() + LONGEST_DAYS * 86_400_000;
  return isTooFar ? "Choose a day within a year: longer is declining, and that is said." : null;
}

const MORNING = "09:00";
const LAST_HOUR = 21;

/**
 * Until when a task may sleep, seen from `at` (milliseconds since 1970) on the wall of `zone`, the nearest first:
 * three hours on, on the full hour, unless that is past nine in the evening; then mornings at nine. On a Saturday or
 * Sunday the weekend is here already and is not offered.
 */
export function snoozeChoices(at: number, zone: string): SnoozeChoice[] {
  const today = dayAt(at, zone);
  const hour = Number(wallAt(at, zone).slice(11, 13)) + 3;
  const weekday = weekdayOf(today);
  const choices: SnoozeChoice[] = [];
  const offer = (id: SnoozeId, label: string, day: string, time: string) =>
    choices.push({ id, label, until: new Date(instantAt(day, time, zone)).toISOString() });
  if (hour <= LAST_HOUR) offer("later-today", "Later today", today, `${String(hour).padStart(2, "0")}:00`);
  offer("tomorrow-morning", "Tomorrow morning", addDays(today, 1), MORNING);
  if (weekday < 5) offer("this-weekend", "This weekend", addDays(today, 6 - weekday), MORNING);
  offer("next-week", "Next week", addDays(today, 8 - weekday), MORNING);
  offer("next-month", "Next month", firstOfNextMonth(today), MORNING);
  return choices;
}

function firstOfNextMonth(day: string): string {
  return `${addDays(`${day.slice(0, 8)}01`, 31).slice(0, 8)}01`;
}
