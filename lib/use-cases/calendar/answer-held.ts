import type { Tx } from "@/lib/data/client";
import { findTask, saveTask } from "@/lib/data/tasks";
import type { Actor } from "@/lib/domain/actor";
import { entryAskedAbout } from "@/lib/domain/calendar/ask-kept";
import { granted, type Result } from "@/lib/domain/result";
import { settleHeldIn, unsettleHeldIn } from "@/lib/use-cases/calendar/settle-held";

/**
 * What the client's answer to “May this be in your protected time?” does, wherever it is given: yes lets the entry stand and completes the
 * task, no gives the time back and declines it, and taking the answer back (null) asks again. False for a task that asks no such thing,
 * and for “need more”.
 */
export async function answerHeldIn(
  tx: Tx,
  actor: Actor,
  { taskId, aboutEvent }: { taskId: string; aboutEvent: string | null },
  { answer, note, at }: { answer: string | null; note: string; at: Date },
): Promise<Result<boolean>> {
  const { id: workspaceId } = actor.workspace;
  const task = await findTask(tx, workspaceId, taskId);
  const eventId = task && entryAskedAbout({ kind: task.kind, fields: task.raw.fields });
  // Another question on the same task is another question: a yes to it gives no time away.
  if (task === null || eventId === null || aboutEvent !== eventId || answer === "more") return granted(false);
  if (answer === null) {
    if (task.state !== "done" && task.state !== "declined") return granted(false);
    const again = await unsettleHeldIn(tx, actor, eventId, at);
    if (!again.ok) return again;
    await saveTask(tx, workspaceId, task, { state: "client" }, "closed");
    return granted(true);
  }
  const settled = await settleHeldIn(tx, actor, eventId, answer === "yes", at);
  if (!settled.ok) return settled;
  return granted(await closeAskIn(tx, workspaceId, taskId, answer === "yes", note));
}

/** The client's gesture on the task that asked. False where it is closed already. */
export async function closeAskIn(
  tx: Tx,
  workspaceId: string,
  taskId: string,
  allow: boolean,
  closingNote: string,
): Promise<boolean> {
  const task = await findTask(tx, workspaceId, taskId);
  if (task === null) return false;
  return saveTask(tx, workspaceId, task, { state: allow ? "done" : "declined", closingNote });
}
