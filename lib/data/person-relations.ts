import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import type { ActingRole } from "@/lib/domain/actor";
import { inverseOf, type RelationKind, readRelationKind } from "@/lib/domain/person/relation";

/** One relation as stored: what the other is to the person. `otherName` is "" where the other is on the desk. */
export type StoredRelation = {
  id: string;
  version: number;
  personId: string;
  otherId: string | null;
  otherName: string;
  kind: RelationKind;
  note: string;
  isPrivate: boolean;
  removedAt: Date | null;
};

/** A relation as seen from one side, with who wrote it down. */
export type RelationSeen = {
  id: string;
  version: number;
  kind: RelationKind;
  other: { id: string | null; name: string };
  note: string;
  isPrivate: boolean;
  by: string | null;
  role: ActingRole;
  enteredAt: Date;
};

/** What is about to be written down: with somebody of the desk, or with a name alone. */
export type NewRelation = { personId: string; kind: RelationKind; note?: string; isPrivate?: boolean } & (
  | { otherId: string; otherName: "" }
  | { otherId: null; otherName: string }
);

/** A relation that the transaction may see, removed or not; null otherwise. */
export async function findRelation(tx: Tx, workspaceId: string, id: string): Promise<StoredRelation | null> {
  const row = await tx.personRelation.findFirst({
    where: { workspaceId, id },
    omit: { workspaceId: true, enteredBy: true, enteredRole: true, enteredAt: true },
  });
  return row && { ...row, kind: readRelationKind(row.kind) };
}

/** Somebody's relations from their side, whichever side they were written from. Whoever was taken off the desk is left out. */
export async function listRelations(tx: Tx, workspaceId: string, personId: string): Promise<RelationSeen[]> {
  const rows = await tx.$queryRaw<(Omit<RelationSeen, "other"> & Ends)[]>`
    SELECT r.id, r.version, r.kind, r.note, r.is_private AS "isPrivate", r.person_id <> ${personId}::uuid AS turned,
      r.entered_role AS role, r.entered_at AS "enteredAt", u.name AS by, p.id AS "otherId", coalesce(p.name, r.other_name) AS "otherName"
    FROM person_relations r
    LEFT JOIN persons p ON p.workspace_id = r.workspace_id
      AND p.id = CASE WHEN r.person_id = ${personId}::uuid THEN r.other_id ELSE r.person_id END
    LEFT JOIN users u ON u.id = r.entered_by
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.removed_at IS NULL AND (r.person_id = ${personId}::uuid OR r.other_id = ${personId}::uuid)
      AND (p.id IS NULL AND r.other_id IS NULL OR p.removed_at IS NULL AND p.id IS NOT NULL)
    ORDER BY r.entered_at, r.id LIMIT 200`;
  return rows.map(({ turned, otherId, otherName, ...row }) => {
    const kind = readRelationKind(row.kind);
    return { ...row, kind: turned ? inverseOf(kind) : kind, other: { id: otherId, name: otherName } };
  });
}

type Ends = { turned: boolean; otherId: string | null; otherName: string };

/** The standing relations that touch somebody, as stored. */
export async function listStoredRelations(
  tx: Tx,
  workspaceId: string,
  personId: string,
): Promise<StoredRelation[]> {
  const rows = await tx.personRelation.findMany({
    where: { workspaceId, removedAt: null, OR: [{ personId }, { otherId: personId }] },
    omit: { workspaceId: true, enteredBy: true, enteredRole: true, enteredAt: true },
  });
  return rows.map((row) => ({ ...row, kind: readRelationKind(row.kind) }));
}

/** Writes relations down, and gives their ids in the same order. */
export async function insertRelations(
  tx: Tx,
  workspaceId: string,
  relations: NewRelation[],
): Promise<string[]> {
  const rows = relations.map((relation) => ({ ...relation, workspaceId, id: randomUUID() }));
  if (rows.length > 0) await tx.personRelation.createMany({ data: rows });
  return rows.map((row) => row.id);
}

/** Removes a relation, or brings it back, where it still is as it was seen. False: somebody was quicker. */
export async function saveRelation(
  tx: Tx,
  workspaceId: string,
  seen: Pick<StoredRelation, "id" | "version">,
  change: { removedAt: Date | null },
): Promise<boolean> {
  const saved = await tx.personRelation.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version },
    data: change,
  });
  return saved.count === 1;
}
