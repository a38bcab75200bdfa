import { listChoices } from "@/lib/data/account-choices";
import type { Tx } from "@/lib/data/client";
import { findDraft, insertVersion, saveDraft } from "@/lib/data/drafts";
import type { Actor } from "@/lib/domain/actor";
import type { CalendarAnswer } from "@/lib/domain/calendar/answer";
import { chooseAccount } from "@/lib/domain/calendar/may-answer";
import { answerSubject } from "@/lib/domain/calendar/say-answer";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import { whyNotWrite } from "@/lib/domain/draft/who-may-approve";
import { granted, type Result, refused } from "@/lib/domain/result";
import { moved } from "@/lib/use-cases/draft/change-draft";
import { draftForAnswer } from "@/lib/use-cases/invitation/draft-for-answer";
import type { SeenTask } from "@/lib/use-cases/task/change-task";

/** The answer as a draft of the task: addressed to the organiser alone, from the client's account, with the words beside it. */
export async function putAnswerDown(
  tx: Tx,
  actor: Actor,
  task: SeenTask,
  answer: CalendarAnswer,
  { words, accountId }: { words: string; accountId: string | null },
): Promise<Result<DraftFacts>> {
  const { id: workspaceId } = actor.workspace;
  const accounts = await listChoices(tx, workspaceId);
  const account = chooseAccount(accounts, {
    chosen: accountId,
    invitedAt: answer.attendee.address,
    cameTo: task.raw.account_id,
  });
  if (account === null)
    return refused({
      code: "invalid",
      fields: { accountId: "No mail leaves from here yet. Set up an account’s mail server first." },
    });
  const draft = await draftForAnswer(tx, workspaceId, task, account.id, answer);
  if (draft === null) return refused({ code: "not-found" });
  if (draft.state === "approved" || draft.state === "released") return refused({ code: "leaving" });
  const no = whyNotWrite(actor, draft);
  if (no !== null) return refused(no);
  const isAddressed = await saveDraft(tx, workspaceId, draft, {
    way: "mail",
    accountId: account.id,
    recipients: [{ ...answer.organiser, field: "to" }],
    subject: answerSubject(answer),
    wantsProof: false,
  });
  if (!isAddressed) return refused(moved(draft));
  if (draft.latest === 0 || draft.text !== words)
    await insertVersion(tx, workspaceId, draft.id, { text: words, basedOn: draft.latest, phrases: [] });
  const addressed = await findDraft(tx, workspaceId, draft.id);
  // By itself: what is answered changes with nothing else (fence.guard_answer).
  if (addressed === null || !(await saveDraft(tx, workspaceId, addressed, { answer })))
    return refused(moved(draft));
  const whole = await findDraft(tx, workspaceId, draft.id);
  return whole === null ? refused({ code: "not-found" }) : granted(whole);
}
