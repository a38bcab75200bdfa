import { findEventUndo } from "@/lib/data/event-undos";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { restoreRowsIn } from "@/lib/use-cases/calendar/restore-rows";

/**
 * Takes a change of the calendar back, for whoever made it, while nobody has touched it since. Refuses `not-found` for another's,
 * `not-undoable`, and `protected` where it would book time that is kept by now.
 */
export async function undoEvent(actor: Actor, undo: string, at: Date): Promise<Result<{ seq: number }>> {
  const written = await writeAs(actor, "undo-event", { kind: "event", id: null }, async (tx) => {
    const change = await findEventUndo(tx, actor.workspace.id, undo);
    if (change === null || change.madeBy !== actor.userId) return refused({ code: "not-found" });
    if (change.undoneAt !== null) return refused({ code: "not-undoable" });
    return restoreRowsIn(tx, actor, change, { at });
  });
  return written.ok ? granted({ seq: written.value.seq }) : written;
}
