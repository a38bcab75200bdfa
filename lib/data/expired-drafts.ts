import { appDatabase, type Tx } from "@/lib/data/client";

/** A desk with words whose time has passed. */
export type ExpiredDesk = { workspace: { id: string; slug: string; zone: string }; clientName: string };

/** The desks on which a draft was not approved in time, for whoever holds the jobs' secret; an error for anybody else. */
export async function listExpiredDesks(secret: string): Promise<ExpiredDesk[]> {
  type Row = { id: string; slug: string; zone: string; clientName: string };
  const rows = await appDatabase().$queryRaw<Row[]>`
    SELECT workspace_id AS id, slug, zone, client_name AS "clientName" FROM fence.desks_with_expired(${secret})`;
  return rows.map(({ clientName, ...workspace }) => ({ workspace, clientName }));
}

/** A draft whose time has passed. `isHidden`: its task, or the person or entry that is about, is the client's alone. */
export type ExpiredDraft = {
  id: string;
  version: number;
  taskId: string;
  title: string;
  neededBy: Date;
  submittedBy: string | null;
  lastBy: string;
  recipients: { name: string; address: string }[];
  isTaskOpen: boolean;
  isHidden: boolean;
};

/** The drafts of a desk that were not approved in time, by the database's clock; so many at most, the longest waiting first. */
export function listExpired(tx: Tx, workspaceId: string, most: number): Promise<ExpiredDraft[]> {
  return tx.$queryRaw<ExpiredDraft[]>`
    SELECT d.id, d.version, d.task_id AS "taskId", t.title, d.needed_by AS "neededBy", d.submitted_by AS "submittedBy", d.recipients,
      coalesce(v.written_by, d.made_by) AS "lastBy",
      t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting') AND t.merged_into_id IS NULL AS "isTaskOpen",
      fence.is_hidden(t.workspace_id, 'task', t.id) AS "isHidden"
    FROM drafts d JOIN tasks t ON t.workspace_id = d.workspace_id AND t.id = d.task_id
    LEFT JOIN draft_versions v ON v.workspace_id = d.workspace_id AND v.draft_id = d.id AND v.no = d.latest
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.needed_by <= clock_timestamp() AND d.removed_at IS NULL
      AND d.state IN ('draft', 'submitted', 'changes-requested')
    ORDER BY d.needed_by, d.id LIMIT ${most}::integer`;
}
