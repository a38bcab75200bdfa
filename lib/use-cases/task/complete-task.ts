import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import { hasWords } from "@/lib/domain/gesture/words-of-kind";
import type { Refusal } from "@/lib/domain/refusal";
import type { Result } from "@/lib/domain/result";
import { whyNotComplete } from "@/lib/domain/task/must-be-you";
import type { TaskKind } from "@/lib/domain/task/task";
import { whyNotUndecided } from "@/lib/use-cases/calendar/why-not-undecided";
import { whyNotUnderWords } from "@/lib/use-cases/draft/why-not-under-words";
import { type Changed, changeTask, type Target } from "@/lib/use-cases/task/change-task";
import { makeNext } from "@/lib/use-cases/task/make-next";

/**
 * Completes a task; a repeating one leaves its next behind. The database writes who, as what and through which door.
 * `words` are the exact ones that went out, kept with the gesture.
 * Refuses `must-be-you`, `unchecked`, `already-closed`, `stale`, `not-found`, `leaving` while words of it are on their way, `in-person`
 * for words that would stand as the client's, and `invalid` for words where none go out to anybody, or where an entry waits for a yes or no. Words that wait to leave are called back.
 */
export function completeTask(
  actor: Actor,
  input: Target & { note: string; words?: string },
  at: Date,
): Promise<Result<Changed>> {
  const words = input.words ?? "";
  return changeTask(actor, "complete-task", input, {
    ask: async (task, tx) =>
      whyNotComplete(actor, task) ??
      whyNotWords(actor, task.kind, words) ??
      (await whyNotUnderWords(tx, actor.workspace.id, task.id)) ??
      (await whyNotUndecided(tx, actor.workspace.id, task)),
    change: () => ({ state: "done", closingNote: input.note, closingWords: words }),
    follow: (task, tx) => makeNext(tx, actor, task, at),
  });
}

/** Words that are kept stand as those of whoever says so. A program with the client's own token is not the client. */
function whyNotWords(actor: Actor, kind: TaskKind, words: string): Refusal | null {
  if (words === "") return null;
  if (!hasWords(kind))
    return {
      code: "invalid",
      fields: { words: "This kind of task sends no words to anybody. Use the note." },
    };
  return actor.role === "client" && !isClientInPerson(actor) ? { code: "in-person" } : null;
}
