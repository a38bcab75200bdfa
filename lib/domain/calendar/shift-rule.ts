import { daysInMonth } from "@/lib/domain/calendar/civil-date";
import { readRule, ruleText } from "@/lib/domain/calendar/own-rule";
import { type RecurrenceRule, weekStartOf } from "@/lib/domain/calendar/recurrence-rule";
import { type WallTime, wallSeconds } from "@/lib/domain/calendar/wall-time";
import { weekdayOf } from "@/lib/domain/calendar/zone-day";

/**
 * The rule of a series whose times are moved from `from` to `to`: "every Monday" dragged to a Tuesday is every Tuesday, "the first
 * Monday" the first Tuesday. Its end, read on the clock of `from`, moves along. Null where the days of a rule cannot be moved by
 * dragging one of them.
 */
export function shiftRule(text: string, from: WallTime, to: WallTime): string | null {
  const rule = readRule(text);
  const by = wallSeconds(to.local) - wallSeconds(from.local);
  const [before, after] = [from.local.slice(0, 10), to.local.slice(0, 10)];
  const days = before === after ? rule : shiftDays(rule, before, after);
  return days === null ? null : ruleText(days, to, { clock: from, by });
}

function shiftDays(rule: RecurrenceRule, before: string, after: string): RecurrenceRule | null {
  const { freq, byDay, byMonthDay, byMonth, bySetPos, byYearDay, byWeekNo } = rule;
  if (bySetPos.length + byYearDay.length + byWeekNo.length > 0) return null;
  const turn = (((weekdayOf(after) - weekdayOf(before)) % 7) + 7) % 7;
  if (freq === "DAILY") return byDay.length + byMonthDay.length + byMonth.length === 0 ? rule : null;
  if (freq === "WEEKLY") return byMonth.length > 0 ? null : turnWeek(rule, turn);
  const [month, date] = [Number(after.slice(5, 7)), Number(after.slice(8))];
  if (byDay.length + byMonthDay.length > 1 || byMonth.length > 1) return null;
  const months = byMonth.length > 0 ? [month] : [];
  const [day] = byDay;
  if (day) {
    if (day.nth === null) return null;
    const nth = day.nth < 0 ? -Math.ceil((lengthOfMonth(after) - date + 1) / 7) : Math.ceil(date / 7);
    return { ...rule, byMonth: months, byDay: [{ weekday: weekdayOf(after) - 1, nth }] };
  }
  if ((byMonthDay[0] ?? 1) < 0 && date !== lengthOfMonth(after))
    return { ...rule, byMonth: months, byMonthDay: [date] };
  return { ...rule, byMonth: months, byMonthDay: (byMonthDay[0] ?? 0) > 0 ? [date] : byMonthDay };
}

/** A week turns as a whole: what was one fortnight's Saturday and Sunday stays together as its Sunday and Monday. */
function turnWeek(rule: RecurrenceRule, turn: number): RecurrenceRule {
  const byDay = rule.byDay.map((day) => ({ ...day, weekday: (day.weekday + turn) % 7 }));
  const turned = { ...rule, byDay, weekStart: (rule.weekStart + turn) % 7 };
  return { ...turned, weekStart: weekStartOf(turned) };
}

function lengthOfMonth(day: string): number {
  return daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
}
