import type { Tx } from "@/lib/data/client";
import type { ActingRole } from "@/lib/domain/actor";
import { howItCame, type SourceView } from "@/lib/domain/person/source";

/** Where one thing that a person's row says comes from, by its field: "howMet", "phones:+49 30 1", "day:<id>". */
export type StoredSource = Omit<SourceView, "isOld" | "at" | "checkedAt"> & {
  field: string;
  at: Date;
  checkedAt: Date | null;
};

type Row = Omit<StoredSource, "how" | "from"> & {
  verb: string;
  hasFile: boolean;
  fileName: string | null;
  fromWhere: string;
};

/** Every source of somebody's facts. The name of a file shows where the import is one's own to see. */
export async function listSources(tx: Tx, workspaceId: string, personId: string): Promise<StoredSource[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.field, u.name AS by, s.by_role AS role, s.verb, s.import_id IS NOT NULL AS "hasFile", i.file_name AS "fileName",
      s.from_where AS "fromWhere", s.at, s.checked_at AS "checkedAt", c.name AS "checkedBy",
      EXISTS (SELECT FROM agents a WHERE a.workspace_id = s.workspace_id AND a.user_id = s.checked_by) AS "isCheckedByAgent"
    FROM fact_sources s LEFT JOIN users u ON u.id = s.by_user LEFT JOIN users c ON c.id = s.checked_by
    LEFT JOIN imports i ON i.workspace_id = s.workspace_id AND i.id = s.import_id
    WHERE s.workspace_id = ${workspaceId}::uuid AND s.person_id = ${personId}::uuid`;
  return rows.map(({ verb, hasFile, fileName, fromWhere, role, ...row }) => ({
    ...row,
    role: role as ActingRole,
    how: howItCame(verb, hasFile, fromWhere),
    from: fileName ?? fromWhere,
  }));
}

/** Notes that a thing is still right, or takes that back; who and when is the database's to say. False: there is no such thing. */
export async function checkSource(
  tx: Tx,
  workspaceId: string,
  personId: string,
  field: string,
  checkedAt: Date | null,
): Promise<boolean> {
  const saved = await tx.factSource.updateMany({
    where: { workspaceId, personId, field },
    data: { checkedAt },
  });
  return saved.count === 1;
}

/** Says what the rest of this transaction's changes are copied from: an import, or in words ("the address book Work"). */
export async function nameSource(tx: Tx, source: { importId?: string; fromWhere?: string }): Promise<void> {
  await tx.$executeRaw`SELECT set_config('firsthand.from_import', ${source.importId ?? ""}, true),
    set_config('firsthand.from_where', ${source.fromWhere ?? ""}, true)`;
}
