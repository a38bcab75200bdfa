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
