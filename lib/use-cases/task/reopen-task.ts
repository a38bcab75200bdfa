import { undoChecksOf } from "@/lib/data/event-checks";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { whyNotReopen } from "@/lib/domain/task/must-be-you";
import type { OpenState } from "@/lib/domain/task/task";
import { layAgain } from "@/lib/use-cases/draft/after-closing";
import { aboutWhomNow, askCirclesAgain } from "@/lib/use-cases/task/back-again";
import { type Changed, changeTask, type Target } from "@/lib/use-cases/task/change-task";
import { withdrawNext } from "@/lib/use-cases/task/make-next";

/**
 * Re-opens a closed task; its gesture stays in the history, marked as taken back, and the untouched next of a repeating
 * task goes with it; a double-check that was recorded with it is taken back. It is about whoever stands for its person by now. Refuses `must-be-you`, `not-closed`, `stale`, `not-found`.
 */
export function reopenTask(actor: Actor, input: Target & { to?: OpenState }): Promise<Result<Changed>> {
  return changeTask(actor, "reopen-task", input, {
    ask: (task) => whyNotReopen(actor, task),
    change: async (task, tx) => {
      const usual = { state: task.tag === "must-be-you" ? "client" : "assistant" } as const;
      const about = await aboutWhomNow(tx, actor, task);
      return input.to
        ? { ...about, state: input.to }
        : { ...about, ...usual, ...(await layAgain(tx, actor.workspace.id, task.id)) };
    },
    expect: () => "closed",
    follow: async (task, tx) => {
      await undoChecksOf(tx, actor.workspace.id, { taskId: task.id });
      await withdrawNext(tx, actor, task);
      await askCirclesAgain(tx, actor, task);
    },
  });
}
