import type { Tx } from "@/lib/data/client";
import { loseChecks } from "@/lib/data/event-checks";
import { type EventRow, listEventRows, writeEventRow } from "@/lib/data/event-rows";
import { insertEvent, replaceOccurrences } from "@/lib/data/events";
import type { Actor } from "@/lib/domain/actor";
import { startOfDay } from "@/lib/domain/calendar/zone-day";
import type { Refusal } from "@/lib/domain/refusal";
import { hasPlan } from "@/lib/use-cases/calendar/event-words";
import { hideTasksOfIn } from "@/lib/use-cases/calendar/hide-tasks-of";
import type { RowChange } from "@/lib/use-cases/calendar/judge-series";
import { keepAskingIn } from "@/lib/use-cases/calendar/keep-asking";
import { calendarWindow, spreadSeriesIn } from "@/lib/use-cases/calendar/spread-series";

/**
 * Writes rows as they are to be, with when they happen, the checks that they lose, and what the client is asked about them (but for
 * `answered`, which they answer just now). Null, or `stale` for a row that moved meanwhile.
 */
export async function applyRowsIn(
  tx: Tx,
  actor: Actor,
  changes: readonly RowChange[],
  at: Date,
  answered?: string,
): Promise<Refusal | null> {
  const { id: workspaceId, zone } = actor.workspace;
  const { from, until } = calendarWindow(at, zone);
  // Where a row stops waiting, or begins to take time, the times that it had are no measure for it.
  const freed = changes.filter(
    ({ before, after }) => hasPlan(after) && isHeldBack(before) && !isHeldBack(after),
  );
  const freedIds = freed.map(({ after }) => after.id);
  await replaceOccurrences(tx, workspaceId, freedIds, new Date(startOfDay(from, zone)), []);
  for (const { before, after } of changes) {
    const isSaved =
      before === null
        ? await insertEvent(tx, workspaceId, { ...after, importId: null, expandedUntil: until })
        : await writeEventRow(tx, workspaceId, before, after);
    if (!isSaved) return { code: "stale", version: (before?.version ?? 0) + 1, changed: [] };
  }
  const uids = [...new Set(changes.map(({ after }) => after.uid))];
  await spreadSeriesIn(tx, workspaceId, zone, uids, at);
  const ids = changes.map(({ after }) => after.id);
  await loseChecks(tx, workspaceId, ids, at);
  await hideTasksOfIn(tx, actor, changes);
  const asking = await listEventRows(
    tx,
    workspaceId,
    ids.filter((id) => id !== answered),
  );
  await keepAskingIn(tx, actor, asking, at);
  return null;
}

function isHeldBack(row: EventRow | null): boolean {
  return row !== null && (row.held || row.transparent || row.removedAt !== null);
}
