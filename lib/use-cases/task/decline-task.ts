import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { whyNotDecline } from "@/lib/domain/task/decline";
import { whyNotUndecided } from "@/lib/use-cases/calendar/why-not-undecided";
import { whyNotUnderWords } from "@/lib/use-cases/draft/why-not-under-words";
import { type Changed, changeTask, type Target } from "@/lib/use-cases/task/change-task";
import { makeNext } from "@/lib/use-cases/task/make-next";

/**
 * Declines a task in the client's name: a full outcome, with its reason. A repeating one leaves its next behind.
 * Refuses `must-be-you`, `already-closed`, `stale`, `not-found`, `leaving` while words of it are on their way, `invalid`
 * while an entry waits for a yes or no, and `protected` for a post after which the client’s time is still kept.
 */
export function declineTask(
  actor: Actor,
  input: Target & { note: string },
  at: Date,
): Promise<Result<Changed>> {
  return changeTask(actor, "decline-task", input, {
    ask: async (task, tx) =>
      whyNotDecline(actor, task) ??
      (await whyNotUnderWords(tx, actor.workspace.id, task.id)) ??
      (await whyNotUndecided(tx, actor.workspace.id, task)),
    change: () => ({ state: "declined", closingNote: input.note }),
    follow: (task, tx) => makeNext(tx, actor, task, at),
  });
}
