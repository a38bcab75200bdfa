import type { Tx } from "@/lib/data/client";
import type { ActingRole } from "@/lib/domain/actor";

/** The last thing that was said about each of these drafts. */
export async function listLastComments(
  tx: Tx,
  workspaceId: string,
  draftIds: readonly string[],
): Promise<{ draftId: string; note: string; by: string; role: ActingRole; at: Date }[]> {
  if (draftIds.length === 0) return [];
  return tx.$queryRaw`
    SELECT DISTINCT ON (c.draft_id) c.draft_id AS "draftId", c.note, u.name AS by, c.entered_role AS role, c.entered_at AS at
    FROM draft_comments c JOIN users u ON u.id = c.entered_by
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.draft_id = ANY (${[...draftIds]}::uuid[]) AND c.removed_at IS NULL
    ORDER BY c.draft_id, c.entered_at DESC, c.id`;
}
