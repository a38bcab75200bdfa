import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { whyNotChange } from "@/lib/domain/task/must-be-you";
import { type Changed, changeTask, type Target } from "@/lib/use-cases/task/change-task";

/**
 * Puts a task before the client. In the client's own hand it becomes must-be-you: "mine" is a promise to do it in person; an
 * assistant's leaves the tag as it is. A snoozed one wakes. Refuses `already-closed`, `stale`, `not-found`.
 */
export function takeTask(actor: Actor, input: Target): Promise<Result<Changed>> {
  return changeTask(actor, "take-task", input, {
    ask: (task) => whyNotChange(task),
    change: (task) => ({
      state: "client",
      snoozedUntil: null,
      snoozedUntilAnswer: false,
      ...(actor.role === "client" && task.tag === "delegable"
        ? { tag: "must-be-you", tagBy: "hand", tagRule: null }
        : {}),
    }),
  });
}
