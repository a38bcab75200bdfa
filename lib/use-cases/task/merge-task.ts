import { findTask } from "@/lib/data/tasks";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { whyNotMerge } from "@/lib/domain/task/must-be-you";
import { type Changed, changeTask, type Target } from "@/lib/use-cases/task/change-task";

/**
 * Folds a duplicate into the task it repeats. The stricter one remains, always: nothing is loosened or closed by folding.
 * Refuses `cannot-merge` (looser, closed, same), `stale`, `not-found` for either task.
 */
export function mergeTask(actor: Actor, input: Target & { into: string }): Promise<Result<Changed>> {
  return changeTask(actor, "merge-task", input, {
    ask: async (task, tx) => {
      const into = await findTask(tx, actor.workspace.id, input.into);
      return into === null ? { code: "not-found" } : whyNotMerge(task, into);
    },
    change: () => ({ mergedIntoId: input.into }),
  });
}
