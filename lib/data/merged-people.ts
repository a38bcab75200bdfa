import type { Tx } from "@/lib/data/client";
import { Prisma } from "@/prisma/generated/client";

/** Everybody who was merged, with everybody above them: rows of (merged_id, kept_id, is_last), to stand in a FROM. */
export function mergedNow(workspaceId: string): Prisma.Sql {
  return Prisma.sql`(WITH RECURSIVE m AS (
      SELECT p.id AS merged_id, p.merged_into_id AS kept_id FROM persons p WHERE p.workspace_id = ${workspaceId}::uuid AND p.merged_into_id IS NOT NULL
      UNION SELECT m.merged_id, p.merged_into_id FROM m JOIN persons p ON p.workspace_id = ${workspaceId}::uuid AND p.id = m.kept_id AND p.merged_into_id IS NOT NULL
    ) SELECT m.merged_id, m.kept_id, NOT EXISTS (SELECT 1 FROM m n WHERE n.merged_id = m.kept_id) AS is_last FROM m)`;
}

/** These people's ids and those of whoever was merged into them, as an array: what history is asked with. */
export function andMerged(workspaceId: string, ids: string[]): Prisma.Sql {
  return Prisma.sql`(${ids}::uuid[] || ARRAY(SELECT x.merged_id FROM ${mergedNow(workspaceId)} x WHERE x.kept_id = ANY (${ids}::uuid[])))`;
}

/**
 * Somebody's id, and those of everybody who was merged into them, however many steps ago. What was done for people is never
 * re-written: gestures and closed tasks are read for all of these.
 */
export async function idsOfPerson(tx: Tx, workspaceId: string, id: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE one AS (
      SELECT ${id}::uuid AS id
      UNION SELECT p.id FROM one JOIN persons p ON p.workspace_id = ${workspaceId}::uuid AND p.merged_into_id = one.id
    ) SELECT id FROM one`;
  return rows.map((row) => row.id);
}

/** Who stands for somebody who was merged: the one who is on the desk now, if the transaction may see them. Null otherwise. */
export async function findWhoStandsFor(tx: Tx, workspaceId: string, id: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE step AS (
      SELECT p.id, p.merged_into_id, p.removed_at FROM persons p WHERE p.workspace_id = ${workspaceId}::uuid AND p.id = ${id}::uuid
      UNION SELECT p.id, p.merged_into_id, p.removed_at FROM step JOIN persons p ON p.workspace_id = ${workspaceId}::uuid AND p.id = step.merged_into_id
    ) SELECT id FROM step WHERE removed_at IS NULL`;
  return rows[0]?.id ?? null;
}
