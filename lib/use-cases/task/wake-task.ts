import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { whyNotChange } from "@/lib/domain/task/must-be-you";
import { type Changed, changeTask, type Target } from "@/lib/use-cases/task/change-task";

/** Brings a snoozed task back now. Refuses `already-closed`, `stale`, `not-found`. */
export function wakeTask(actor: Actor, input: Target): Promise<Result<Changed>> {
  return changeTask(actor, "wake-task", input, {
    ask: (task) => whyNotChange(task),
    change: () => ({ snoozedUntil: null, snoozedUntilAnswer: false }),
  });
}
