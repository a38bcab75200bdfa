import { randomUUID } from "node:crypto";
import { threadHeaders } from "@/lib/adapters/words/reply-thread";
import type { Tx } from "@/lib/data/client";
import { findDraftOfTask, insertDraft } from "@/lib/data/drafts";
import type { CalendarAnswer } from "@/lib/domain/calendar/answer";
import { answerSubject } from "@/lib/domain/calendar/say-answer";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import type { SeenTask } from "@/lib/use-cases/task/change-task";

/** The task's draft at work, or a new one in the thread of the mail that asked. Null when somebody made one in the same moment. */
export async function draftForAnswer(
  tx: Tx,
  workspaceId: string,
  task: SeenTask,
  accountId: string,
  answer: CalendarAnswer,
): Promise<DraftFacts | null> {
  const standing = await findDraftOfTask(tx, workspaceId, task.id);
  if (standing !== null) return standing;
  const mail = task.raw.message?.mail;
  const thread = mail ? threadHeaders(mail) : { inReplyTo: null, references: [] };
  await insertDraft(tx, workspaceId, {
    id: randomUUID(),
    taskId: task.id,
    way: "mail",
    accountId,
    recipients: [{ ...answer.organiser, field: "to" }],
    subject: answerSubject(answer),
    inReplyTo: thread.inReplyTo,
    referenceIds: thread.references,
  });
  return findDraftOfTask(tx, workspaceId, task.id);
}
