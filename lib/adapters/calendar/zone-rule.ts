import { daysInMonth, fromDayNumber, SECONDS_PER_DAY } from "@/lib/domain/calendar/civil-date";
import { weekdayOf } from "@/lib/domain/calendar/days-of-period";

/** A change of a clock: the wall just before it, in wall seconds, and the offsets on both sides. */
export type Onset = { wall: number; before: number; after: number; year: number; isSummer: boolean };

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/**
 * The yearly rule that these changes follow, one a year (RFC 5545 §3.3.10): the last or the nth weekday of a month, or the first one on
 * or after a day ("the Friday from the 23rd on", as in Jerusalem); null where there is none.
 */
export function yearlyRuleOf(onsets: readonly Onset[]): string | null {
  const days = onsets.map(({ wall }) => fromDayNumber(Math.floor(wall / SECONDS_PER_DAY)));
  const [first] = days;
  const [onset] = onsets;
  if (!first || !onset) return null;
  const weekday = weekdayOf(Math.floor(onset.wall / SECONDS_PER_DAY));
  const time = onset.wall % SECONDS_PER_DAY;
  const isSame = onsets.every(
    ({ wall }, n) =>
      days[n]?.month === first.month &&
      weekdayOf(Math.floor(wall / SECONDS_PER_DAY)) === weekday &&
      wall % SECONDS_PER_DAY === time,
  );
  if (!isSame) return null;
  const head = `FREQ=YEARLY;BYMONTH=${first.month};`;
  const name = DAYS[weekday];
  if (days.every(({ year, month, day }) => day > daysInMonth(year, month) - 7))
    return `${head}BYDAY=-1${name}`;
  const nth = Math.ceil(first.day / 7);
  if (days.every(({ day }) => Math.ceil(day / 7) === nth)) return `${head}BYDAY=${nth}${name}`;
  const from = Math.min(...days.map(({ day }) => day));
  if (days.some(({ day }) => day > from + 6)) return null;
  return `${head}BYMONTHDAY=${Array.from({ length: 7 }, (_, n) => from + n).join(",")};BYDAY=${name}`;
}
