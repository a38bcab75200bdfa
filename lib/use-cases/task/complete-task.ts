import type { Actor } from "@/lib/domain/actor";
import { hasWords } from "@/lib/domain/gesture/words-of-kind";
import type { Refusal } from "@/lib/domain/refusal";
import type { Result } from "@/lib/domain/result";
import { whyNotClose } from "@/lib/domain/task/must-be-you";
import type { TaskKind } from "@/lib/domain/task/task";
import { type Changed, changeTask, type Target } from "@/lib/use-cases/task/change-task";
import { makeNext } from "@/lib/use-cases/task/make-next";

/**
 * Completes a task; a repeating one leaves its next behind. The database writes who, as what and through which door.
 * `words` are the exact ones that went out, kept with the gesture.
 * Refuses `must-be-you`, `already-closed`, `stale`, `not-found`, and `invalid` for words where none go out to anybody.
 */
export function completeTask(
  actor: Actor,
  input: Target & { note: string; words?: string },
  at: Date,
): Promise<Result<Changed>> {
  const words = input.words ?? "";
  return changeTask(actor, "complete-task", input, {
    ask: (task) => whyNotClose(actor, task) ?? whyNotWords(task.kind, words),
    change: () => ({ state: "done", closingNote: input.note, closingWords: words }),
    follow: (task, tx) => makeNext(tx, actor, task, at),
  });
}

function whyNotWords(kind: TaskKind, words: string): Refusal | null {
  if (words === "" || hasWords(kind)) return null;
  return { code: "invalid", fields: { words: "This kind of task sends no words to anybody. Use the note." } };
}
