import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { type Changed, changeTask, type Target } from "@/lib/use-cases/task/change-task";

/** Takes a folded task out again, as it was. Refuses `cannot-merge` (not-merged), `stale`, `not-found`. */
export function unmergeTask(actor: Actor, input: Target): Promise<Result<Changed>> {
  return changeTask(actor, "unmerge-task", input, {
    ask: (task) => (task.mergedIntoId === null ? { code: "cannot-merge", why: "not-merged" } : null),
    change: () => ({ mergedIntoId: null }),
  });
}
