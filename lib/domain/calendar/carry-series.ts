/** A whole series moved and reworded, with its exceptions and its different times, each keeping what is its own. */
import { firstOf } from "@/lib/domain/calendar/own-rule";
import { lengthOf, type Schedule } from "@/lib/domain/calendar/own-schedule";
import type { Happening, NextTime, PlannedRow, SeriesPlan, SeriesRow } from "@/lib/domain/calendar/series";
import { shiftRule } from "@/lib/domain/calendar/shift-rule";
import { shiftTime, timeAt, type WallTime, wallOn, wallSeconds } from "@/lib/domain/calendar/wall-time";
import { granted, type Result, refused } from "@/lib/domain/result";

/**
 * On the clock `from` everything goes later by so many wall seconds, and what that shows is on the clock `to` from now on: of two
 * zones each has its own summer, so the hour of one time says nothing about that of another until it is read on the series' wall.
 */
type Carrying = { from: WallTime; by: number; longer: number; to: WallTime; isOtherKind: boolean };

/**
 * All times of a series go along with the one that was changed. A different time keeps its distance from where it would have been, and
 * its own words where they were its own; where the rule is another, one that is on no time of it any more is given up.
 * Refuses `invalid` (start) where the rule's days cannot move along.
 */
export function carrySeries<W extends object>(
  master: SeriesRow<W>,
  others: readonly SeriesRow<W>[],
  at: Happening<W>,
  next: NextTime<W>,
): Result<SeriesPlan<W>> {
  const carrying = carryingOf(master.schedule, at, next.schedule);
  const schedule = carryMaster(master.schedule, carrying, next.schedule);
  if (schedule === null)
    return refused({
      code: "invalid",
      fields: {
        start: "This repeats on days that cannot be moved by one of them. Change how it repeats instead.",
      },
    });
  const isNewRule = (next.schedule.rules[0] ?? "") !== (master.schedule.rules[0] ?? "");
  const plan: SeriesPlan<W> = {
    rows: [{ id: master.id, schedule, words: { ...master.words, ...changedIn(next.words, at.row.words) } }],
    removed: [],
  };
  for (const other of others) {
    const carried = carryOther(other, master, at, next, carrying);
    const isLost = carrying.isOtherKind || (isNewRule && !picksIt(schedule, carried.schedule.recurrenceId));
    if (isLost || carried.id === null) plan.removed.push(other.id);
    if (!isLost) plan.rows.push(carried);
  }
  return granted(plan);
}

function carryingOf<W>({ start }: Schedule, at: Happening<W>, next: Schedule): Carrying {
  const to = next.start;
  const isOtherKind = (at.start.kind === "date") !== (to.kind === "date");
  const from = to.kind === "date" ? to : start;
  const by = wallSeconds(to.local) - wallOn(at.start, from);
  return { from, by, longer: lengthOf(next) - lengthNow(at), to, isOtherKind };
}

function carry(time: WallTime, { from, by, to }: Carrying): WallTime {
  return timeAt(to, wallOn(time, from) + by);
}

function carryMaster(master: Schedule, carrying: Carrying, next: Schedule): Schedule | null {
  const { longer, to, isOtherKind } = carrying;
  const along = (time: WallTime) => carry(time, carrying);
  const start = along(master.start);
  const length = isOtherKind ? lengthOf(next) : Math.max(0, lengthOf(master) + longer);
  const ends = (from: WallTime) => timeAt(next.end ?? to, wallSeconds(from.local) + length);
  const moved = { ...master, start, end: ends(start), duration: null };
  const isSame = (next.rules[0] ?? "") === (master.rules[0] ?? "");
  if (!isSame) {
    const [rule] = next.rules;
    if (rule === undefined) return { ...moved, ...single, start: next.start, end: next.end };
    // A series begins with a time that its rule picks (RFC 5545 §3.8.5.3).
    const first = firstOf(rule, start) ?? start;
    return { ...moved, start: first, end: ends(first), rules: [rule], exdates: master.exdates.map(along) };
  }
  const rules = master.rules.map((rule) => shiftRule(rule, master.start, start));
  if (rules.some((rule) => rule === null)) return null;
  const first = rules[0] ? (firstOf(rules[0], start) ?? start) : start;
  return {
    ...moved,
    start: first,
    end: ends(first),
    rules: rules.filter((rule) => rule !== null),
    exdates: master.exdates.map(along),
    rdates: master.rdates.map((period) => ({
      ...period,
      start: along(period.start),
      end: period.end === null ? null : along(period.end),
    })),
  };
}

function carryOther<W extends object>(
  other: SeriesRow<W>,
  master: SeriesRow<W>,
  at: Happening<W>,
  next: NextTime<W>,
  carrying: Carrying,
): PlannedRow<W> {
  const { schedule } = other;
  const was = schedule.recurrenceId ?? schedule.start;
  const recurrenceId = carry(was, carrying);
  // Which time it replaces is part of what a row is: on another one it is another row.
  const isSameTime = recurrenceId.local === was.local && recurrenceId.kind === was.kind;
  const { start, end } =
    other === at.row ? next.schedule : timesOf(schedule, master.schedule, { was, recurrenceId }, carrying);
  return {
    id: isSameTime && recurrenceId.zone === was.zone ? other.id : null,
    schedule: { ...schedule, start, end, duration: null, recurrenceId },
    words:
      other === at.row ? next.words : reword(other.words, master.words, changedIn(next.words, at.row.words)),
  };
}

/** When a different time is from now on: on the clock of its series, or on one of its own as much later as what it replaces. */
function timesOf(
  schedule: Schedule,
  master: Schedule,
  { was, recurrenceId }: { was: WallTime; recurrenceId: WallTime },
  carrying: Carrying,
): Pick<Schedule, "start" | "end"> {
  const onSeries = isOneClock(schedule.start, master.start);
  const later = wallOn(recurrenceId, schedule.start) - wallOn(was, schedule.start);
  const start = onSeries ? carry(schedule.start, carrying) : shiftTime(schedule.start, later);
  const isLonger = lengthOf(schedule) === lengthOf(master);
  const length = Math.max(0, lengthOf(schedule) + (isLonger ? carrying.longer : 0));
  const end = schedule.end === null || isOneClock(schedule.end, schedule.start) ? start : schedule.end;
  return { start, end: timeAt(end, wallSeconds(start.local) + length) };
}

function isOneClock(one: WallTime, other: WallTime): boolean {
  return one.kind === other.kind && one.zone === other.zone && one.writtenZone === other.writtenZone;
}

/** What was reworded is reworded here too, unless this time says something of its own. */
function reword<W extends object>(own: W, usual: W, changed: Partial<W>): W {
  const told = Object.entries(changed).filter(([field]) =>
    isSame(own[field as keyof W], usual[field as keyof W]),
  );
  return { ...own, ...Object.fromEntries(told) };
}

function changedIn<W extends object>(next: W, seen: W): Partial<W> {
  const changed = Object.entries(next).filter(([field, value]) => !isSame(value, seen[field as keyof W]));
  return Object.fromEntries(changed) as Partial<W>;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function picksIt({ start, rules, rdates }: Schedule, slot: WallTime | null): boolean {
  if (slot === null) return false;
  const at = wallOn(slot, start);
  return (
    rdates.some((period) => wallOn(period.start, start) === at) ||
    rules.some((rule) => wallSeconds(firstOf(rule, start, at)?.local ?? "1900-01-01") === at)
  );
}

function lengthNow<W>({ row }: Happening<W>): number {
  return lengthOf(row.schedule);
}

const single = { rules: [], excludedRules: [], rdates: [], exdates: [], recurrenceId: null };
