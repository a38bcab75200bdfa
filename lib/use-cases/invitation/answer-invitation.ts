import type { Tx } from "@/lib/data/client";
import { findDraft } from "@/lib/data/drafts";
import { listClientAddresses } from "@/lib/data/event-invitations";
import type { StoredEvent } from "@/lib/data/events";
import { findInvitation, nameAsked } from "@/lib/data/find-invitation";
import { holdWordsOf } from "@/lib/data/hold-words";
import { findTask } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { AnswerInput, CalendarAnswer } from "@/lib/domain/calendar/answer";
import { answerOf, proposedFor } from "@/lib/domain/calendar/answer-of";
import { whyNotAnswerable } from "@/lib/domain/calendar/may-answer";
import type { DraftState } from "@/lib/domain/draft/draft";
import { keptText, whyNotKept } from "@/lib/domain/draft/kept-text";
import type { Refusal } from "@/lib/domain/refusal";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChange } from "@/lib/domain/task/must-be-you";
import { askedOf } from "@/lib/use-cases/invitation/asked-of";
import { whyNotPromised } from "@/lib/use-cases/invitation/give-away";
import { letAnswerGo } from "@/lib/use-cases/invitation/let-answer-go";
import { putAnswerDown } from "@/lib/use-cases/invitation/put-answer-down";

/** The draft that carries the answer, and the desk's live cursor. */
export type AnswerGiven = {
  draft: { id: string; version: number; latest: number; state: DraftState };
  seq: number;
};

/**
 * Answers an invitation. The client's answer leaves after thirty seconds; an assistant's by leave, where it is delegable and without
 * words, and else it is put before the client. Refuses `not-found`, `already-closed`, `protected` while the client has not said that they
 * know, `only-client-approves` for a client who is not here in person, `leaving` while another answer waits, `unready`, `invalid`, and
 * `stale` where something else is asked than was read.
 * @param host the public origin's host, at which the message's id is made
 */
export async function answerInvitation(
  actor: Actor,
  taskId: string,
  input: AnswerInput,
  at: Date,
  host: string,
): Promise<Result<AnswerGiven>> {
  const { id: workspaceId } = actor.workspace;
  const words = keptText(input.words);
  const written = await writeAs(actor, "answer-invitation", { kind: "task", id: taskId }, async (tx) => {
    await holdWordsOf(tx, workspaceId, taskId);
    const task = await findTask(tx, workspaceId, taskId);
    const event = task && (await findInvitation(tx, actor, task));
    if (!task || !event) return refused({ code: "not-found" });
    const no = whyNotChange(task) ?? whyNotKept(words) ?? whyNotSlot(input, at);
    if (no !== null) return refused(no);
    if (input.asked !== null && input.asked !== (await nameAsked(tx, workspaceId, event)))
      return refused({ code: "stale", version: task.version, changed: ["fields"] });
    const answer = await toAnswer(tx, actor, event, input, at);
    if (!answer.ok) return answer;
    const draft = await putAnswerDown(tx, actor, task, answer.value, { words, accountId: input.accountId });
    if (!draft.ok) return draft;
    const over = await whyNotPromised(tx, actor, draft.value, input.overProtected, at);
    if (over !== null) return refused(over);
    const stopped = await letAnswerGo(tx, actor, draft.value, at, host);
    if (stopped !== null) return refused(stopped);
    const after = await findDraft(tx, workspaceId, draft.value.id);
    return after === null ? refused({ code: "not-found" }) : granted(after);
  });
  if (!written.ok) return written;
  const { id, version, latest, state } = written.value.value;
  return granted({ draft: { id, version, latest, state }, seq: written.value.seq });
}

function whyNotSlot({ answer, slot }: AnswerInput, at: Date): Refusal | null {
  if (answer !== "counter") return null;
  if (slot === null || Date.parse(slot.endsAt) < Date.parse(slot.startsAt))
    return { code: "invalid", fields: { slot: "Choose another time to propose." } };
  return Date.parse(slot.startsAt) > at.getTime()
    ? null
    : { code: "invalid", fields: { slot: "That time has passed already." } };
}

async function toAnswer(
  tx: Tx,
  actor: Actor,
  event: StoredEvent,
  { answer, slot }: AnswerInput,
  at: Date,
): Promise<Result<CalendarAnswer>> {
  const { id: workspaceId, zone } = actor.workspace;
  const addresses = await listClientAddresses(tx, workspaceId);
  const invited = await askedOf(tx, actor, event, addresses, { answer, at });
  const { organiserAddress } = event;
  const isCancelled = event.status.toUpperCase() === "CANCELLED";
  const no = whyNotAnswerable({ isCancelled, organiserAddress, hasTime: invited !== null });
  if (no !== null || invited === null) return refused(no ?? { code: "not-found" });
  return granted(answerOf(invited, answer, slot && proposedFor(invited, slot, zone)));
}
