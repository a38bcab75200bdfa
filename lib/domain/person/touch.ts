/**
 * KEEPING IN TOUCH: how often one likes to hear from each other, and the day on which it is time. Days are "YYYY-MM-DD" where
 * the client lives, so neither a clock that is put forward nor another zone moves them.
 */
import { addDays } from "@/lib/domain/calendar/zone-day";
import type { Tag, TaskState } from "@/lib/domain/task/task";

/** A stretch of days on which the client is away, both included. */
export type DaysOff = { fromOn: string; toOn: string };

/** How often, in days, and who said so: the person's own, or a circle (its key). */
export type Cadence = { days: number; by: "person" | "circle"; circle: string | null };

type Who = {
  cadenceDays: number | null;
  neverDue: boolean;
  isDead: boolean;
  circles: readonly string[];
};

/** Somebody's own cadence, else the shortest of their circles'. Null: never, and always so for the dead. */
export function cadenceOf(
  who: Who,
  circles: readonly { key: string; cadenceDays: number | null }[],
): Cadence | null {
  if (who.neverDue || who.isDead) return null;
  if (who.cadenceDays !== null) return { days: who.cadenceDays, by: "person", circle: null };
  const theirs = circles.flatMap(({ key, cadenceDays }) =>
    who.circles.includes(key) && cadenceDays !== null ? [{ key, days: cadenceDays }] : [],
  );
  const shortest = theirs.sort((a, b) => a.days - b.days)[0];
  return shortest ? { days: shortest.days, by: "circle", circle: shortest.key } : null;
}

/** The day on which it is time: so many days after the last contact, not before a pause is over, never on a day off. */
export function touchDay(
  last: string,
  everyDays: number,
  pausedUntil: string | null,
  daysOff: readonly DaysOff[],
): string {
  const day = addDays(last, everyDays);
  return outOfDaysOff(pausedUntil !== null && pausedUntil > day ? pausedUntil : day, daysOff);
}

/** The day itself, or the first one after the days off on which it falls; stretches that touch count as one. */
export function outOfDaysOff(day: string, daysOff: readonly DaysOff[]): string {
  const off = daysOff.find(({ fromOn, toOn }) => fromOn <= day && day <= toOn);
  return off ? outOfDaysOff(addDays(off.toOn, 1), daysOff) : day;
}

/**
 * The last day of which one can say today that it has come: today, or on a day off the day before the days off began. What
 * falls later waits until one is back.
 */
export function lastDayDue(today: string, daysOff: readonly DaysOff[]): string {
  const off = daysOff.find(({ fromOn, toOn }) => fromOn <= today && today <= toOn);
  return off ? lastDayDue(addDays(off.fromOn, -1), daysOff) : today;
}

/** How long a skipped turn rests: until the next would come, or a month of somebody without a cadence (0). */
export function restDays(everyDays: number): number {
  return everyDays > 0 ? everyDays : 30;
}

/** "every 3 months" of 90 days, "every week" of 7; "every 45 days" where no rounder word is true. */
export function sayEvery(days: number): string {
  const [count, unit] = round(days);
  return count === 1 ? `every ${unit}` : `every ${count} ${unit}s`;
}

/** About how long ago: "today", "yesterday", "12 days ago", "5 weeks ago", "5 months ago", "2 years ago". */
export function sayAgo(day: string, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
  if (days <= 0) return "today";
  if (days === 1) return "yesterday";
  return `${sayLong(days)} ago`;
}

/** A stretch of days in plain words, rounded down: "12 days", "5 weeks", "5 months", "2 years". */
function sayLong(days: number): string {
  if (days < 21) return many(days, "day");
  if (days < 60) return many(Math.floor(days / 7), "week");
  if (days < 730) return many(Math.floor(days / 30.44), "month");
  return many(Math.floor(days / 365.25), "year");
}

function many(count: number, unit: string): string {
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}

function round(days: number): [number, string] {
  if (days % 365 <= Math.floor(days / 365) && days >= 365) return [Math.floor(days / 365), "year"];
  if (days % 7 === 0 && days < 60) return [days / 7, "week"];
  const months = Math.round(days / 30.44);
  if (months >= 1 && Math.abs(days - months * 30.44) <= Math.max(2, months * 0.5)) return [months, "month"];
  return [days, "day"];
}

/** An open task to keep in touch: whose turn it is, and who may complete it. */
export type TouchTask = { id: string; state: TaskState; tag: Tag };

/** One line of those one is losing touch with. Days "YYYY-MM-DD"; `version` is the person's. */
export type TouchLine = {
  id: string;
  version: number;
  name: string;
  circles: string[];
  isPrivate: boolean;
  everyDays: number;
  dueOn: string;
  /** The last contact: its day and what it was; null when there was none since they were written down on `since`. */
  last: { day: string; says: string } | null;
  since: string;
  /** The open task to keep in touch with them. */
  task: TouchTask | null;
};

/** A page of the list, the longest wait first. `circles` are their names by key; `hasCadence` whether any of them says how often. */
export type TouchView = {
  lines: TouchLine[];
  more: string | null;
  today: string;
  circles: Record<string, string>;
  hasCadence: boolean;
};

/** How it stands with one person, on their page. */
export type TouchOfPerson = {
  cadence: Cadence | null;
  own: number | null;
  neverDue: boolean;
  pausedUntil: string | null;
  dueOn: string | null;
  last: { day: string; says: string } | null;
};
