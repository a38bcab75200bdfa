import type { Tx } from "@/lib/data/client";
import type { By } from "@/lib/domain/draft/draft";

/** A gesture's words as they went out, by whose hand it was closed, and the version of the draft they were, where there was one. */
export type StoredGestureWords = { words: string; by: By; draftId: string | null; draftNo: number | null };

/** The words of a gesture, also of one that was opened again; null for one that is absent or not to be seen. */
export async function findGestureWords(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<StoredGestureWords | null> {
  const [row] = await tx.$queryRaw<StoredGestureWords[]>`
    SELECT g.words, jsonb_build_object('userId', g.by_user, 'name', coalesce(u.name, ''), 'role', g.by_role) AS by,
      g.draft_id AS "draftId", g.draft_no AS "draftNo"
    FROM gestures g JOIN tasks t ON t.workspace_id = g.workspace_id AND t.id = g.task_id LEFT JOIN users u ON u.id = g.by_user
    WHERE g.workspace_id = ${workspaceId}::uuid AND g.id = ${id}::uuid`;
  return row ?? null;
}

/** The gestures with words that were made when tasks were closed, by the number of the log entry that tells of it. */
export async function listGesturesClosed(
  tx: Tx,
  workspaceId: string,
  closings: { seq: number; taskId: string; at: string }[],
): Promise<Map<number, string>> {
  if (closings.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ seq: number; id: string }[]>`
    SELECT c.seq, g.id FROM jsonb_to_recordset(${JSON.stringify(closings)}::jsonb) AS c (seq int, "taskId" uuid, at timestamptz)
    JOIN gestures g ON g.workspace_id = ${workspaceId}::uuid AND g.task_id = c."taskId" AND g.at = c.at AND g.words <> ''`;
  return new Map(rows.map(({ seq, id }) => [seq, id]));
}
