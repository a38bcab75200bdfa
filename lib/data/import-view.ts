import type { Tx } from "@/lib/data/client";
import type { StoredImport } from "@/lib/data/imports";
import type { Outcome, PlanLine, ReadFile } from "@/lib/domain/import/payload";
import type { ImportRowView, ImportState } from "@/lib/domain/import/view";
import { Prisma } from "@/prisma/generated/client";

/** The imports that the transaction may see, the latest first; dropped dry runs are forgotten. */
export async function listImports(tx: Tx, workspaceId: string, limit: number): Promise<StoredImport[]> {
  const rows = await tx.import.findMany({
    where: { workspaceId, state: { not: "dropped" } },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: limit,
    omit: { payload: true, workspaceId: true, kind: true },
  });
  return rows as unknown as StoredImport[];
}

/** What is known of the files of a dry run; empty once it is imported. */
export async function findFiles(tx: Tx, workspaceId: string, id: string): Promise<ReadFile[]> {
  const [row] = await tx.$queryRaw<{ files: ReadFile[] | null }[]>`
    SELECT payload -> 'files' AS files FROM imports WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`;
  return row?.files ?? [];
}

/** Lines of a dry run after a position, of one outcome or of all. */
export async function listPlanRows(
  tx: Tx,
  workspaceId: string,
  id: string,
  show: Outcome | "differs" | null,
  after: number,
  limit: number,
): Promise<ImportRowView[]> {
  const differs = [{ sort: "conflict" }];
  const rows = await tx.$queryRaw<{ position: number; line: PlanLine }[]>`
    SELECT position, plan AS line FROM import_lines
    WHERE workspace_id = ${workspaceId}::uuid AND import_id = ${id}::uuid AND position > ${after}::int
      AND (${show}::text IS NULL OR plan ->> 'outcome' = ${show} OR ${show} = 'differs' AND plan -> 'differences' @> ${JSON.stringify(differs)}::jsonb)
    ORDER BY position LIMIT ${limit}`;
  return rows.map(({ position, line }) => ({
    ...line,
    position,
    personId: null,
    eventId: null,
    taskId: null,
    stays: null,
  }));
}

type ResultRow = Omit<ImportRowView, "detail" | "isInvitation">;

const outcome = Prisma.sql`CASE r.outcome WHEN 'made' THEN 'make' WHEN 'skipped' THEN 'skip' ELSE CASE WHEN r.undo IS NULL THEN 'same' ELSE 'add' END END`;

/** Why something is still there after the import was taken back. NULL: it went, or was never made. */
const stays = Prisma.sql`CASE
  WHEN r.undo IS NULL THEN NULL
  WHEN r.event_id IS NOT NULL AND EXISTS (SELECT 1 FROM tasks t WHERE t.workspace_id = r.workspace_id AND t.id = r.task_id AND t.state <> 'withdrawn')
    THEN 'Somebody has done something with its invitation since.'
  WHEN r.outcome = 'made' AND p.id IS NOT NULL AND p.removed_at IS NULL THEN CASE
    WHEN EXISTS (SELECT 1 FROM tasks t WHERE t.workspace_id = p.workspace_id AND t.person_id = p.id AND t.state <> 'withdrawn')
      THEN 'There is a task about them that was not taken back.'
    ELSE 'Somebody has changed something about them since.' END
  WHEN r.outcome = 'made' AND e.id IS NOT NULL AND e.removed_at IS NULL THEN 'Somebody has changed it since.'
  WHEN r.outcome = 'matched' AND (coalesce(r.undo -> 'before', '{}') <> '{}'::jsonb AND NOT EXISTS (SELECT 1 FROM log_entries l
      WHERE l.workspace_id = r.workspace_id AND l.subject_id = coalesce(r.person_id, r.event_id) AND l.verb = 'undo-import')
    OR EXISTS (SELECT 1 FROM person_dates d WHERE d.workspace_id = r.workspace_id AND d.removed_at IS NULL
      AND r.undo -> 'dates' ? d.id::text AND d.person_id = r.person_id))
    THEN 'What was added stays: somebody has changed something since.'
  END`;

const things = Prisma.sql`LEFT JOIN persons p ON p.workspace_id = r.workspace_id AND p.id = r.person_id
  LEFT JOIN events e ON e.workspace_id = r.workspace_id AND e.id = r.event_id`;

/** What became of the lines after a position. Links lead only to what is still there. */
export async function listResultRows(
  tx: Tx,
  workspaceId: string,
  id: string,
  state: ImportState,
  show: Outcome | "stays" | null,
  after: number,
  limit: number,
): Promise<ImportRowView[]> {
  // The page is cut out first: looking after each line is not for the whole file.
  const lines = Prisma.sql`SELECT * FROM import_rows r WHERE r.workspace_id = ${workspaceId}::uuid AND r.import_id = ${id}::uuid
    AND r.position > ${after}::int ${show && show !== "stays" ? Prisma.sql`AND ${outcome} = ${show}` : Prisma.empty}
    ORDER BY r.position ${show === "stays" ? Prisma.empty : Prisma.sql`LIMIT ${limit}`}`;
  const rows = await tx.$queryRaw<ResultRow[]>`
    SELECT r.position, r.label, ${outcome} AS outcome, r.why, coalesce(p.is_private, e.is_private, false) AS "isPrivate",
      CASE WHEN r.person_id IS NOT NULL THEN 'person' WHEN r.event_id IS NOT NULL THEN 'event' ELSE 'nothing' END AS what,
      CASE WHEN p.removed_at IS NULL THEN p.id END AS "personId", CASE WHEN e.removed_at IS NULL THEN e.id END AS "eventId",
      (SELECT t.id FROM tasks t WHERE t.workspace_id = r.workspace_id AND t.id = r.task_id AND t.state <> 'withdrawn') AS "taskId",
      ${state === "undone" ? stays : Prisma.sql`NULL`} AS stays
    FROM (${lines}) r ${things} ${show === "stays" ? Prisma.sql`WHERE (${stays}) IS NOT NULL` : Prisma.empty}
    ORDER BY r.position LIMIT ${limit}`;
  return rows.map((row) => ({ ...row, detail: "", isInvitation: row.taskId !== null }));
}

/** How many lines of an import that was taken back are still there. */
export async function countStays(tx: Tx, workspaceId: string, id: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM import_rows r ${things}
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.import_id = ${id}::uuid AND (${stays}) IS NOT NULL`;
  return row?.n ?? 0;
}
