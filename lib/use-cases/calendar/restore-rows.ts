import type { Tx } from "@/lib/data/client";
import { type EventRow, type KeptRow, listEventRows, toEventRow } from "@/lib/data/event-rows";
import { type EventUndo, markEventUndo } from "@/lib/data/event-undos";
import type { Actor } from "@/lib/domain/actor";
import { whyNotHideEvent } from "@/lib/domain/calendar/event";
import { granted, type Result, refused } from "@/lib/domain/result";
import { applyRowsIn } from "@/lib/use-cases/calendar/apply-rows";
import { judgeSeriesIn, type RowChange } from "@/lib/use-cases/calendar/judge-series";
import { isSame } from "@/lib/use-cases/calendar/plan-rows";

/**
 * Takes a change back (or, `again`, makes it once more) where every row is still as it left it. Undoing is doing: over kept time and
 * about privacy the same is asked as of a change by hand. Gives what was written; refuses `not-undoable`, `protected`, `only-client`,
 * and `not-found` for what one may not see any more.
 */
export async function restoreRowsIn(
  tx: Tx,
  actor: Actor,
  undo: EventUndo,
  { at, again = false, answered }: { at: Date; again?: boolean; answered?: string },
): Promise<Result<RowChange[]>> {
  const ids = [...new Set([...undo.before, ...undo.after].map(({ id }) => id))];
  const now = await listEventRows(tx, actor.workspace.id, ids);
  const changes: RowChange[] = [];
  for (const id of ids) {
    const row = now.find((one) => one.id === id);
    const [was, is] = [undo.before, undo.after].map((rows) => rows.find((one) => one.id === id) ?? null);
    const [from, to] = again ? [was, is] : [is, was];
    if (!row) return refused({ code: "not-found" });
    if (!isAsLeft(row, from ?? null)) return refused({ code: "not-undoable" });
    changes.push({ before: row, after: putBack(row, to ?? null, at) });
  }
  const hidden = changes.some(({ before, after }) => before?.isPrivate !== after.isPrivate);
  const no = hidden ? whyNotHideEvent(actor) : null;
  if (no !== null) return refused(no);
  const judged = changes.filter(({ before, after }) => !after.held && !keepsItsWord(before, after));
  const all = changes.map(({ after }) => after).filter(({ removedAt }) => removedAt === null);
  const word = { overProtected: true, hold: false };
  const allowed = await judgeSeriesIn(tx, actor, judged.filter(isThere), all, word, at);
  if (!allowed.ok) return allowed;
  const stale = await applyRowsIn(tx, actor, changes, at, answered);
  if (stale !== null) return refused(stale);
  await markEventUndo(tx, actor.workspace.id, undo.id, again ? null : at);
  return granted(changes);
}

const isThere = ({ after }: RowChange) => after.removedAt === null;

/** One that comes back to where it was with the client's word needs no other. */
function keepsItsWord(before: KeptRow | null, after: EventRow): boolean {
  return before?.overProtected === true && after.overProtected && isSame(before.source, after.source);
}

/** SEQUENCE only rises (RFC 5545 §3.8.7.4), and a stamp is of its own moment: neither tells whether anybody touched a row. */
function isAsLeft(row: KeptRow, left: EventRow | null): boolean {
  if (left === null) return row.removedAt !== null;
  const same = { sequence: 0, stamp: null };
  const [now, then] = [toEventRow(row), toEventRow(left)];
  const isOff = (one: EventRow) => one.removedAt !== null;
  return (
    isOff(now) === isOff(then) &&
    isSame({ ...now, ...same, removedAt: null }, { ...then, ...same, removedAt: null })
  );
}

function putBack(row: KeptRow, to: EventRow | null, at: Date): EventRow {
  if (to === null) return { ...toEventRow(row), removedAt: at };
  const isMoved = !isSame(to.source, row.source) || to.location !== row.location;
  const removedAt = to.removedAt === null ? null : at;
  return { ...toEventRow(to), removedAt, stamp: at, sequence: row.sequence + (isMoved ? 1 : 0) };
}
