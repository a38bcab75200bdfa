import type { Tx } from "@/lib/data/client";
import type { Role } from "@/lib/domain/actor";
import type { CalendarAnswer } from "@/lib/domain/calendar/answer";
import type { DraftFacts, DraftState, DraftWay, Recipient } from "@/lib/domain/draft/draft";
import { Prisma } from "@/prisma/generated/client";

/** A draft about to be made; its id is the caller's (a fresh UUID). */
export type NewDraft = {
  id: string;
  taskId: string;
  way: DraftWay;
  accountId: string | null;
  recipients: Recipient[];
  subject: string;
  inReplyTo: string | null;
  referenceIds: string[];
};

/** What a use-case may change on a draft. Who submitted it, and when, is written by the database; an answer changes by itself alone. */
export type DraftChange = Partial<{
  state: DraftState;
  way: DraftWay;
  accountId: string | null;
  recipients: Recipient[];
  subject: string;
  wantsProof: boolean;
  neededBy: Date | null;
  removedAt: Date | null;
  answer: CalendarAnswer;
}>;

type Raw = Omit<
  DraftFacts,
  "sending" | "account" | "task" | "neededBy" | "submittedAt" | "removedAt" | "text" | "seal"
> & {
  neededBy: Date | null;
  submittedAt: Date | null;
  removedAt: Date | null;
  text: string | null;
  seal: string | null;
  sending: DraftFacts["sending"];
  account: DraftFacts["account"];
  task: DraftFacts["task"];
};

/** What the rules need to know of a draft, as the transaction may see it; null for one that is absent or not to be seen. */
export async function findDraft(tx: Tx, workspaceId: string, id: string): Promise<DraftFacts | null> {
  const [facts] = await select(tx, Prisma.sql`d.workspace_id = ${workspaceId}::uuid AND d.id = ${id}::uuid`);
  return facts ?? null;
}

/** The draft of a task that is at work, not those that went out. */
export async function findDraftOfTask(
  tx: Tx,
  workspaceId: string,
  taskId: string,
): Promise<DraftFacts | null> {
  const [facts] = await listDraftsOf(tx, workspaceId, [taskId]);
  return facts ?? null;
}

/** The drafts at work of these tasks. */
export function listDraftsOf(tx: Tx, workspaceId: string, taskIds: string[]): Promise<DraftFacts[]> {
  if (taskIds.length === 0) return Promise.resolve([]);
  return select(
    tx,
    Prisma.sql`d.workspace_id = ${workspaceId}::uuid AND d.task_id = ANY (${taskIds}::uuid[]) AND d.removed_at IS NULL AND d.state <> 'sent'`,
  );
}

/** The answers to an invitation that went out with a task, the last first. */
export async function listSentAnswers(
  tx: Tx,
  workspaceId: string,
  taskId: string,
): Promise<CalendarAnswer[]> {
  const rows = await tx.draft.findMany({
    where: { workspaceId, taskId, state: "sent", removedAt: null },
    orderBy: [{ sentAt: "desc" }, { id: "asc" }],
    select: { answer: true },
  });
  return rows.flatMap(({ answer }) => (answer === null ? [] : (answer as CalendarAnswer)));
}

/** The drafts from this account that were let go and have not left. */
export function listLetGo(tx: Tx, workspaceId: string, accountId: string): Promise<DraftFacts[]> {
  return select(
    tx,
    Prisma.sql`d.workspace_id = ${workspaceId}::uuid AND d.account_id = ${accountId}::uuid AND d.removed_at IS NULL AND d.state IN ('approved', 'released')`,
  );
}

/** Makes a draft. False when its task has one at work already. */
export async function insertDraft(tx: Tx, workspaceId: string, draft: NewDraft): Promise<boolean> {
  const { count } = await tx.draft.createMany({
    data: [{ ...draft, workspaceId }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Saves a change where the draft is still at this version. False: it has moved meanwhile, and nothing was saved. */
export async function saveDraft(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version: number },
  change: DraftChange,
): Promise<boolean> {
  const saved = await tx.draft.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version },
    data: change,
  });
  return saved.count === 1;
}

/** Words of a task that lay before the client are a draft again. */
export async function takeFromBefore(tx: Tx, workspaceId: string, taskId: string): Promise<void> {
  await tx.draft.updateMany({
    where: { workspaceId, taskId, state: "submitted", removedAt: null },
    data: { state: "draft" },
  });
}

/** Words that the change to this version of their task took from before the client lie there again, where nothing has happened to them since. */
export async function layBeforeAgain(
  tx: Tx,
  workspaceId: string,
  task: { id: string; version: number },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE drafts d SET state = 'submitted'
    FROM log_entries l, log_entries t
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.task_id = ${task.id}::uuid AND d.state = 'draft' AND d.removed_at IS NULL
      AND l.workspace_id = d.workspace_id AND l.subject_id = d.id AND l.subject = 'draft' AND l.version = d.version
      AND l.before ->> 'state' = 'submitted'
      AND t.workspace_id = d.workspace_id AND t.subject_id = d.task_id AND t.subject = 'task' AND t.version = ${task.version}
      AND t.refusal IS NULL AND t.seq < l.seq`;
}

/** Writes a version down; who wrote it, its number, and which of `phrases` the desk has saved as such, come from the database. */
export async function insertVersion(
  tx: Tx,
  workspaceId: string,
  draftId: string,
  version: { text: string; basedOn: number; phrases: readonly { text: string }[] },
): Promise<void> {
  const { text, basedOn, phrases } = version;
  await tx.$executeRaw`
    INSERT INTO draft_versions (workspace_id, draft_id, no, body, based_on, phrases)
    VALUES (${workspaceId}::uuid, ${draftId}::uuid, 0, ${text}, ${basedOn}, ${JSON.stringify(phrases)}::jsonb)`;
}

/** The text of a version; null when there is none of that number. */
export async function findVersionText(
  tx: Tx,
  workspaceId: string,
  draftId: string,
  no: number,
): Promise<string | null> {
  const found = await tx.draftVersion.findFirst({
    where: { workspaceId, draftId, no },
    select: { body: true },
  });
  return found?.body ?? null;
}

/** Who wrote the newest version, and as what. */
export async function findLastWriter(
  tx: Tx,
  workspaceId: string,
  draftId: string,
): Promise<{ by: string; role: Role }> {
  const [row] = await tx.$queryRaw<{ by: string; role: Role }[]>`
    SELECT u.name AS by, v.written_role AS role FROM draft_versions v JOIN users u ON u.id = v.written_by
    WHERE v.workspace_id = ${workspaceId}::uuid AND v.draft_id = ${draftId}::uuid ORDER BY v.no DESC LIMIT 1`;
  return row ?? { by: "", role: "assistant" };
}

/** Whether somebody else than `userId` has written anything into a draft of a task that is at work. */
export async function hasWordsOfOthers(
  tx: Tx,
  workspaceId: string,
  taskId: string,
  userId: string | null,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ has: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM drafts d JOIN draft_versions v ON v.workspace_id = d.workspace_id AND v.draft_id = d.id
      WHERE d.workspace_id = ${workspaceId}::uuid AND d.task_id = ${taskId}::uuid AND d.removed_at IS NULL
        AND v.written_by IS DISTINCT FROM ${userId}::uuid) AS has`;
  return row?.has ?? false;
}

/** Whether what would be answered is asked of the client in another task, which must be them (fence.answer_is_the_clients). */
export async function isTheClients(tx: Tx, workspaceId: string, answer: CalendarAnswer): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`
    SELECT fence.answer_is_the_clients(${workspaceId}::uuid, ${JSON.stringify(answer)}::jsonb) AS is`;
  return row?.is === true;
}

async function select(tx: Tx, where: Prisma.Sql): Promise<DraftFacts[]> {
  const rows = await tx.$queryRaw<Raw[]>`
    SELECT d.id, d.version, d.task_id AS "taskId", d.state, d.latest, d.way, d.account_id AS "accountId", d.recipients, d.subject,
      d.wants_proof AS "wantsProof", d.needed_by AS "neededBy", d.submitted_at AS "submittedAt", d.removed_at AS "removedAt",
      v.body AS text, d.answer, d.attachments_sum <> '' AS "hasFiles",
      CASE WHEN d.answer IS NULL THEN false ELSE fence.answer_takes_kept(d.workspace_id, d.answer) END AS "takesKept",
      CASE WHEN d.answer IS NULL THEN false ELSE fence.answer_is_the_clients(d.workspace_id, d.answer) END AS "isClients", encode(fence.draft_seal(d.workspace_id, d.id), 'hex') AS seal,
      CASE WHEN s.id IS NULL THEN NULL ELSE jsonb_build_object('id', s.id, 'version', s.version, 'state', s.state, 'pressedBy', s.pressed_by) END AS sending,
      CASE WHEN a.id IS NULL THEN NULL ELSE jsonb_build_object('voice', a.voice, 'assistantsSend', a.assistants_send, 'assistantsAnswer', a.assistants_answer, 'sendsMail', a.sends_mail,
        'removed', a.removed_at IS NOT NULL) END AS account,
      jsonb_build_object('kind', t.kind, 'tag', t.tag, 'state', t.state, 'mergedIntoId', t.merged_into_id) AS task
    FROM drafts d JOIN tasks t ON t.workspace_id = d.workspace_id AND t.id = d.task_id
    LEFT JOIN draft_versions v ON v.workspace_id = d.workspace_id AND v.draft_id = d.id AND v.no = d.latest
    LEFT JOIN accounts a ON a.workspace_id = d.workspace_id AND a.id = d.account_id
    LEFT JOIN sendings s ON s.workspace_id = d.workspace_id AND s.draft_id = d.id AND s.state <> 'stopped'
    WHERE ${where}`;
  return rows.map(({ neededBy, submittedAt, removedAt, text, seal, ...row }) => ({
    ...row,
    neededBy: neededBy?.toISOString() ?? null,
    submittedAt: submittedAt?.toISOString() ?? null,
    removedAt: removedAt?.toISOString() ?? null,
    text: text ?? "",
    seal: seal ?? "",
  }));
}
