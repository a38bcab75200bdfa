/** Changing an entry that happens more than once: this time alone, this and all that follow, or all of them. */

import { carrySeries } from "@/lib/domain/calendar/carry-series";
import type { EventScope } from "@/lib/domain/calendar/event";
import { countBefore, endedBefore, withoutFirst } from "@/lib/domain/calendar/own-rule";
import { isSeries, lengthOf, type Schedule } from "@/lib/domain/calendar/own-schedule";
import { timeAt, type WallTime, wallOn, wallSeconds } from "@/lib/domain/calendar/wall-time";
import { granted, type Result } from "@/lib/domain/result";

/** A row of a series: the series itself, or one time of it that is different (RECURRENCE-ID, RFC 5545 §3.8.4.4). */
export type SeriesRow<W> = { id: string; schedule: Schedule; words: W };

/** What becomes of a row; one that is new has no id yet. */
export type PlannedRow<W> = { id: string | null; schedule: Schedule; words: W };
export type SeriesPlan<W> = {
  /** The row that the change is about comes first. */
  rows: PlannedRow<W>[];
  removed: string[];
};

/** Which time of a series is meant: the start that its rule gave it, and the row that says how it is now, with its start there. */
export type Happening<W> = { row: SeriesRow<W>; slot: WallTime; start: WallTime };

/** What it is to be. The schedule is that of the one time, with the rule of all of them. */
export type NextTime<W> = { schedule: Schedule; words: W };

/** The series itself, among its rows. */
export function masterOf<W>(series: readonly SeriesRow<W>[]): SeriesRow<W> | null {
  return series.find((row) => row.schedule.recurrenceId === null) ?? null;
}

/**
 * The rows after a change. "following" ends the old series before that time and begins a new one, `newUid`, with every exception and
 * every different time from there on. Refuses `invalid` for a rule that cannot move along.
 */
export function editSeries<W extends object>(
  series: readonly SeriesRow<W>[],
  at: Happening<W>,
  scope: EventScope,
  next: NextTime<W>,
  newUid: string,
): Result<SeriesPlan<W>> {
  const master = masterOf(series);
  if (master === null) return granted({ rows: [oneTime(at, next)], removed: [] });
  const others = series.filter((row) => row !== master);
  if (!isSeries(master.schedule) && others.length === 0) return carrySeries(master, [], at, next);
  if (scope === "one") return granted({ rows: [oneTime(at, next)], removed: [] });
  if (scope === "all" || isFirst(master.schedule, at.slot)) return carrySeries(master, others, at, next);
  const { head, tail } = cut(master, at.slot, newUid);
  const later = others.filter((row) => isFrom(row, at.slot, master.schedule));
  // A rule that counts has that many less of them to go.
  const isSameRule = next.schedule.rules[0] === master.schedule.rules[0];
  const schedule = isSameRule ? { ...next.schedule, rules: tail.schedule.rules } : next.schedule;
  const carried = carrySeries(tail, later, at, { ...next, schedule });
  if (!carried.ok) return carried;
  // A row keeps its series, so what goes along to the new one is there anew.
  const rows = carried.value.rows.map((row) => ({
    ...row,
    id: null,
    schedule: { ...row.schedule, uid: newUid },
  }));
  return granted({ rows: [...rows, head], removed: later.map(({ id }) => id) });
}

/** The rows after something is taken away: one time, all from one on, or everything. */
export function removeFromSeries<W>(
  series: readonly SeriesRow<W>[],
  at: Happening<W>,
  scope: EventScope,
): SeriesPlan<W> {
  const master = masterOf(series);
  const all = { rows: [], removed: series.map(({ id }) => id) };
  if (master === null) return scope === "one" ? { rows: [], removed: [at.row.id] } : all;
  if (scope === "all" || !isSeries(master.schedule)) return all;
  const others = series.filter((row) => row !== master);
  if (scope === "one") {
    const exdates = [...master.schedule.exdates, at.slot];
    const left = { ...master, schedule: { ...master.schedule, exdates } };
    return { rows: [left], removed: at.row === master ? [] : [at.row.id] };
  }
  if (isFirst(master.schedule, at.slot)) return all;
  const later = others.filter((row) => isFrom(row, at.slot, master.schedule)).map(({ id }) => id);
  return { rows: [cut(master, at.slot, "").head], removed: later };
}

/** One time that is different from now on; it has no rule of its own. */
function oneTime<W>(at: Happening<W>, next: NextTime<W>): PlannedRow<W> {
  const { recurrenceId, uid } = at.row.schedule;
  const isOverride = recurrenceId !== null;
  const schedule = { ...next.schedule, uid, rules: [], recurrenceId: isOverride ? recurrenceId : at.slot };
  return { id: isOverride ? at.row.id : null, schedule, words: next.words };
}

/** The series until before a time, and what is left of it from there on. */
function cut<W>(master: SeriesRow<W>, slot: WallTime, newUid: string) {
  const { schedule } = master;
  const { start, rules, exdates, rdates } = schedule;
  const from = wallSeconds(slot.local);
  const isLater = (time: WallTime) => wallOn(time, start) >= from;
  const head = {
    ...schedule,
    rules: rules.map((rule) => endedBefore(rule, slot)),
    exdates: exdates.filter((time) => !isLater(time)),
    rdates: rdates.filter((period) => !isLater(period.start)),
  };
  const tail = {
    ...schedule,
    uid: newUid,
    start: slot,
    end: timeAt(schedule.end ?? start, from + lengthOf(schedule)),
    duration: null,
    rules: rules.map((rule) => withoutFirst(rule, countBefore(rule, start, slot))),
    exdates: exdates.filter(isLater),
    rdates: rdates.filter((period) => isLater(period.start)),
  };
  return { head: { ...master, schedule: head }, tail: { ...master, schedule: tail } };
}

function isFirst({ start, rules, rdates }: Schedule, slot: WallTime): boolean {
  const from = wallSeconds(slot.local);
  if (from <= wallSeconds(start.local)) return true;
  const hasBefore = rdates.some((period) => wallOn(period.start, start) < from);
  return rules.length > 0 && !hasBefore && rules.every((rule) => countBefore(rule, start, slot) === 0);
}

function isFrom<W>({ schedule }: SeriesRow<W>, slot: WallTime, { start }: Schedule): boolean {
  return schedule.recurrenceId !== null && wallOn(schedule.recurrenceId, start) >= wallSeconds(slot.local);
}
