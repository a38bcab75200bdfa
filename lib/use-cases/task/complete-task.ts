import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { whyNotClose } from "@/lib/domain/task/must-be-you";
import { type Changed, changeTask, type Target } from "@/lib/use-cases/task/change-task";
import { makeNext } from "@/lib/use-cases/task/make-next";

/**
 * Completes a task; a repeating one leaves its next behind. The database writes who, as what and through which door.
 * Refuses `must-be-you`, `already-closed`, `stale`, `not-found`.
 */
export function completeTask(
  actor: Actor,
  input: Target & { note: string },
  at: Date,
): Promise<Result<Changed>> {
  return changeTask(actor, "complete-task", input, {
    ask: (task) => whyNotClose(actor, task),
    change: () => ({ state: "done", closingNote: input.note }),
    follow: (task, tx) => makeNext(tx, actor, task, at),
  });
}
