import { daysInMonth } from "@/lib/domain/calendar/civil-date";
import { parseRule, type RecurrenceRule } from "@/lib/domain/calendar/recurrence-rule";

/**
 * How a task comes back: an RRULE (RFC 5545 §3.3.10) of the small subset that a person would say out loud, so that
 * expanding it always ends quickly: daily or coarser, INTERVAL to 1000, BYDAY, BYMONTHDAY and BYMONTH.
 */
export type TaskRule = Pick<RecurrenceRule, "interval" | "byDay" | "byMonthDay" | "byMonth"> & {
  freq: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
};
export type ReadTaskRule = { ok: true; rule: TaskRule } | { ok: false; why: string };

const LONGEST = 300;
const MOST_APART = 1000;
const allowed = ["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH"];
/** What each frequency is called. */
export const units = { DAILY: "day", WEEKLY: "week", MONTHLY: "month", YEARLY: "year" } as const;
const codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
export const months =
  "January February March April May June July August September October November December".split(" ");

/** Reads the text of a rule, or says in a sentence why a task cannot repeat so. */
export function readTaskRule(text: string): ReadTaskRule {
  if (text.length > LONGEST) return no("This repeat rule is too long to be a real one.");
  const names = text.split(";").map((part) => part.split("=")[0]?.trim().toUpperCase() ?? "");
  if (new Set(names).size !== names.length) return no("This repeat rule says the same thing twice.");
  const strange = names.find((name) => name !== "" && !allowed.includes(name));
  if (strange !== undefined) return no(`A task cannot repeat with ${strange.slice(0, 20)}.`);
  const parsed = parseRule(text);
  if (!parsed.ok) return no(parsed.why);
  const { freq, interval, byDay, byMonthDay, byMonth } = parsed.rule;
  if (freq !== "DAILY" && freq !== "WEEKLY" && freq !== "MONTHLY" && freq !== "YEARLY")
    return no("A task repeats once a day at most.");
  if (parsed.notes.some((note) => note.startsWith("INTERVAL=")))
    return no(`Say every how many ${units[freq]}s it comes back: 1 at least.`);
  if (parsed.notes.length > 0) return no(parsed.notes[0] ?? "This repeat rule cannot be read.");
  if (interval > MOST_APART) return no(`A task repeats at least once in ${MOST_APART} ${units[freq]}s.`);
  const rule: TaskRule = { freq, interval, byDay, byMonthDay, byMonth };
  const why = whyNever(rule);
  return why === null ? { ok: true, rule } : no(why);
}

/** The rule in its one canonical line. */
export function formatTaskRule({ freq, interval, byDay, byMonthDay, byMonth }: TaskRule): string {
  const days = byDay.map((day) => `${day.nth ?? ""}${codes[day.weekday]}`);
  return [
    `FREQ=${freq}`,
    ...(interval === 1 ? [] : [`INTERVAL=${interval}`]),
    ...(days.length === 0 ? [] : [`BYDAY=${days.join(",")}`]),
    ...(byMonthDay.length === 0 ? [] : [`BYMONTHDAY=${byMonthDay.join(",")}`]),
    ...(byMonth.length === 0 ? [] : [`BYMONTH=${byMonth.join(",")}`]),
  ].join(";");
}

/**
 * The rule with the day written into it that so far only its first date knew: a task due on 31 January that repeats
 * every month keeps meaning the 31st after a February. Days that every month has need no such help.
 * @param start the local day on which the task was due, "YYYY-MM-DD"
 */
export function anchorRule(rule: TaskRule, start: string): TaskRule {
  const [month, day] = [Number(start.slice(5, 7)), Number(start.slice(8, 10))];
  if (day <= 28 || rule.byDay.length > 0 || rule.byMonthDay.length > 0) return rule;
  if (rule.freq === "MONTHLY") return { ...rule, byMonthDay: [day] };
  if (rule.freq !== "YEARLY") return rule;
  return { ...rule, byMonthDay: [day], byMonth: rule.byMonth.length > 0 ? rule.byMonth : [month] };
}

function whyNever({ freq, byDay, byMonthDay, byMonth }: TaskRule): string | null {
  if (byMonthDay.length > 0 && freq === "WEEKLY") return "A week has no days of the month.";
  if (byDay.some((day) => day.nth !== null)) {
    if (freq !== "MONTHLY" && freq !== "YEARLY") return "Only a month or a year has a first or last weekday.";
    if (byDay.some((day) => Math.abs(day.nth ?? 1) > 5)) return "A month has at most five of one weekday.";
    if (freq === "YEARLY" && byMonth.length === 0) return "Say in which month that weekday is.";
  }
  if (byMonthDay.length === 0 || byMonth.length === 0) return null;
  const longest = Math.max(...byMonth.map((month) => daysInMonth(2000, month)));
  const exists = byMonthDay.some((day) => Math.abs(day) <= longest);
  return exists ? null : `There is no ${Math.abs(byMonthDay[0] ?? 0)} ${months[(byMonth[0] ?? 1) - 1]}.`;
}

function no(why: string): ReadTaskRule {
  return { ok: false, why };
}
