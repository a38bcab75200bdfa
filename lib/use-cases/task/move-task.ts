import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { whyNotChange } from "@/lib/domain/task/must-be-you";
import type { OpenState } from "@/lib/domain/task/task";
import { type Changed, changeTask, type Target } from "@/lib/use-cases/task/change-task";

/**
 * Makes it somebody's turn: accepting, putting before the client, handing back, waiting. A snoozed task wakes by it.
 * Closing is never a move. Refuses `already-closed`, `stale`, `not-found`.
 */
export function moveTask(actor: Actor, input: Target & { to: OpenState }): Promise<Result<Changed>> {
  return changeTask(actor, "move-task", input, {
    ask: (task) => whyNotChange(task),
    change: () => ({ state: input.to, snoozedUntil: null, snoozedUntilAnswer: false }),
  });
}
