import type { Actor } from "@/lib/domain/actor";
import { type Result, refused } from "@/lib/domain/result";
import { whyNotChange } from "@/lib/domain/task/must-be-you";
import { type Changed, changeTask, type Target } from "@/lib/use-cases/task/change-task";

/** Sleep until an instant, or until they answer. */
export type Snooze = { until: Date | null; untilAnswer: boolean };

/** Puts a task away for a while. Refuses `invalid` for a time that is past, `already-closed`, `stale`, `not-found`. */
export async function snoozeTask(actor: Actor, input: Target & Snooze, at: Date): Promise<Result<Changed>> {
  if (!input.untilAnswer && (input.until === null || input.until <= at)) {
    return refused({ code: "invalid", fields: { until: "Choose a time that is still to come." } });
  }
  return changeTask(actor, "snooze-task", input, {
    ask: (task) => whyNotChange(task),
    change: () => ({ snoozedUntil: input.until, snoozedUntilAnswer: input.untilAnswer }),
  });
}
