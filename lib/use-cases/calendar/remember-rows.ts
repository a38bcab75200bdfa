import type { Tx } from "@/lib/data/client";
import { listEventRows, toEventRow } from "@/lib/data/event-rows";
import { insertEventUndo, sweepEventUndos } from "@/lib/data/event-undos";
import type { Actor } from "@/lib/domain/actor";
import type { RowChange } from "@/lib/use-cases/calendar/judge-series";

/** An entry after a change. `held`: it waits for the client. `undo` takes the change back. */
export type EventWritten = { id: string; version: number; held: boolean; undo: string };

const DAY = 24 * 60 * 60 * 1000;

/** Remembers how rows were before a change that is written, for a day; `first` is the one that the change was about. */
export async function rememberIn(
  tx: Tx,
  { workspace, userId }: Actor,
  { first, uid }: { first: string; uid: string },
  changes: readonly RowChange[],
  at: Date,
): Promise<EventWritten> {
  const ids = changes.map(({ after }) => after.id);
  const rows = await listEventRows(tx, workspace.id, [...ids, first]);
  await sweepEventUndos(tx, workspace.id, new Date(at.getTime() - DAY));
  const undo = await insertEventUndo(tx, workspace.id, {
    uid,
    before: changes.flatMap(({ before }) => (before === null ? [] : [toEventRow(before)])),
    after: rows.filter(({ id }) => ids.includes(id)).map(toEventRow),
    madeBy: userId ?? "",
    at,
  });
  const row = rows.find(({ id }) => id === first);
  return { id: first, version: row?.version ?? 1, held: row?.held ?? false, undo };
}
