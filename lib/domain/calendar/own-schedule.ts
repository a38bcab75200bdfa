/** When an entry that is made here happens: what is typed, as the schedule that later times are worked out from. */
import type { EventInput } from "@/lib/domain/calendar/event";
import { readOwnRule } from "@/lib/domain/calendar/own-rule";
import { instantOf, type WallTime, wallSeconds, wallTime } from "@/lib/domain/calendar/wall-time";
import { addDays, isZone } from "@/lib/domain/calendar/zone-day";
import { granted, type Result, refused } from "@/lib/domain/result";

type Length = { days: number; seconds: number };

/** What `events.source` holds: the part of an entry that says when (RFC 5545 §3.8.2, §3.8.5). An end is not included. */
export type Schedule = {
  uid: string | null;
  start: WallTime;
  end: WallTime | null;
  duration: Length | null;
  rules: string[];
  excludedRules: string[];
  rdates: { start: WallTime; end: WallTime | null; duration: Length | null }[];
  exdates: WallTime[];
  recurrenceId: WallTime | null;
  replacesFollowing: boolean;
};

type Typed = Pick<EventInput, "start" | "end" | "allDay" | "zone" | "rule">;

/** Nobody means an entry that lasts longer. */
const MOST_SECONDS = 366 * 86_400;

/**
 * Reads what is typed. `EventInput` ends whole days with the last one; here the end is the day after it (RFC 5545 §3.6.1). The rule is
 * in its one form, with an end of the kind that §3.3.10 asks for. Refuses `invalid`, with the field: a time without a clock, an
 * unknown zone, an end that is not after the start, more than a year, a rule that cannot be followed.
 */
export function scheduleOf(typed: Typed, uid: string): Result<Schedule> {
  const { allDay, zone } = typed;
  if (!isZone(zone)) return no("zone", "Choose a time zone, such as Europe/Lisbon.");
  if (!allDay && typed.start.length === 10) return no("start", "Give a time, or choose all day.");
  if (!allDay && typed.end.length === 10) return no("end", "Give a time, or choose all day.");
  const lastDay = typed.end.slice(0, 10);
  const start = wallTime(typed.start, zone, allDay);
  const end = wallTime(allDay ? addDays(lastDay, 1) : typed.end, zone, allDay);
  const length = (instantOf(end, zone) - instantOf(start, zone)) / 1000;
  if (length <= 0)
    return no("end", allDay ? "The last day comes after the first." : "The end comes after the start.");
  if (length > MOST_SECONDS) return no("end", "An entry lasts at most a year.");
  const rule = readOwnRule(typed.rule, start);
  return rule.ok ? granted({ ...once, uid, start, end, rules: rule.value === "" ? [] : [rule.value] }) : rule;
}

/** How long it lasts, in seconds on the wall. */
export function lengthOf({ start, end, duration }: Pick<Schedule, "start" | "end" | "duration">): number {
  if (end !== null) return wallSeconds(end.local) - wallSeconds(start.local);
  if (duration !== null) return duration.days * 86_400 + duration.seconds;
  return start.kind === "date" ? 86_400 : 0;
}

/** Whether it happens more than once, or is one time of something that does. */
export function isSeries({ rules, rdates }: Schedule): boolean {
  return rules.length + rdates.length > 0;
}

const once = {
  duration: null,
  excludedRules: [],
  rdates: [],
  exdates: [],
  recurrenceId: null,
  replacesFollowing: false,
};

function no(field: string, why: string): Result<Schedule> {
  return refused({ code: "invalid", fields: { [field]: why } });
}
