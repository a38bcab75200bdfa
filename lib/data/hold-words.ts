import type { Tx } from "@/lib/data/client";

/**
 * Holds a task, the accounts of its drafts and its words that wait to leave still until the transaction ends, in this order.
 * Whoever closes a task and whoever lets its words go come by here: they take turns, and neither meets a guard, or the other
 * from behind.
 */
export async function holdWordsOf(tx: Tx, workspaceId: string, taskId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM tasks t WHERE t.workspace_id = ${workspaceId}::uuid AND t.id = ${taskId}::uuid FOR UPDATE`;
  await tx.$queryRaw`
    SELECT 1 FROM accounts a JOIN drafts d ON d.workspace_id = a.workspace_id AND d.account_id = a.id
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.task_id = ${taskId}::uuid ORDER BY a.id FOR SHARE OF a`;
  await tx.$queryRaw`
    SELECT 1 FROM sendings s WHERE s.workspace_id = ${workspaceId}::uuid AND s.task_id = ${taskId}::uuid AND s.state <> 'stopped' FOR UPDATE`;
}

/** The same, for the task of a sending. */
export async function holdTaskOfSending(tx: Tx, workspaceId: string, sendingId: string): Promise<void> {
  const sending = await tx.sending.findFirst({
    where: { workspaceId, id: sendingId },
    select: { taskId: true },
  });
  if (sending !== null) await holdWordsOf(tx, workspaceId, sending.taskId);
}

/** The same, for the task of a draft. */
export async function holdTaskOfDraft(tx: Tx, workspaceId: string, draftId: string): Promise<void> {
  const draft = await tx.draft.findFirst({ where: { workspaceId, id: draftId }, select: { taskId: true } });
  if (draft !== null) await holdWordsOf(tx, workspaceId, draft.taskId);
}
