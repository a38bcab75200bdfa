import { formatRule, type RecurrenceRule } from "@/lib/domain/calendar/recurrence-rule";
import { inMonth, type RepeatChoice } from "@/lib/domain/calendar/repeat-choice";
import { instantAt, weekdayOf } from "@/lib/domain/calendar/zone-day";

/**
 * The choice as a rule (RRULE without its name, RFC 5545 §3.3.10); "" for once. `first` is the day it begins on, on the wall of `zone`; its weekday is always among those of
 * a week, as the first time always happens. The end is UTC for times and a date for whole days, as §3.3.10 asks of UNTIL.
 */
export function writeRepeat(
  choice: RepeatChoice,
  { first, zone, allDay }: { first: string; zone: string; allDay: boolean },
): string {
  if (choice.how === "never") return "";
  if (choice.how === "other") return choice.other;
  const freqs = { daily: "DAILY", weekly: "WEEKLY", monthly: "MONTHLY", yearly: "YEARLY" } as const;
  const own = weekdayOf(first) - 1;
  const { date, nth } = inMonth(first);
  const monthly = choice.how === "monthly" ? choice.month : null;
  const rule: RecurrenceRule = {
    ...empty,
    freq: freqs[choice.how],
    interval: choice.every,
    count: choice.end === "times" ? choice.times : null,
    byDay:
      choice.how === "weekly"
        ? [...new Set([...choice.weekdays, own])].sort().map((weekday) => ({ weekday, nth: null }))
        : monthly === "weekday" || monthly === "last-weekday"
          ? [{ weekday: own, nth: monthly === "weekday" ? nth : -1 }]
          : [],
    byMonthDay: monthly === "day" ? [date] : monthly === "last-day" ? [-1] : [],
  };
  return formatRule(rule, choice.end === "until" ? untilText(choice.until, zone, allDay) : null);
}

function untilText(day: string, zone: string, allDay: boolean): string {
  if (allDay) return day.replaceAll("-", "");
  const last = new Date(instantAt(day, "23:59:59", zone)).toISOString();
  return last.replace(/[-:]|\.\d+/g, "");
}

const empty: RecurrenceRule = {
  freq: "DAILY",
  interval: 1,
  count: null,
  until: null,
  bySecond: [],
  byMinute: [],
  byHour: [],
  byDay: [],
  byMonthDay: [],
  byYearDay: [],
  byWeekNo: [],
  byMonth: [],
  bySetPos: [],
  weekStart: 0,
  skip: "OMIT",
};
