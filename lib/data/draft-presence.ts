import type { Tx } from "@/lib/data/client";
import type { PresentView } from "@/lib/domain/draft/view";

/** Somebody has a draft open, and whether they type in it. */
export async function noteHere(
  tx: Tx,
  workspaceId: string,
  draftId: string,
  here: { userId: string; isTyping: boolean; at: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO draft_presence (workspace_id, draft_id, user_id, seen_at, is_typing)
    VALUES (${workspaceId}::uuid, ${draftId}::uuid, ${here.userId}::uuid, ${here.at}, ${here.isTyping})
    ON CONFLICT (workspace_id, draft_id, user_id) DO UPDATE SET seen_at = excluded.seen_at, is_typing = excluded.is_typing`;
}

/** Who else had the draft open since then. */
export function listHere(
  tx: Tx,
  workspaceId: string,
  draftId: string,
  butNot: string,
  since: Date,
): Promise<PresentView[]> {
  return tx.$queryRaw<PresentView[]>`
    SELECT h.user_id AS "userId", u.name, m.role, h.is_typing AS "isTyping" FROM draft_presence h JOIN users u ON u.id = h.user_id
    JOIN memberships m ON m.workspace_id = h.workspace_id AND m.user_id = h.user_id AND m.ended_at IS NULL
    WHERE h.workspace_id = ${workspaceId}::uuid AND h.draft_id = ${draftId}::uuid AND h.user_id <> ${butNot}::uuid AND h.seen_at > ${since}
    ORDER BY u.name`;
}
