import {
  type EventPlan,
  epochOf,
  keyOf,
  type Standpoint,
  wallOf,
  wholeDays,
} from "@/lib/adapters/calendar/event-plan";
import type { ReadPeriod } from "@/lib/adapters/calendar/read-event-types";
import { type DurationValue, parseTime } from "@/lib/adapters/calendar/time-values";
import { toWall } from "@/lib/adapters/calendar/zone";
import { SECONDS_PER_DAY } from "@/lib/domain/calendar/civil-date";
import { type Expansion, expandRule } from "@/lib/domain/calendar/expand-rule";
import { parseRule, type RecurrenceRule } from "@/lib/domain/calendar/recurrence-rule";

/** One start on the event's clock, and how long that occurrence lasts. */
export type Moment = { wall: number; length: DurationValue };

/** The window as instants, how many of one event are wanted, and the work that is left; `steps` is counted down. */
export type Frame = Standpoint & { from: number; to: number; steps: number; mostOfEach: number };

export const MOST_OF_AN_EVENT = 10_000;
const STEPS_OF_A_RULE = 400_000;

/**
 * All starts that can touch the window, before anything is taken away, sorted and without doubles: where the clocks skip the time of
 * one, it may be at the instant of another (RFC 5545 §3.3.5, §3.3.10), and the two are one.
 */
export function momentsOf(plan: EventPlan, frame: Frame): { moments: Moment[]; complete: boolean } {
  const { event } = plan;
  const margin = plan.length.days * SECONDS_PER_DAY + plan.length.seconds + 2 * SECONDS_PER_DAY;
  const from = toWall(frame.zone, frame.from) - margin;
  const to = toWall(frame.zone, frame.to) + 2 * SECONDS_PER_DAY;
  if (event.rules.length + event.rdates.length === 0) {
    return { moments: [{ wall: plan.startWall, length: plan.length }], complete: true };
  }
  const found = new Map<number, Moment>();
  const take = (moment: Moment) => found.set(epochOf(plan, moment.wall), moment);
  let complete = true;
  if (event.rules.length === 0) take({ wall: plan.startWall, length: plan.length });
  for (const text of event.rules) {
    const expansion = spend(text, plan, from, to, frame);
    complete &&= expansion.complete;
    for (const wall of expansion.walls) take({ wall, length: plan.length });
  }
  for (const period of event.rdates) {
    const moment = momentOfPeriod(period, plan, frame);
    if (moment.wall <= to) take(moment);
  }
  const moments = [...found].sort(([a], [b]) => a - b).map(([, moment]) => moment);
  return { moments, complete };
}

/** What EXDATE and EXRULE take away: exact instants, and whole days of the event's clock. */
export function removedFrom(plan: EventPlan, frame: Frame): { keys: Set<number>; days: Set<number> } {
  const keys = new Set<number>();
  const days = new Set<number>();
  for (const exdate of plan.event.exdates) {
    const wall = parseTime(exdate.local, false)?.wall ?? 0;
    if (exdate.kind === "date" || plan.isDay) days.add(Math.floor(wall / SECONDS_PER_DAY));
    // A floating series knows no instants: programs that wrote "Z" here meant the time on the wall.
    else if (plan.event.start.kind === "floating") keys.add(epochOf(plan, wall));
    else keys.add(keyOf(exdate, plan, frame));
  }
  for (const text of plan.event.excludedRules) {
    const to = toWall(frame.zone, frame.to) + SECONDS_PER_DAY;
    for (const wall of spend(text, plan, plan.startWall, to, frame).walls) keys.add(epochOf(plan, wall));
  }
  return { keys, days };
}

function spend(text: string, plan: EventPlan, from: number, to: number, frame: Frame): Expansion {
  const rule = ruleOf(text);
  if (!rule) return { walls: [], complete: true, steps: 0 };
  const few = fewOf(rule, plan, frame);
  const expansion = expandRule(rule, {
    start: plan.startWall,
    from: Math.max(from, plan.startWall),
    to,
    until: untilOf(rule, plan),
    mostResults: few ?? MOST_OF_AN_EVENT,
    mostSteps: Math.min(STEPS_OF_A_RULE, frame.steps),
  });
  frame.steps = Math.max(0, frame.steps - expansion.steps);
  return few === null ? expansion : { ...expansion, complete: true };
}

/** How many walls hold the few that are wanted, with those before the window; null where some may be taken away again. */
function fewOf(rule: RecurrenceRule, { event, length }: EventPlan, frame: Frame): number | null {
  const isOnceADay =
    ["YEARLY", "MONTHLY", "WEEKLY", "DAILY"].includes(rule.freq) &&
    Math.max(rule.byHour.length, rule.byMinute.length, rule.bySecond.length) <= 1;
  const isPlain = event.exdates.length + event.excludedRules.length === 0 && isOnceADay;
  if (!isPlain || !Number.isFinite(frame.mostOfEach)) return null;
  return frame.mostOfEach + length.days + Math.ceil(length.seconds / SECONDS_PER_DAY) + 5;
}

/** A period has a length of its own; a whole day given to a timed series is the series' time on that day. */
function momentOfPeriod(period: ReadPeriod, plan: EventPlan, frame: Frame): Moment {
  const isMixed = period.start.kind === "date" && !plan.isDay;
  const wall = isMixed
    ? (parseTime(period.start.local, true)?.wall ?? 0) + (plan.startWall % SECONDS_PER_DAY)
    : wallOf(plan, keyOf(period.start, plan, frame));
  if (period.duration) {
    const { days, seconds } = period.duration;
    return { wall, length: plan.isDay ? wholeDays(days * SECONDS_PER_DAY + seconds) : period.duration };
  }
  const seconds = period.end ? keyOf(period.end, plan, frame) - keyOf(period.start, plan, frame) : 0;
  if (seconds <= 0) return { wall, length: plan.length };
  return { wall, length: plan.isDay ? wholeDays(seconds) : { days: 0, seconds } };
}

/** UNTIL on the event's clock (RFC 5545 §3.3.10); a bare date with a time of day ends at its midnight, as libical has it. */
function untilOf(rule: RecurrenceRule, plan: EventPlan): number | null {
  if (!rule.until) return null;
  if (plan.isDay) return Math.floor(rule.until.wall / SECONDS_PER_DAY) * SECONDS_PER_DAY;
  const isInstant = rule.until.kind === "utc" && plan.event.start.kind !== "floating";
  return isInstant ? toWall(plan.zone, rule.until.wall) : rule.until.wall;
}

const rules = new Map<string, RecurrenceRule | null>();

function ruleOf(text: string): RecurrenceRule | null {
  const known = rules.get(text);
  if (known !== undefined) return known;
  if (rules.size > 5_000) rules.clear();
  const parsed = parseRule(text);
  const rule = parsed.ok ? parsed.rule : null;
  rules.set(text, rule);
  return rule;
}
