import { parseRule, type RecurrenceRule, weekStartOf } from "@/lib/domain/calendar/recurrence-rule";
import { type MonthWay, neverAgain, type RepeatChoice } from "@/lib/domain/calendar/repeat-choice";
import { writeRepeat } from "@/lib/domain/calendar/write-repeat";
import { dayAt, weekdayOf } from "@/lib/domain/calendar/zone-day";

/** A rule as the form shows it; one that it cannot show is `other`. */
export function readRepeat(text: string, first: string, zone: string): RepeatChoice {
  if (text.trim() === "") return neverAgain;
  const other: RepeatChoice = { ...neverAgain, how: "other", other: text };
  const read = parseRule(text);
  if (!read.ok || read.notes.length > 0) return other;
  const { freq, interval, count, byDay, byMonthDay } = read.rule;
  const hows = { DAILY: "daily", WEEKLY: "weekly", MONTHLY: "monthly", YEARLY: "yearly" } as const;
  const how = hows[freq as keyof typeof hows];
  if (!how) return other;
  const until = lastDayOf(read.rule, zone) ?? "";
  const own = weekdayOf(first) - 1;
  const choice: RepeatChoice = {
    ...neverAgain,
    how,
    every: interval,
    weekdays: how === "weekly" ? byDay.map((day) => day.weekday).filter((day) => day !== own) : [],
    month: wayOf(byDay[0]?.nth ?? null, byMonthDay[0] ?? null),
    end: until ? "until" : count === null ? "never" : "times",
    until,
    times: count ?? neverAgain.times,
  };
  // What the choice would write back must mean the same: else a part of the rule has no field here.
  return isSame(read.rule, writeRepeat(choice, { first, zone, allDay: false }), first) ? choice : other;
}

/** The last day on which a rule may still happen, on the wall of its zone; null for a rule without such a day. */
export function lastDayOf({ until }: Pick<RecurrenceRule, "until">, zone: string): string | null {
  if (until === null) return null;
  const at = until.wall * 1000;
  return until.kind === "utc" ? dayAt(at, zone) : new Date(at).toISOString().slice(0, 10);
}

function wayOf(nth: number | null, date: number | null): MonthWay {
  if (nth !== null) return nth === -1 ? "last-weekday" : "weekday";
  return date === -1 ? "last-day" : "day";
}

/** Whether two rules say the same of a day; the days that the first time implies may be left out of one. */
function isSame(rule: RecurrenceRule, text: string, first: string): boolean {
  const written = parseRule(text);
  if (!written.ok) return false;
  const [one, other] = [rule, written.rule].map((it) =>
    JSON.stringify({ ...spelledOut(it, first), until: null, weekStart: weekStartOf(it) }),
  );
  return one === other;
}

function spelledOut(rule: RecurrenceRule, first: string): RecurrenceRule {
  const weekday = { weekday: weekdayOf(first) - 1, nth: null };
  const date = Number(first.slice(8));
  const byDay = [...rule.byDay].sort((a, b) => a.weekday - b.weekday);
  if (rule.freq === "WEEKLY") return { ...rule, byDay: byDay.length > 0 ? byDay : [weekday] };
  if (rule.freq === "MONTHLY" && byDay.length + rule.byMonthDay.length === 0)
    return { ...rule, byMonthDay: [date] };
  const [month, monthDay] = [rule.byMonth, rule.byMonthDay].map((list) => list.join());
  if (rule.freq === "YEARLY" && month === String(Number(first.slice(5, 7))) && monthDay === String(date))
    return { ...rule, byMonth: [], byMonthDay: [] };
  return { ...rule, byDay };
}
