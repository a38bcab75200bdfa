import { isRealDate, SECONDS_PER_DAY, toDayNumber } from "@/lib/domain/calendar/civil-date";

export const FREQUENCIES = [
  "YEARLY",
  "MONTHLY",
  "WEEKLY",
  "DAILY",
  "HOURLY",
  "MINUTELY",
  "SECONDLY",
] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** A weekday, Monday 0 … Sunday 6; `nth` counts within the month or year, from the end when negative. */
export type RuleWeekday = { weekday: number; nth: number | null };

/** The end of a rule, inclusive. `wall` is in wall seconds; a "utc" end is on the wall of UTC, a "date" at 00:00. */
export type RuleUntil = { kind: "date" | "local" | "utc"; wall: number };

/** A validated RRULE (RFC 5545 §3.3.10, with SKIP of RFC 7529). Lists are sorted, in range and without doubles. */
export type RecurrenceRule = {
  freq: Frequency;
  interval: number;
  count: number | null;
  until: RuleUntil | null;
  bySecond: number[];
  byMinute: number[];
  byHour: number[];
  byDay: RuleWeekday[];
  byMonthDay: number[];
  byYearDay: number[];
  byWeekNo: number[];
  byMonth: number[];
  bySetPos: number[];
  weekStart: number;
  skip: "OMIT" | "BACKWARD" | "FORWARD";
};

export type ParsedRule = { ok: true; rule: RecurrenceRule; notes: string[] } | { ok: false; why: string };

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
/** No calendar program writes longer ones; a longer one is an attack on the clock. */
const LONGEST_RULE = 4000;
const MOST_TIMES_A_DAY = 1440;

/**
 * Reads the text after "RRULE:". Tolerates spaces, lower case and stray semicolons. What cannot be repeated safely or
 * in this calendar is refused with a sentence; a single value out of range is left out with a note.
 */
export function parseRule(text: string): ParsedRule {
  if (text.length > LONGEST_RULE) return { ok: false, why: "The repeat rule is too long to be a real one." };
  const parts = new Map<string, string>();
  for (const part of text.split(";")) {
    const at = part.indexOf("=");
    if (at > 0)
      parts.set(
        part.slice(0, at).trim().toUpperCase(),
        part
          .slice(at + 1)
          .trim()
          .toUpperCase(),
      );
  }
  const notes: string[] = [];
  const freq = FREQUENCIES.find((name) => name === parts.get("FREQ"));
  if (!freq) return { ok: false, why: "The repeat rule does not say how often it repeats." };
  const calendar = parts.get("RSCALE") ?? "GREGORIAN";
  if (calendar !== "GREGORIAN") {
    return {
      ok: false,
      why: `The repeat rule counts in the ${calendar.toLowerCase().slice(0, 30)} calendar.`,
    };
  }

  const list = (name: string, low: number, high: number, negative: boolean) =>
    readList(parts, name, low, high, negative, notes);
  const rule: RecurrenceRule = {
    freq,
    interval: readCount(parts, "INTERVAL", notes) ?? 1,
    count: readCount(parts, "COUNT", notes),
    until: null,
    bySecond: list("BYSECOND", 0, 60, false).map((second) => Math.min(second, 59)),
    byMinute: list("BYMINUTE", 0, 59, false),
    byHour: list("BYHOUR", 0, 23, false),
    byDay: readWeekdays(parts.get("BYDAY") ?? parts.get("BYWEEKDAY"), notes),
    byMonthDay: list("BYMONTHDAY", 1, 31, true),
    byYearDay: list("BYYEARDAY", 1, 366, true),
    byWeekNo: list("BYWEEKNO", 1, 53, true),
    byMonth: list("BYMONTH", 1, 12, false),
    bySetPos: list("BYSETPOS", 1, 366, true),
    weekStart: Math.max(0, WEEKDAYS.indexOf(parts.get("WKST") ?? "MO")),
    skip:
      parts.get("SKIP") === "BACKWARD" ? "BACKWARD" : parts.get("SKIP") === "FORWARD" ? "FORWARD" : "OMIT",
  };
  for (const name of [
    "BYSECOND",
    "BYMINUTE",
    "BYHOUR",
    "BYDAY",
    "BYMONTHDAY",
    "BYYEARDAY",
    "BYWEEKNO",
    "BYMONTH",
  ]) {
    const written = parts.get(name);
    if (written && !isAnyLeft(rule, name)) {
      return { ok: false, why: `The repeat rule can never happen: ${name}=${written.slice(0, 40)}.` };
    }
  }
  if (
    Math.max(1, rule.byHour.length) * Math.max(1, rule.byMinute.length) * Math.max(1, rule.bySecond.length) >
    MOST_TIMES_A_DAY
  ) {
    return { ok: false, why: `The repeat rule asks for more than ${MOST_TIMES_A_DAY} times a day.` };
  }
  const until = parts.get("UNTIL");
  if (until) {
    rule.until = parseUntil(until);
    if (!rule.until)
      return { ok: false, why: `The end of the repeat rule cannot be read: ${until.slice(0, 40)}.` };
  }
  return { ok: true, rule, notes };
}

/** The rule in one canonical line, parts in the order of RFC 5545; the same rule always gives the same text. */
export function formatRule(rule: RecurrenceRule, untilText: string | null): string {
  const parts = [`FREQ=${rule.freq}`];
  if (untilText) parts.push(`UNTIL=${untilText}`);
  if (rule.count !== null) parts.push(`COUNT=${rule.count}`);
  if (rule.interval !== 1) parts.push(`INTERVAL=${rule.interval}`);
  const add = (name: string, values: readonly (number | string)[]) => {
    if (values.length > 0) parts.push(`${name}=${values.join(",")}`);
  };
  add("BYSECOND", rule.bySecond);
  add("BYMINUTE", rule.byMinute);
  add("BYHOUR", rule.byHour);
  add(
    "BYDAY",
    rule.byDay.map((day) => `${day.nth ?? ""}${WEEKDAYS[day.weekday]}`),
  );
  add("BYMONTHDAY", rule.byMonthDay);
  add("BYYEARDAY", rule.byYearDay);
  add("BYWEEKNO", rule.byWeekNo);
  add("BYMONTH", rule.byMonth);
  add("BYSETPOS", rule.bySetPos);
  if (rule.weekStart !== 0) parts.push(`WKST=${WEEKDAYS[rule.weekStart]}`);
  if (rule.skip !== "OMIT") parts.push("RSCALE=GREGORIAN", `SKIP=${rule.skip}`);
  return parts.join(";");
}

/** The weekday from which the weeks of a rule count: its own where it makes a difference, else Monday. */
export function weekStartOf({ freq, interval, byDay, byWeekNo, weekStart }: RecurrenceRule): number {
  if (byWeekNo.length > 0) return weekStart;
  const areApart =
    byDay.some(({ weekday }) => weekday < weekStart) && byDay.some(({ weekday }) => weekday >= weekStart);
  return freq === "WEEKLY" && interval > 1 && areApart ? weekStart : 0;
}

function isAnyLeft(rule: RecurrenceRule, name: string): boolean {
  const lists: Record<string, unknown[]> = {
    BYSECOND: rule.bySecond,
    BYMINUTE: rule.byMinute,
    BYHOUR: rule.byHour,
    BYDAY: rule.byDay,
    BYMONTHDAY: rule.byMonthDay,
    BYYEARDAY: rule.byYearDay,
    BYWEEKNO: rule.byWeekNo,
    BYMONTH: rule.byMonth,
  };
  return (lists[name] ?? []).length > 0;
}

/** INTERVAL=0 and COUNT=0 are written by some programs and mean "not said". */
function readCount(parts: Map<string, string>, name: string, notes: string[]): number | null {
  const text = parts.get(name);
  if (text === undefined || text === "") return null;
  const value = /^\+?\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value > 0) return value;
  notes.push(`${name}=${text.slice(0, 20)} was ignored.`);
  return null;
}

function readList(
  parts: Map<string, string>,
  name: string,
  low: number,
  high: number,
  negative: boolean,
  notes: string[],
): number[] {
  const values = new Set<number>();
  for (const item of (parts.get(name) ?? "").split(",")) {
    const text = item.trim();
    if (text === "") continue;
    const value = /^[+-]?\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
    const size = negative ? Math.abs(value) : value;
    if (size >= low && size <= high) values.add(value);
    else notes.push(`${name}=${text.slice(0, 20)} was ignored: it does not exist.`);
  }
  return [...values].sort((a, b) => a - b);
}

function readWeekdays(text: string | undefined, notes: string[]): RuleWeekday[] {
  const days = new Map<string, RuleWeekday>();
  for (const item of (text ?? "").split(",")) {
    const compact = item.replace(/\s/g, "");
    if (compact === "") continue;
    const match = /^([+-]?\d{1,3})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(compact);
    const nth = match?.[1] ? Number(match[1]) : null;
    if (!match || nth === 0 || Math.abs(nth ?? 1) > 53) {
      notes.push(`BYDAY=${compact.slice(0, 20)} was ignored: it does not exist.`);
      continue;
    }
    days.set(`${nth ?? ""}${match[2]}`, { weekday: WEEKDAYS.indexOf(match[2] ?? "MO"), nth });
  }
  return [...days.values()];
}

function parseUntil(text: string): RuleUntil | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}):?(\d{2}):?(\d{2})?(?:\.\d+)?\s*(Z)?)?$/.exec(
    text.trim(),
  );
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (!isRealDate(year, month, day)) return null;
  const midnight = toDayNumber(year, month, day) * SECONDS_PER_DAY;
  if (match[4] === undefined) return { kind: "date", wall: midnight };
  const wall = midnight + Number(match[4]) * 3600 + Number(match[5]) * 60 + Number(match[6] ?? 0);
  return { kind: match[7] ? "utc" : "local", wall };
}
