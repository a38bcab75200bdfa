import type { Actor } from "@/lib/domain/actor";
import { byWhom } from "@/lib/domain/person/named";
import type { Result } from "@/lib/domain/result";
import { whyNotChange } from "@/lib/domain/task/must-be-you";
import { type Changed, changeTask, type Target } from "@/lib/use-cases/task/change-task";

const MOST_NOTE = 5000;

/**
 * Puts a task with the assistant to prepare a draft, with a note that is added to what the task says already. The tag stays:
 * a draft is no delegation. Refuses `already-closed`, `stale`, `not-found`.
 */
export function askDraft(actor: Actor, input: Target & { note: string }): Promise<Result<Changed>> {
  return changeTask(actor, "ask-draft", input, {
    ask: (task) => whyNotChange(task),
    change: (task) => ({
      state: "assistant",
      snoozedUntil: null,
      snoozedUntilAnswer: false,
      note: addNote(task.raw.note, noteBy(actor, input.note)),
    }),
  });
}

/** "Draft, please (Mira): short, and in Portuguese". */
export function noteBy(actor: Actor, note: string): string {
  const asks = actor.role === "client" ? "Draft, please" : "To be drafted";
  return `${asks} (${byWhom(actor.name, actor.role)})${note ? `: ${note}` : "."}`;
}

/** What stands there already is kept; there is room for so many letters. */
function addNote(before: string, line: string): string {
  const joined = before ? `${before}\n\n${line}` : line;
  return joined.length <= MOST_NOTE ? joined : before;
}
