import type { Tx } from "@/lib/data/client";
import { type EventRow, type KeptRow, listEventRows, toEventRow } from "@/lib/data/event-rows";
import { type EventUndo, listUndosOfRow } from "@/lib/data/event-undos";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { applyRowsIn } from "@/lib/use-cases/calendar/apply-rows";
import type { RowChange } from "@/lib/use-cases/calendar/judge-series";
import { restoreRowsIn } from "@/lib/use-cases/calendar/restore-rows";

/**
 * The client's word about an entry that waits for them. Yes: it stands, over the time they keep. No: it is back where it was before it
 * was put there, or off the calendar where it is new. Gives what was written; nothing where it does not wait any more.
 */
export async function settleHeldIn(
  tx: Tx,
  actor: Actor,
  eventId: string,
  allow: boolean,
  at: Date,
): Promise<Result<RowChange[]>> {
  const [row] = await listEventRows(tx, actor.workspace.id, [eventId]);
  if (!row || !isWaiting(row)) return granted([]);
  if (allow) return writeOne(tx, actor, row, { held: false, overProtected: true }, at);
  const written: RowChange[] = [];
  for (const undo of await listUndosOfRow(tx, actor.workspace.id, eventId, "standing")) {
    const back = await restoreRowsIn(tx, actor, undo, { at, answered: eventId });
    // One that others came after is no way back.
    if (!back.ok) continue;
    written.push(...back.value);
    const [now] = await listEventRows(tx, actor.workspace.id, [eventId]);
    if (!now || !isWaiting(now)) return granted(written);
  }
  const [left] = await listEventRows(tx, actor.workspace.id, [eventId]);
  if (!left) return granted(written);
  const removed = await writeOne(tx, actor, left, { removedAt: at }, at);
  return removed.ok ? granted([...written, ...removed.value]) : removed;
}

/** Takes the client's word back: the entry waits again. Refuses `not-undoable` where somebody has changed it since. */
export async function unsettleHeldIn(
  tx: Tx,
  actor: Actor,
  eventId: string,
  at: Date,
): Promise<Result<RowChange[]>> {
  const [row] = await listEventRows(tx, actor.workspace.id, [eventId]);
  if (!row || isWaiting(row)) return granted([]);
  if (row.removedAt === null && row.overProtected)
    return writeOne(tx, actor, row, { held: true, overProtected: false }, at);
  const undone = await listUndosOfRow(tx, actor.workspace.id, eventId, "undone");
  let left = undone.filter((one) => one.undoneAt?.getTime() === undone[0]?.undoneAt?.getTime());
  while (left.length > 0) {
    const made = await makeOneAgain(tx, actor, left, eventId, at);
    if (made === null) return refused({ code: "not-undoable" });
    left = left.filter(({ id }) => id !== made);
  }
  const [now] = await listEventRows(tx, actor.workspace.id, [eventId]);
  if (now && isWaiting(now)) return granted([]);
  if (!now?.held || now.removedAt === null) return refused({ code: "not-undoable" });
  return writeOne(tx, actor, now, { removedAt: null }, at);
}

/** Changes are made again in the order in which they fit; gives which one was. */
async function makeOneAgain(
  tx: Tx,
  actor: Actor,
  undos: readonly EventUndo[],
  answered: string,
  at: Date,
): Promise<string | null> {
  for (const undo of undos)
    if ((await restoreRowsIn(tx, actor, undo, { at, again: true, answered })).ok) return undo.id;
  return null;
}

function isWaiting({ held, removedAt }: EventRow): boolean {
  return held && removedAt === null;
}

async function writeOne(
  tx: Tx,
  actor: Actor,
  before: KeptRow,
  change: Partial<EventRow>,
  at: Date,
): Promise<Result<RowChange[]>> {
  const changes = [{ before, after: { ...toEventRow(before), ...change } }];
  const stale = await applyRowsIn(tx, actor, changes, at, before.id);
  return stale === null ? granted(changes) : refused(stale);
}
