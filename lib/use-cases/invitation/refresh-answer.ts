import { findDraftOfTask, saveDraft } from "@/lib/data/drafts";
import type { StoredEvent } from "@/lib/data/events";
import { holdWordsOf } from "@/lib/data/hold-words";
import { answerAgain, kindOfAnswer } from "@/lib/domain/calendar/answer-of";
import { whyNotCallBack, whyNotOverWords } from "@/lib/domain/draft/who-may-approve";
import { moveTaskOf } from "@/lib/use-cases/draft/change-draft";
import { askedOf } from "@/lib/use-cases/invitation/asked-of";
import { givenAway } from "@/lib/use-cases/invitation/give-away";
import type { ItipStep } from "@/lib/use-cases/invitation/itip-step";

/**
 * An answer that waits is one to what was asked then: when that changes, the client's word for it no longer holds, and the answer
 * is to what is asked now. One that is on its way is past that; the organiser's calendar knows what it answered.
 */
export async function refreshAnswer(
  { tx, actor, clients, at }: ItipStep,
  event: StoredEvent,
  taskId: string,
  isCancelled: boolean,
): Promise<void> {
  const { id: workspaceId } = actor.workspace;
  await holdWordsOf(tx, workspaceId, taskId);
  const draft = await findDraftOfTask(tx, workspaceId, taskId);
  if (draft === null || draft.answer === null || whyNotOverWords(draft) !== null) return;
  if (whyNotCallBack(draft) === null) {
    await saveDraft(tx, workspaceId, draft, { state: draft.submittedAt === null ? "draft" : "submitted" });
    await givenAway(tx, workspaceId, draft, false);
    await moveTaskOf(tx, workspaceId, draft, "client");
  }
  if (!isCancelled) await renewAnswer({ tx, actor, clients, at }, event, taskId);
}

/** Makes the answer that a task's draft carries one to what is asked now; it waits, and nobody's word is on it. */
export async function renewAnswer(
  { tx, actor, clients, at }: Pick<ItipStep, "tx" | "actor" | "clients" | "at">,
  event: StoredEvent,
  taskId: string,
): Promise<void> {
  const { id: workspaceId } = actor.workspace;
  const waiting = await findDraftOfTask(tx, workspaceId, taskId);
  if (waiting === null || waiting.answer === null) return;
  const answer = kindOfAnswer(waiting.answer);
  const invited = await askedOf(tx, actor, event, [...clients], { answer, at });
  if (invited === null) return;
  await saveDraft(tx, workspaceId, waiting, { answer: answerAgain(waiting.answer, invited) });
}
