import type { Tx } from "@/lib/data/client";
import type { ActingRole } from "@/lib/domain/actor";
import type { ContactHow } from "@/lib/domain/person/contact";

/** Contact that somebody logged after a task to keep in touch was made. */
export type LoggedSince = {
  taskId: string;
  at: Date;
  how: ContactHow;
  by: string;
  role: ActingRole;
  byUser: string | null;
};

/**
 * The last contact logged since each of these tasks was made, by task, where they are open tasks to keep in touch. One that
 * was longer ago than a whole turn before the task is old news: it is not asked about.
 */
export async function listLoggedSince(
  tx: Tx,
  workspaceId: string,
  taskIds: string[],
): Promise<Map<string, LoggedSince>> {
  if (taskIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<LoggedSince[]>`
    SELECT DISTINCT ON (t.id) t.id AS "taskId", c.at, c.how, coalesce(u.name, '') AS by, c.entered_role AS role, c.entered_by AS "byUser"
    FROM tasks t JOIN contacts c ON c.workspace_id = t.workspace_id AND c.person_id = t.person_id AND c.removed_at IS NULL
      AND greatest(c.at, c.entered_at) >= t.created_at
      AND c.at >= t.created_at - make_interval(days => CASE WHEN t.fields ->> 'everyDays' ~ '^[0-9]{1,4}$' THEN (t.fields ->> 'everyDays')::int ELSE 3650 END)
    LEFT JOIN users u ON u.id = c.entered_by
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.id = ANY (${taskIds}::uuid[]) AND t.kind = 'keep-in-touch'
      AND t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting')
    ORDER BY t.id, c.at DESC, c.id`;
  return new Map(rows.map((row) => [row.taskId, row]));
}
