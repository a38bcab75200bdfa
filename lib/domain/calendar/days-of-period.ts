import { daysInMonth, fromDayNumber, isLeapYear, toDayNumber } from "@/lib/domain/calendar/civil-date";
import type { RecurrenceRule } from "@/lib/domain/calendar/recurrence-rule";

/** Monday 0 … Sunday 6; 1970-01-01 was a Thursday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7;
}

/** The day number of the first day of the week that holds `dayNumber`. */
export function startOfWeek(dayNumber: number, weekStart: number): number {
  return dayNumber - ((weekdayOf(dayNumber) - weekStart + 7) % 7);
}

/** The days that a YEARLY rule picks in one year, sorted (RFC 5545 §3.3.10, the table of expansions). */
export function daysOfYear(rule: RecurrenceRule, year: number): number[] {
  const months = rule.byMonth.length > 0 ? rule.byMonth : ALL_MONTHS;
  const yearStart = toDayNumber(year, 1, 1);
  const yearLength = isLeapYear(year) ? 366 : 365;
  if (rule.byYearDay.length > 0) {
    const days = rule.byYearDay
      .filter((n) => Math.abs(n) <= yearLength)
      .map((n) => (n > 0 ? yearStart + n - 1 : yearStart + yearLength + n));
    return keepMatching(rule, days, yearStart, yearLength);
  }
  if (rule.byMonthDay.length > 0) {
    const days = months.flatMap((month) => daysByMonthDay(rule, year, month));
    return keepMatching(rule, days, yearStart, yearLength);
  }
  const days: number[] = [];
  for (const month of months) {
    const first = toDayNumber(year, month, 1);
    const scope = rule.byMonth.length > 0 ? { start: first, length: daysInMonth(year, month) } : null;
    const length = daysInMonth(year, month);
    for (let day = first; day < first + length; day++) {
      if (matchesDay(rule, day, scope?.start ?? yearStart, scope?.length ?? yearLength)) days.push(day);
    }
  }
  return days;
}

/** The days that a MONTHLY rule picks in one month, sorted. */
export function daysOfMonth(rule: RecurrenceRule, year: number, month: number): number[] {
  const start = toDayNumber(year, month, 1);
  const length = daysInMonth(year, month);
  if (rule.byMonth.length > 0 && !rule.byMonth.includes(month)) return [];
  const days =
    rule.byMonthDay.length > 0
      ? daysByMonthDay(rule, year, month)
      : Array.from({ length }, (_, index) => start + index);
  return keepMatching(rule, days, start, length);
}

/** Whether a rule that repeats by week, day or less may happen on this day: every BY part limits. */
export function allowsDay(rule: RecurrenceRule, dayNumber: number): boolean {
  const weekday = weekdayOf(dayNumber);
  if (rule.byDay.length > 0 && !rule.byDay.some((entry) => entry.weekday === weekday)) return false;
  if (rule.byWeekNo.length > 0 && !isInWeeks(rule, dayNumber)) return false;
  if (rule.byMonth.length + rule.byMonthDay.length + rule.byYearDay.length === 0) return true;
  const { year, month, day } = fromDayNumber(dayNumber);
  if (rule.byMonth.length > 0 && !rule.byMonth.includes(month)) return false;
  const monthLength = daysInMonth(year, month);
  if (rule.byMonthDay.length > 0 && !includesEitherWay(rule.byMonthDay, day, monthLength)) return false;
  if (rule.byYearDay.length === 0) return true;
  const ofYear = dayNumber - toDayNumber(year, 1, 1) + 1;
  return includesEitherWay(rule.byYearDay, ofYear, isLeapYear(year) ? 366 : 365);
}

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** SKIP (RFC 7529 §4.1) says what becomes of a day its month does not have. */
function daysByMonthDay(rule: RecurrenceRule, year: number, month: number): number[] {
  const length = daysInMonth(year, month);
  const start = toDayNumber(year, month, 1);
  const days: number[] = [];
  for (const n of rule.byMonthDay) {
    if (Math.abs(n) <= length) days.push(n > 0 ? start + n - 1 : start + length + n);
    else if (rule.skip === "BACKWARD") days.push(n > 0 ? start + length - 1 : start - 1);
    else if (rule.skip === "FORWARD") days.push(n > 0 ? start + length : start);
  }
  return days;
}

function keepMatching(rule: RecurrenceRule, days: number[], start: number, length: number): number[] {
  const kept = new Set<number>();
  for (const day of days) {
    const skipped = rule.skip !== "OMIT" && (day < start || day >= start + length);
    if (skipped || matchesMonthAndDay(rule, day, start, length)) kept.add(day);
  }
  return [...kept].sort((a, b) => a - b);
}

function matchesMonthAndDay(rule: RecurrenceRule, day: number, start: number, length: number): boolean {
  const date = fromDayNumber(day);
  const skippedIntoNextMonth = rule.skip === "FORWARD" && date.day === 1;
  if (rule.byMonth.length > 0 && !rule.byMonth.includes(date.month) && !skippedIntoNextMonth) return false;
  const monthLength = daysInMonth(date.year, date.month);
  const limitsByMonthDay = rule.byMonthDay.length > 0 && rule.skip === "OMIT";
  if (limitsByMonthDay && !includesEitherWay(rule.byMonthDay, date.day, monthLength)) return false;
  if (rule.freq === "MONTHLY" && rule.byYearDay.length > 0) {
    const ofYear = day - toDayNumber(date.year, 1, 1) + 1;
    if (!includesEitherWay(rule.byYearDay, ofYear, isLeapYear(date.year) ? 366 : 365)) return false;
  }
  const countsInMonth = rule.freq === "YEARLY" && rule.byMonth.length > 0;
  const scopeStart = countsInMonth ? toDayNumber(date.year, date.month, 1) : start;
  return matchesDay(rule, day, scopeStart, countsInMonth ? monthLength : length);
}

/** BYWEEKNO and BYDAY; "2MO" counts within the scope, which is the month or the year. */
function matchesDay(rule: RecurrenceRule, day: number, scopeStart: number, scopeLength: number): boolean {
  if (rule.byWeekNo.length > 0 && !isInWeeks(rule, day)) return false;
  if (rule.byDay.length === 0) return true;
  const weekday = weekdayOf(day);
  const fromStart = Math.floor((day - scopeStart) / 7) + 1;
  const fromEnd = -Math.floor((scopeStart + scopeLength - 1 - day) / 7) - 1;
  return rule.byDay.some(
    (entry) =>
      entry.weekday === weekday &&
      (entry.nth === null || rule.byWeekNo.length > 0 || entry.nth === fromStart || entry.nth === fromEnd),
  );
}

/** Week 1 is the first with at least four days in the year; weeks begin on WKST. */
function isInWeeks(rule: RecurrenceRule, day: number): boolean {
  const weekStart = startOfWeek(day, rule.weekStart);
  const weekYear = fromDayNumber(weekStart + 3).year;
  const weekNo = Math.floor((weekStart + 3 - toDayNumber(weekYear, 1, 1)) / 7) + 1;
  if (rule.byWeekNo.includes(weekNo)) return true;
  const nextFirstWeek = startOfWeek(toDayNumber(weekYear + 1, 1, 4), rule.weekStart);
  return rule.byWeekNo.includes(-Math.floor((nextFirstWeek - weekStart) / 7));
}

function includesEitherWay(list: number[], n: number, length: number): boolean {
  return list.includes(n) || list.includes(n - length - 1);
}
