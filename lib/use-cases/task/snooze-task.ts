import type { Actor } from "@/lib/domain/actor";
import { type Result, refused } from "@/lib/domain/result";
import { whyNotChange } from "@/lib/domain/task/must-be-you";
import { latestWaking, whyNotUntil } from "@/lib/domain/task/snooze";
import { type Changed, changeTask, type Target } from "@/lib/use-cases/task/change-task";

/** Sleep until an instant, or until they answer, and then until an instant at the latest. */
export type Snooze = { until: Date | null; untilAnswer: boolean };

/** Puts a task away for a while, never without an end. Refuses `invalid` for a time that is past or more than a year away, `already-closed`, `stale`, `not-found`. */
export async function snoozeTask(actor: Actor, input: Target & Snooze, at: Date): Promise<Result<Changed>> {
  const until = input.untilAnswer ? latestWaking(input.until, at) : input.until;
  const no = until === null ? "Choose a time that is still to come." : whyNotUntil(until, at);
  if (no !== null) return refused({ code: "invalid", fields: { until: no } });
  return changeTask(actor, "snooze-task", input, {
    ask: (task) => whyNotChange(task),
    change: () => ({ snoozedUntil: until, snoozedUntilAnswer: input.untilAnswer }),
  });
}
