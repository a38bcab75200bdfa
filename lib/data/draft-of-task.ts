import type { Tx } from "@/lib/data/client";
import type { DraftLine } from "@/lib/domain/draft/view";

type Raw = Omit<DraftLine, "at"> & { at: Date };

/**
 * The draft of a task that one looks at: the one at work, otherwise the latest that went out. Null where there is none.
 * @param reader whose eyes: whom a comment may call
 */
export async function findDraftLine(
  tx: Tx,
  workspaceId: string,
  taskId: string,
  reader: string | null,
): Promise<DraftLine | null> {
  const [row] = await tx.$queryRaw<Raw[]>`
    SELECT d.id, d.state, d.latest, d.way, v.written_at AS at, u.name AS by, v.written_role AS role, left(v.body, 400) AS beginning,
      (SELECT s.state FROM sendings s WHERE s.workspace_id = d.workspace_id AND s.draft_id = d.id AND s.state <> 'stopped') AS sending,
      CASE WHEN d.state = 'changes-requested' THEN (SELECT c.note FROM draft_comments c WHERE c.workspace_id = d.workspace_id AND c.draft_id = d.id
        AND c.asks_changes AND c.removed_at IS NULL ORDER BY c.entered_at DESC LIMIT 1) END AS reason,
      (SELECT jsonb_build_object('note', left(c.note, 400), 'by', w.name, 'role', c.entered_role) FROM draft_comments c JOIN users w ON w.id = c.entered_by
        WHERE c.workspace_id = d.workspace_id AND c.draft_id = d.id AND c.removed_at IS NULL AND NOT c.asks_changes
          AND ${reader}::uuid = ANY (c.mentions) AND c.entered_by <> ${reader}::uuid
          AND NOT EXISTS (SELECT FROM draft_comments a WHERE a.workspace_id = d.workspace_id AND a.draft_id = d.id
            AND a.entered_by = ${reader}::uuid AND a.removed_at IS NULL AND a.entered_at > c.entered_at)
          AND NOT EXISTS (SELECT FROM draft_versions n WHERE n.workspace_id = d.workspace_id AND n.draft_id = d.id
            AND n.written_by = ${reader}::uuid AND n.written_at > c.entered_at)
        ORDER BY c.entered_at DESC, c.id LIMIT 1) AS called
    FROM drafts d JOIN draft_versions v ON v.workspace_id = d.workspace_id AND v.draft_id = d.id AND v.no = d.latest
    JOIN users u ON u.id = v.written_by
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.task_id = ${taskId}::uuid AND d.removed_at IS NULL
    ORDER BY d.state = 'sent', d.sent_at DESC NULLS LAST, d.id LIMIT 1`;
  return row ? { ...row, at: row.at.toISOString() } : null;
}
