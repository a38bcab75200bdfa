import type { Tx } from "@/lib/data/client";
import { findDecision, findOpenQuestion, saveDecision } from "@/lib/data/decisions";
import type { EventTask } from "@/lib/data/event-tasks";
import { findTask, hasMerged, saveTask } from "@/lib/data/tasks";
import type { Actor } from "@/lib/domain/actor";
import { whyNotWithdraw } from "@/lib/domain/task/must-be-you";

/** Folds the task away whose entry waits no more, where whoever acts made it and nobody touched it; else it stays, with a note. */
export async function stopAskingIn(tx: Tx, actor: Actor, task: EventTask, at: Date): Promise<void> {
  const { id: workspaceId } = actor.workspace;
  const open = await findOpenQuestion(tx, workspaceId, task.id);
  if (open !== null) await dropQuestionIn(tx, workspaceId, open, at);
  const seen = await findTask(tx, workspaceId, task.id);
  if (seen === null) return;
  const no = whyNotWithdraw(actor, { ...seen, hasMerged: await hasMerged(tx, workspaceId, task.id) });
  const note = [seen.raw.note, "It was moved or taken away: nothing is asked any more."]
    .filter(Boolean)
    .join("\n\n");
  await saveTask(tx, workspaceId, seen, no === null ? { state: "withdrawn" } : { note });
}

/** A question that nobody is to answer any more. */
export async function dropQuestionIn(
  tx: Tx,
  workspaceId: string,
  id: string,
  withdrawnAt: Date,
): Promise<void> {
  const question = await findDecision(tx, workspaceId, id);
  if (question !== null) await saveDecision(tx, workspaceId, question, { withdrawnAt });
}
