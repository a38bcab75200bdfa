import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import type { Role } from "@/lib/domain/actor";

/** A comment as it is stored; whose it is the database writes. */
export type NewComment = { note: string; mentions: string[]; asksChanges: boolean };

type RawComment = {
  id: string;
  version: number;
  onNo: number;
  note: string;
  mentions: string[];
  asksChanges: boolean;
  userId: string;
  name: string;
  role: Role;
  at: Date;
};

/** Says something about a draft as it is now. Its id. */
export async function insertComment(
  tx: Tx,
  workspaceId: string,
  draft: { id: string; taskId: string; latest: number },
  comment: NewComment,
): Promise<string> {
  const id = randomUUID();
  await tx.draftComment.createMany({
    data: [{ workspaceId, id, draftId: draft.id, taskId: draft.taskId, onNo: draft.latest, ...comment }],
  });
  return id;
}

/** What was said about these drafts, the oldest first, without what was taken away. */
export function listComments(tx: Tx, workspaceId: string, draftId: string): Promise<RawComment[]> {
  return tx.$queryRaw<RawComment[]>`
    SELECT c.id, c.version, c.on_no AS "onNo", c.note, c.mentions, c.asks_changes AS "asksChanges", c.entered_by AS "userId", u.name,
      c.entered_role AS role, c.entered_at AS at
    FROM draft_comments c JOIN users u ON u.id = c.entered_by
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.draft_id = ${draftId}::uuid AND c.removed_at IS NULL ORDER BY c.entered_at, c.id`;
}

/** One comment, gone or not, and whose it is; null for one that is absent. */
export function findComment(tx: Tx, workspaceId: string, id: string) {
  return tx.draftComment.findFirst({
    where: { workspaceId, id },
    select: { version: true, draftId: true, enteredBy: true, removedAt: true },
  });
}

/** Takes a comment away, or brings it back, where it is still at this version. */
export async function saveComment(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version: number },
  change: { removedAt: Date | null },
): Promise<boolean> {
  const saved = await tx.draftComment.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version },
    data: change,
  });
  return saved.count === 1;
}
