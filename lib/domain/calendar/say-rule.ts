import { lastDayOf } from "@/lib/domain/calendar/read-repeat";
import { parseRule, type RecurrenceRule } from "@/lib/domain/calendar/recurrence-rule";
import { formatTaskRule, months } from "@/lib/domain/task/repeat";
import { sayRepeat } from "@/lib/domain/task/repeat-words";

/**
 * A rule of the calendar in words, small letters first: "every Friday", "every 2 weeks on Monday", "every month on the last Friday until
 * 31 December 2027" (an end in UTC is said as the day in `zone`). "" for once; a rule that nobody would say out loud is "repeating".
 */
export function sayRule(text: string, zone = "UTC"): string {
  if (text === "") return "";
  const read = parseRule(text);
  if (!read.ok) return "repeating";
  const { rule } = read;
  return `${sayHowOften(rule)}${sayEnd(rule, zone)}`;
}

const clamped = ", or the last day of a shorter month";

function sayHowOften(rule: RecurrenceRule): string {
  const { freq, interval, byDay } = rule;
  if (freq === "HOURLY" || freq === "MINUTELY" || freq === "SECONDLY" || isOdd(rule)) return "repeating";
  const said = sayRepeat({ rule: formatTaskRule({ ...rule, freq }), from: "calendar" });
  if (said.startsWith("FREQ")) return "repeating";
  // Unlike a task, an entry leaves out the months that have no such day (RFC 5545 §3.3.10).
  if (said.endsWith(clamped)) return `${said.slice(0, -clamped.length)}, where there is one`;
  if (freq !== "WEEKLY" || interval !== 1 || byDay.length === 0) return said;
  const days = new Set(byDay.map((day) => day.weekday));
  if (days.size === 7) return "every day";
  return days.size === 5 && !days.has(5) && !days.has(6)
    ? "every weekday"
    : said.replace("every week on ", "every ");
}

function isOdd(rule: RecurrenceRule): boolean {
  const lists = [rule.bySetPos, rule.byYearDay, rule.byWeekNo, rule.byHour, rule.byMinute, rule.bySecond];
  return lists.some((list) => list.length > 0);
}

function sayEnd(rule: RecurrenceRule, zone: string): string {
  const last = lastDayOf(rule, zone);
  if (last !== null) return ` until ${sayDate(last)}`;
  const { count } = rule;
  return count === null ? "" : count === 1 ? ", once" : `, ${count} times`;
}

/** "31 December 2027" */
export function sayDate(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${months[(month ?? 1) - 1]} ${year}`;
}
