import { findTask } from "@/lib/data/tasks";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { whyNotMerge } from "@/lib/domain/task/must-be-you";
import { whyNotUndecided } from "@/lib/use-cases/calendar/why-not-undecided";
import { whyNotUnderWords } from "@/lib/use-cases/draft/why-not-under-words";
import { type Changed, changeTask, type Target } from "@/lib/use-cases/task/change-task";

/**
 * Folds a duplicate into the task it repeats. The stricter one remains, always: nothing is loosened or closed by folding.
 * Refuses `cannot-merge` (looser, closed, same, repeats), `stale`, `not-found` for either task, `leaving` while words of it are on
 * their way, `invalid` while an entry waits for a yes or no, `protected` where nothing would keep the time after a post.
 */
export function mergeTask(actor: Actor, input: Target & { into: string }): Promise<Result<Changed>> {
  return changeTask(actor, "merge-task", input, {
    ask: async (task, tx) => {
      const into = await findTask(tx, actor.workspace.id, input.into);
      if (into === null) return { code: "not-found" };
      return (
        whyNotMerge(task, into) ??
        (await whyNotUnderWords(tx, actor.workspace.id, task.id)) ??
        (await whyNotUndecided(tx, actor.workspace.id, task))
      );
    },
    change: () => ({ mergedIntoId: input.into }),
  });
}
