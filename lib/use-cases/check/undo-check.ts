import { findTaskOfCheck, undoChecksOf } from "@/lib/data/event-checks";
import { findTask } from "@/lib/data/tasks";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotReopen } from "@/lib/domain/task/must-be-you";
import { changeTask } from "@/lib/use-cases/task/change-task";
import { withdrawNext } from "@/lib/use-cases/task/make-next";

/**
 * Takes a recorded check back: it stays in the history, and the task that asked is open again. Refuses `must-be-you`, `not-found` for one
 * that does not stand, and what opening a task again refuses.
 */
export async function undoCheck(actor: Actor, id: string): Promise<Result<{ seq: number }>> {
  const workspaceId = actor.workspace.id;
  const found = await readAs(actor, async (tx) => {
    const taskId = await findTaskOfCheck(tx, workspaceId, id);
    return taskId === null ? null : findTask(tx, workspaceId, taskId);
  });
  if (!found.ok) return found;
  const task = found.value;
  if (task === null) return refused({ code: "not-found" });
  const undone = await changeTask(actor, "undo-check", task, {
    ask: (seen) => whyNotReopen(actor, seen),
    change: async (seen, tx) => {
      await undoChecksOf(tx, workspaceId, { taskId: seen.id });
      return { state: seen.tag === "must-be-you" ? "client" : "assistant" };
    },
    expect: () => "closed",
    follow: (seen, tx) => withdrawNext(tx, actor, seen),
  });
  return undone.ok ? granted({ seq: undone.value.seq }) : undone;
}
