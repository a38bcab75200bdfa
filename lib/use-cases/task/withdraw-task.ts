import type { Tx } from "@/lib/data/client";
import { hasWordsOfOthers } from "@/lib/data/drafts";
import { findTask, hasMerged, saveTask } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotWithdraw } from "@/lib/domain/task/must-be-you";
import { whyNotUndecided } from "@/lib/use-cases/calendar/why-not-undecided";
import { whyNotUnderWords } from "@/lib/use-cases/draft/why-not-under-words";
import type { Target } from "@/lib/use-cases/task/change-task";

/**
 * Takes back a task that was made by mistake, while nobody has touched it or, but for the client, begun words for it. It is gone from
 * every list, not from the log.
 * Refuses `not-undoable`, `already-closed`, `stale`, `not-found`, `leaving`, and `invalid` while an entry waits for a yes or no.
 */
export async function withdrawTask(
  actor: Actor,
  input: Target,
): Promise<Result<{ id: string; seq: number }>> {
  const written = await writeAs(actor, "withdraw-task", { kind: "task", id: input.id }, async (tx) => {
    const task = await findTask(tx, actor.workspace.id, input.id);
    if (task === null) return refused({ code: "not-found" });
    const no =
      whyNotWithdraw(actor, { ...task, hasMerged: await hasMerged(tx, actor.workspace.id, task.id) }) ??
      (await whyNotUnderWords(tx, actor.workspace.id, task.id)) ??
      (await whyNotUndecided(tx, actor.workspace.id, task)) ??
      (await whyNotOverBegun(tx, actor, task.id));
    if (no !== null) return refused(no);
    if (task.version !== input.version) return refused({ code: "not-undoable" });
    const saved = await saveTask(tx, actor.workspace.id, task, { state: "withdrawn" });
    return saved ? granted(task.id) : refused({ code: "not-undoable" });
  });
  return written.ok ? granted({ id: written.value.value, seq: written.value.seq }) : written;
}

/** What somebody else has begun to write would go with it. The client may all the same. */
async function whyNotOverBegun(tx: Tx, actor: Actor, taskId: string): Promise<Refusal | null> {
  if (isClientInPerson(actor)) return null;
  return (await hasWordsOfOthers(tx, actor.workspace.id, taskId, actor.userId))
    ? { code: "not-undoable" }
    : null;
}
