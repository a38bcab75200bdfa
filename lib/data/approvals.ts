import type { Tx } from "@/lib/data/client";

/** Writes the client's word down, for what `seal` (hex) is the hash of. Who gave it, through which door, the database writes from proof. */
export async function insertApproval(
  tx: Tx,
  workspaceId: string,
  approval: { id: string; draftId: string; taskId: string; seal: string },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO approvals (workspace_id, id, draft_id, task_id, no, seal)
    VALUES (${workspaceId}::uuid, ${approval.id}::uuid, ${approval.draftId}::uuid, ${approval.taskId}::uuid, 0, decode(${approval.seal}, 'hex'))`;
}

/** Puts approved words where they wait to leave; without an approval, where an assistant has the client's leave. */
export async function insertSending(
  tx: Tx,
  workspaceId: string,
  sending: { id: string; draftId: string; taskId: string; approvalId: string | null; messageId: string },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO sendings (workspace_id, id, draft_id, task_id, approval_id, message_id, next_at)
    VALUES (${workspaceId}::uuid, ${sending.id}::uuid, ${sending.draftId}::uuid, ${sending.taskId}::uuid, ${sending.approvalId}::uuid, ${sending.messageId}, now())`;
}

/** Whether the client's word for a task's words at work ended as the task was closed or folded away, and none was given since. */
export async function endedByClosing(tx: Tx, workspaceId: string, taskId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM drafts d
      WHERE d.workspace_id = ${workspaceId}::uuid AND d.task_id = ${taskId}::uuid AND d.removed_at IS NULL AND d.state IN ('draft', 'submitted')
        AND 'closed' = (SELECT p.void_why FROM approvals p WHERE p.workspace_id = d.workspace_id AND p.draft_id = d.id ORDER BY p.approved_at DESC LIMIT 1)) AS is`;
  return row?.is ?? false;
}
