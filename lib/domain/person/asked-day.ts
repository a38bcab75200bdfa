import { addDays } from "@/lib/domain/calendar/zone-day";
import {
  type LeapDayRule,
  nextOccurrence,
  occurrencesBetween,
  type PlainDateText,
  type YearlyDate,
} from "@/lib/domain/person/yearly-date";

/** So long a day may have passed and is still told: a server that was off over the holidays catches up. */
export const CATCH_UP_DAYS = 14;

/** The day on which a date asks for something today: the next one, from the first of its lead days on. */
export function dayAhead(
  date: YearlyDate,
  leadDays: number,
  today: PlainDateText,
  rule: LeapDayRule,
): PlainDateText | null {
  const day = nextOccurrence(date, today, rule);
  return day > addDays(today, leadDays) ? null : day;
}

/**
 * The last day of a date that has passed in the two weeks before today; null for one that was not known yet when it came.
 * `knownOn` is the day on which it was written down as it stands.
 */
export function dayPassed(
  date: YearlyDate,
  knownOn: PlainDateText,
  today: PlainDateText,
  rule: LeapDayRule,
): PlainDateText | null {
  const passed = occurrencesBetween(date, addDays(today, -CATCH_UP_DAYS), addDays(today, -1), rule);
  return passed.filter((day) => day > knownOn).at(-1) ?? null;
}
