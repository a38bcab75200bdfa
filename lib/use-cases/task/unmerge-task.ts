import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { layAgain } from "@/lib/use-cases/draft/after-closing";
import { type Changed, changeTask, type Target } from "@/lib/use-cases/task/change-task";

/** Takes a folded task out again, as it was. Refuses `cannot-merge` (not-merged), `stale`, `not-found`. */
export function unmergeTask(actor: Actor, input: Target): Promise<Result<Changed>> {
  return changeTask(actor, "unmerge-task", input, {
    ask: (task) => (task.mergedIntoId === null ? { code: "cannot-merge", why: "not-merged" } : null),
    change: async (task, tx) => ({
      mergedIntoId: null,
      ...(await layAgain(tx, actor.workspace.id, task.id)),
    }),
  });
}
