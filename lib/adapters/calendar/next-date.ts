import * as rruleModule from "rrule";
import { instantAt, meantTime, wallAt } from "@/lib/domain/calendar/zone-day";
import { anchorRule, formatTaskRule, readTaskRule, type TaskRule } from "@/lib/domain/task/repeat";

// The package is CommonJS to Node and a module to a bundler; this finds its classes in both.
const library = (rruleModule as { default?: typeof rruleModule }).default?.RRule
  ? (rruleModule as unknown as { default: typeof rruleModule }).default
  : rruleModule;

export type Repeating = {
  rule: string;
  from: "calendar" | "completion";
  /** When the task was due; null when it never was. */
  dueAt: Date | null;
  dueAllDay: boolean;
  /** When the one was due whose next it is; null for the first. */
  dueBefore?: Date | null;
  /** When it was closed. */
  closedAt: Date;
  zone: string;
};

/** The rule with which it goes on, anchored to its day, and when it is due next. */
export type NextDate = { rule: string; dueAt: Date; dueAllDay: boolean };

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * When a repeating task is due again. From the calendar: the rule's first day after both the old date and today, at the
 * old time of day in `zone`, also after a night that skipped it; missed ones are not piled up. From completion: counted from the day it was done.
 * The 29th, 30th and 31st fall on the last day of a shorter month. Null when the rule cannot be read or never happens.
 */
export function nextDate(task: Repeating): NextDate | null {
  const read = readTaskRule(task.rule);
  if (!read.ok) return null;
  const today = wallAt(task.closedAt.getTime(), task.zone).slice(0, 10);
  const due = task.dueAt ? wallAt(task.dueAt.getTime(), task.zone) : null;
  const dueAllDay = task.dueAllDay || due === null;
  const fromCalendar = task.from === "calendar" && due !== null;
  const start = fromCalendar ? due.slice(0, 10) : today;
  const rule = fromCalendar ? anchorRule(read.rule, start) : read.rule;
  const day = firstAfter(anchorRule(rule, start), start, later(start, today));
  if (day === null) return null;
  const before = task.dueBefore?.getTime() ?? null;
  const time =
    task.dueAt === null || dueAllDay ? "00:00" : meantTime(task.dueAt.getTime(), before, task.zone);
  return { rule: formatTaskRule(rule), dueAt: new Date(instantAt(day, time, task.zone)), dueAllDay };
}

/** Days only, on UTC's calendar: zones and clocks are put back by the caller. */
function firstAfter(rule: TaskRule, start: string, after: string): string | null {
  if (missesItsWeekday(rule, start)) return null;
  const dtstart = new Date(`${start}T00:00:00Z`);
  const expanded = new library.RRule({
    freq: library.RRule[rule.freq],
    interval: rule.interval,
    dtstart,
    // A rule that never happens ends here, and not in the year 9999.
    until: new Date(dtstart.getTime() + (rule.freq === "YEARLY" ? 3000 : 150) * 366 * DAY_MS),
    byweekday: orNotSaid(rule.byDay.map((day) => weekday(day.weekday, day.nth))),
    bymonth: orNotSaid(rule.byMonth),
    ...monthDays(rule),
  });
  return (
    expanded
      .after(new Date(`${after}T00:00:00Z`), false)
      ?.toISOString()
      .slice(0, 10) ?? null
  );
}

/** Every so many whole weeks from a Thursday it is never a Monday; the library would look for one through 150 years. */
function missesItsWeekday({ freq, interval, byDay }: TaskRule, start: string): boolean {
  if (freq !== "DAILY" || interval % 7 !== 0 || byDay.length === 0) return false;
  const weekday = (new Date(`${start}T00:00:00Z`).getUTCDay() + 6) % 7;
  return !byDay.some((day) => day.weekday === weekday);
}

/** "The 31st" is asked for as the last of the days 28 to 31 that the month has. */
function monthDays(rule: TaskRule): { bymonthday: number[] | null; bysetpos?: number } {
  const [day, ...others] = rule.byMonthDay;
  const isOneMonth = rule.freq === "MONTHLY" || (rule.freq === "YEARLY" && rule.byMonth.length === 1);
  if (day === undefined || day <= 28 || others.length > 0 || rule.byDay.length > 0 || !isOneMonth)
    return { bymonthday: orNotSaid(rule.byMonthDay) };
  return { bymonthday: Array.from({ length: day - 27 }, (_, n) => 28 + n), bysetpos: -1 };
}

function weekday(day: number, nth: number | null) {
  const { MO, TU, WE, TH, FR, SA, SU } = library.RRule;
  const named = [MO, TU, WE, TH, FR, SA, SU][day] ?? MO;
  return nth === null ? named : named.nth(nth);
}

/** The library takes an empty list for "said, and none". */
function orNotSaid<T>(list: T[]): T[] | null {
  return list.length > 0 ? list : null;
}

function later(a: string, b: string): string {
  return a < b ? b : a;
}
