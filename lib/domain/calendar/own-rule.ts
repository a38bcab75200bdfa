/** How an entry of ours repeats: which rules are taken, and what becomes of one when its entry is moved or cut in two. */
import { SECONDS_PER_DAY } from "@/lib/domain/calendar/civil-date";
import { expandRule } from "@/lib/domain/calendar/expand-rule";
import {
  formatRule,
  parseRule,
  type RecurrenceRule,
  type RuleUntil,
} from "@/lib/domain/calendar/recurrence-rule";
import { timeAt, type WallTime, wallSeconds } from "@/lib/domain/calendar/wall-time";
import { wallAt } from "@/lib/domain/calendar/zone-day";
import { granted, type Result, refused } from "@/lib/domain/result";

const known =
  "FREQ INTERVAL COUNT UNTIL BYDAY BYMONTHDAY BYYEARDAY BYWEEKNO BYMONTH BYSETPOS WKST RSCALE SKIP".split(
    " ",
  );
const daily = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
const MOST_APART = 1000;
const MOST_TIMES = 5000;
/** Forty years hold every rule that ever happens, also one about 29 February. */
const FAR = 40 * 366 * SECONDS_PER_DAY;

/** A typed rule in its one form; "" for once. Refuses `invalid` (rule) for what cannot be followed, or never happens. */
export function readOwnRule(text: string, start: WallTime): Result<string> {
  if (text.trim() === "") return granted("");
  const names = text.split(";").map((part) => part.split("=")[0]?.trim().toUpperCase() ?? "");
  if (new Set(names).size !== names.length) return no("This repeat rule says the same thing twice.");
  const strange = names.find((name) => name !== "" && !known.includes(name));
  if (strange !== undefined) return no(`An entry cannot repeat with ${strange.slice(0, 20)}.`);
  const read = parseRule(text);
  if (!read.ok) return no(read.why);
  if (read.notes[0] !== undefined) return no(read.notes[0]);
  const { rule } = read;
  if (!daily.includes(rule.freq)) return no("An entry repeats once a day at most.");
  if (rule.interval > MOST_APART) return no(`An entry waits at most ${MOST_APART} times in between.`);
  if (rule.count !== null && rule.until !== null) return no("Say how many times, or until when; not both.");
  if ((rule.count ?? 0) > MOST_TIMES) return no(`An entry repeats at most ${MOST_TIMES} times.`);
  const written = ruleText(rule, start);
  return firstOf(written, start) === null ? no("This never happens.") : granted(written);
}

/** The first time that a rule picks, from its start on or from a later wall second; null where it picks none. */
export function firstOf(text: string, start: WallTime, from = wallSeconds(start.local)): WallTime | null {
  const [first] = picks(text, start, { from, to: from + FAR, mostResults: 1 });
  return first === undefined ? null : timeAt(start, first);
}

/** How many times a rule has picked before a time. */
export function countBefore(text: string, start: WallTime, before: WallTime): number {
  const bounds = {
    from: wallSeconds(start.local),
    to: wallSeconds(before.local) - 1,
    mostResults: MOST_TIMES,
  };
  return picks(text, start, bounds).length;
}

/** The rule, ending before a time, whatever its end was. */
export function endedBefore(text: string, time: WallTime): string {
  const rule = readRule(text);
  const last = timeAt(time, wallSeconds(time.local) - (time.kind === "date" ? SECONDS_PER_DAY : 1));
  return formatRule({ ...rule, count: null }, untilText(last));
}

/** The rule from a time on: so many of its times are over. */
export function withoutFirst(text: string, times: number): string {
  const rule = readRule(text);
  return rule.count === null ? text : text.replace(/COUNT=\d+/i, `COUNT=${Math.max(1, rule.count - times)}`);
}

/** The rule with an end of the kind its start has; where it moves, later by so many wall seconds than on the clock it was on. */
export function ruleText(
  rule: RecurrenceRule,
  start: WallTime,
  { clock, by } = { clock: start, by: 0 },
): string {
  const end = rule.until === null ? null : timeAt(start, endOn(rule.until, clock) + by);
  return formatRule(rule, end === null ? null : untilText(end));
}

/** A stored rule; what was stored can be read. */
export function readRule(text: string): RecurrenceRule {
  const read = parseRule(text);
  if (!read.ok) throw new Error(`a stored rule cannot be read: ${read.why}`);
  return read.rule;
}

type Within = { from: number; to: number; mostResults: number };

function picks(text: string, start: WallTime, within: Within): number[] {
  const rule = readRule(text);
  const until = rule.until === null ? null : endOn(rule.until, start);
  return expandRule(rule, { ...within, start: wallSeconds(start.local), until, mostSteps: 400_000 }).walls;
}

/** The end on the wall of the start; a day that is the end belongs to it. */
function endOn(until: RuleUntil, start: WallTime): number {
  if (start.kind === "date") return Math.floor(until.wall / SECONDS_PER_DAY) * SECONDS_PER_DAY;
  if (until.kind === "date") return until.wall + SECONDS_PER_DAY - 1;
  if (until.kind === "local" || start.zone === null) return until.wall;
  return wallSeconds(wallAt(until.wall * 1000, start.zone));
}

/** RFC 5545 §3.3.10: a day for days, UTC for times in a zone, else the wall's own. */
function untilText(time: WallTime): string {
  return (time.utc ?? time.local).replaceAll(/[-:]/g, "");
}

function no(why: string): Result<string> {
  return refused({ code: "invalid", fields: { rule: why } });
}
