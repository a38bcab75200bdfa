import type { Actor } from "@/lib/domain/actor";
import { type Result, refused } from "@/lib/domain/result";
import { whyNotChange } from "@/lib/domain/task/must-be-you";
import { latestWaking } from "@/lib/domain/task/snooze";
import { type Changed, changeTask, type Target } from "@/lib/use-cases/task/change-task";

/** Sleep until an instant, or until they answer, and then until an instant at the latest. */
export type Snooze = { until: Date | null; untilAnswer: boolean };

/** Puts a task away for a while, never without an end. Refuses `invalid` for a time that is past, `already-closed`, `stale`, `not-found`. */
export async function snoozeTask(actor: Actor, input: Target & Snooze, at: Date): Promise<Result<Changed>> {
  const until = input.untilAnswer ? latestWaking(input.until, at) : input.until;
  if (until === null || until <= at)
    return refused({ code: "invalid", fields: { until: "Choose a time that is still to come." } });
  return changeTask(actor, "snooze-task", input, {
    ask: (task) => whyNotChange(task),
    change: () => ({ snoozedUntil: until, snoozedUntilAnswer: input.untilAnswer }),
  });
}
