/**
 * Days of somebody who has died, where the client wants to keep them: the day they died, and their birthday. Quiet words,
 * never an age.
 */

import { dayAhead, dayPassed } from "@/lib/domain/person/asked-day";
import {
  type LeapDayRule,
  occurrenceInYear,
  type PlainDateText,
  parseYearlyDate,
  type YearlyDate,
} from "@/lib/domain/person/yearly-date";

/** What the task of such a day says, and what is remembered. `day` is "YYYY-MM-DD" where the client lives. */
export type Remembrance = { title: string; what: string; day: PlainDateText; sourceKey: string };

type Dead = { name: string; diedOn: PlainDateText | null };

/**
 * The remembrance that the day somebody died asks for today; the first is a year after. `id` is the person's. With `knownOn`
 * that of a day which passed while nobody looked (dayPassed).
 */
export function remembranceOfDeath(
  { id, name, diedOn }: Dead & { id: string; diedOn: PlainDateText },
  leadDays: number,
  today: PlainDateText,
  rule: LeapDayRule,
  knownOn: PlainDateText | null = null,
): Remembrance | null {
  const date = parseYearlyDate(diedOn);
  if (date === null) return null;
  const day = knownOn ? dayPassed(date, knownOn, today, rule) : dayAhead(date, leadDays, today, rule);
  return remember(day, id, sayDeath(name, diedOn), diedOn);
}

/** The remembrance that their birthday asks for today, or (with `knownOn`) has asked for: never one before they died. `id` is the day's. */
export function remembranceOfBirthday(
  date: YearlyDate & { id: string },
  { name, diedOn }: Dead,
  leadDays: number,
  today: PlainDateText,
  rule: LeapDayRule,
  knownOn: PlainDateText | null = null,
): Remembrance | null {
  const day = knownOn ? dayPassed(date, knownOn, today, rule) : dayAhead(date, leadDays, today, rule);
  return remember(day, date.id, sayRememberedBirthday(name), diedOn);
}

/**
 * What an open remembrance should say after a change: of the birthday `date`, or (null) of the day they died. Null where there
 * is nothing to be remembered in that year.
 */
export function remembranceInYear(
  date: (YearlyDate & { id: string }) | null,
  { id, name, diedOn }: Dead & { id: string },
  year: number,
  rule: LeapDayRule,
): Remembrance | null {
  if (date) return remember(occurrenceInYear(date, year, rule), date.id, sayRememberedBirthday(name), diedOn);
  const died = diedOn === null ? null : parseYearlyDate(diedOn);
  if (diedOn === null || died === null) return null;
  return remember(occurrenceInYear(died, year, rule), id, sayDeath(name, diedOn), diedOn);
}

/** Whether a task's source key is that of a remembrance. */
export function isRemembranceKey(sourceKey: string | null): boolean {
  return /^day:[0-9a-f-]{36}:\d{4}:remembered$/.test(sourceKey ?? "");
}

function remember(
  day: PlainDateText | null,
  id: string,
  what: string,
  diedOn: PlainDateText | null,
): Remembrance | null {
  if (day === null || (diedOn !== null && day <= diedOn)) return null;
  const sourceKey = `day:${id}:${day.slice(0, 4)}:remembered`;
  return { title: `Remembrance · ${what}`, what, day, sourceKey };
}

function sayDeath(name: string, diedOn: PlainDateText): string {
  return `${short(name)}, who died on this day in ${diedOn.slice(0, 4).replace(/^0+/, "")}`;
}

/** What is remembered on the birthday of somebody who has died. */
export function sayRememberedBirthday(name: string): string {
  return `the birthday of ${short(name)}`;
}

function short(name: string): string {
  return [...name].slice(0, 300).join("");
}
