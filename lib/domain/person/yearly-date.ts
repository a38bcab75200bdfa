import { daysInMonth, isLeapYear } from "@/lib/domain/calendar/civil-date";

/**
 * A date that comes back every year: a birthday, an anniversary. The year is null when nobody wrote it down.
 * Days are plain "YYYY-MM-DD" texts; which day it is where the client lives is the caller's to know.
 */
export type YearlyDate = { month: number; day: number; year: number | null };

/** A plain day, "YYYY-MM-DD". */
export type PlainDateText = string;

/** On which day 29 February is kept in a year that has none: the client's choice. */
export const leapDayRules = ["28-feb", "1-mar"] as const;
export type LeapDayRule = (typeof leapDayRules)[number];

/** True for a day that exists: 29 February needs a leap year, or no year at all. */
export function isYearlyDate(date: YearlyDate): boolean {
  const { year, month, day } = date;
  if (!Number.isInteger(month) || !Number.isInteger(day)) return false;
  if (month < 1 || month > 12 || day < 1) return false;
  if (year !== null && (!Number.isInteger(year) || year < 1 || year > 9999)) return false;
  return day <= daysInMonth(year ?? 2000, month);
}

/** "1996-04-15", or "--04-15" without a year (ISO 8601:2000, as vCard 4 writes it: RFC 6350 §4.3.1). */
export function formatYearlyDate(date: YearlyDate): string {
  return `${date.year === null ? "-" : String(date.year).padStart(4, "0")}-${two(date.month)}-${two(date.day)}`;
}

/** Reads what {@link formatYearlyDate} writes; null for anything else or for a day that does not exist. */
export function parseYearlyDate(text: string): YearlyDate | null {
  const match = /^(?:(\d{4})|-)-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const date = { year: match[1] ? Number(match[1]) : null, month: Number(match[2]), day: Number(match[3]) };
  return isYearlyDate(date) ? date : null;
}

/** The day on which the date is kept in `year`. */
export function occurrenceInYear(date: YearlyDate, year: number, rule: LeapDayRule): PlainDateText {
  const prefix = String(year).padStart(4, "0");
  if (date.month === 2 && date.day === 29 && !isLeapYear(year)) {
    return rule === "28-feb" ? `${prefix}-02-28` : `${prefix}-03-01`;
  }
  return `${prefix}-${two(date.month)}-${two(date.day)}`;
}

/** The first day on or after `from` on which the date is kept. A date in its own future starts in its own year. */
export function nextOccurrence(date: YearlyDate, from: PlainDateText, rule: LeapDayRule): PlainDateText {
  const year = Math.max(Number(from.slice(0, 4)), date.year ?? 0);
  const thisYear = occurrenceInYear(date, year, rule);
  return thisYear >= from ? thisYear : occurrenceInYear(date, year + 1, rule);
}

/** Every day from `from` to `to`, both included, on which the date is kept, oldest first; none before its own year. */
export function occurrencesBetween(
  date: YearlyDate,
  from: PlainDateText,
  to: PlainDateText,
  rule: LeapDayRule,
): PlainDateText[] {
  const days: PlainDateText[] = [];
  const lastYear = Number(to.slice(0, 4));
  for (let year = Math.max(Number(from.slice(0, 4)), date.year ?? 0); year <= lastYear; year++) {
    const day = occurrenceInYear(date, year, rule);
    if (day >= from && day <= to) days.push(day);
  }
  return days;
}

/** Full years on that day; null when the year is unknown or still to come. */
export function ageOn(date: YearlyDate, day: PlainDateText, rule: LeapDayRule): number | null {
  if (date.year === null) return null;
  const year = Number(day.slice(0, 4));
  const age = day >= occurrenceInYear(date, year, rule) ? year - date.year : year - date.year - 1;
  return age >= 0 ? age : null;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
