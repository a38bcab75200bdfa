import type { Tx } from "@/lib/data/client";

/** Somebody whom a comment calls. */
type CalledMember = { userId: string; name: string; email: string };

/** What they are called to. */
type CalledTo = { taskId: string; title: string; members: CalledMember[] };

/**
 * Who is to be mailed that a comment calls them: they belong here, may see the task, did not write it, and were not called to this draft
 * within the last hour already without a word of theirs since. An agent has no mailbox; it reads that it is called where it reads the rest.
 */
export async function findCalled(tx: Tx, workspaceId: string, commentId: string): Promise<CalledTo | null> {
  const rows = await tx.$queryRaw<(CalledMember & { taskId: string; title: string })[]>`
    SELECT t.id AS "taskId", t.title, m.user_id AS "userId", u.name, u.email
    FROM draft_comments c
    JOIN tasks t ON t.workspace_id = c.workspace_id AND t.id = c.task_id
    JOIN memberships m ON m.workspace_id = c.workspace_id AND m.user_id = ANY (c.mentions) AND m.user_id <> c.entered_by AND m.ended_at IS NULL
    JOIN users u ON u.id = m.user_id
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.id = ${commentId}::uuid
      AND (m.role = 'client' OR m.role = 'assistant' AND NOT fence.is_hidden(t.workspace_id, 'task', t.id))
      AND NOT EXISTS (SELECT FROM draft_comments b WHERE b.workspace_id = c.workspace_id AND b.draft_id = c.draft_id AND b.id <> c.id
        AND m.user_id = ANY (b.mentions) AND b.entered_at > c.entered_at - interval '1 hour'
        AND NOT EXISTS (SELECT FROM draft_comments a WHERE a.workspace_id = b.workspace_id AND a.draft_id = b.draft_id
          AND a.entered_by = m.user_id AND a.entered_at > b.entered_at))
    ORDER BY m.joined_at, m.user_id`;
  const [first] = rows;
  return first ? { taskId: first.taskId, title: first.title, members: rows } : null;
}
