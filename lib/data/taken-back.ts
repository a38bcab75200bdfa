import type { Tx } from "@/lib/data/client";
import type { OpenState } from "@/lib/domain/task/task";
import { Prisma } from "@/prisma/generated/client";

/** What of a task that was taken back is kept when it comes again: how strict it was, and what somebody did with it. */
export type AsItStood = {
  wasStrict: boolean;
  note: string;
  priority: number;
  state: OpenState;
  isPrivate: boolean;
};

/** The same of a task `t` in a query. Where it stood, only the log knows. */
export const asItStood = Prisma.sql`t.tag = 'must-be-you' AS "wasStrict", t.note, t.priority, t.is_private AS "isPrivate",
  coalesce((SELECT l.before ->> 'state' FROM log_entries l WHERE l.workspace_id = t.workspace_id AND l.subject_id = t.id
    AND l.after ->> 'state' = 'withdrawn' ORDER BY l.seq DESC LIMIT 1), 'inbox') AS state`;

/** The tasks that were last taken back under these source keys, as far as the transaction may see them. */
export async function listAsTheyStood(
  tx: Tx,
  workspaceId: string,
  keys: string[],
): Promise<Map<string, AsItStood>> {
  const rows = await tx.$queryRaw<(AsItStood & { key: string })[]>`
    SELECT DISTINCT ON (t.source_key) t.source_key AS key, ${asItStood} FROM tasks t
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.source_key = ANY (${keys}::text[]) AND t.state = 'withdrawn'
    ORDER BY t.source_key, t.created_at DESC`;
  return new Map(rows.map(({ key, ...row }) => [key, row]));
}

/** Verbs that bring the tasks of somebody's days, and of keeping in touch, in step with what is known: nobody has touched a task by these. */
export const inStep = [
  "change-desk",
  "edit-person",
  "edit-circle",
  "hide-person",
  "make-person-private",
  "open-person",
  "mark-died",
  "mark-living",
  "merge-people",
  "undo-merge",
  "confirm-import",
  "undo-import",
  "sync-address-book",
  "resolve-card-conflict",
  "set-touch",
  "skip-turn",
  "resume-turn",
];

/** Whether somebody has done anything with a task since it was made, or begun words for it. */
export async function isTouched(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ is: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM log_entries l WHERE l.workspace_id = ${workspaceId}::uuid AND l.subject_id = ${id}::uuid
      AND l.before IS NOT NULL AND l.verb <> ALL (${inStep}::text[]))
      OR EXISTS (SELECT 1 FROM drafts d WHERE d.workspace_id = ${workspaceId}::uuid AND d.task_id = ${id}::uuid AND d.removed_at IS NULL) AS is`;
  return rows[0]?.is ?? false;
}
