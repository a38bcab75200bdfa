import type { Tx } from "@/lib/data/client";
import type { ExportedPerson, TableWidths } from "@/lib/domain/person/exported";
import { inverseOf, readRelationKind } from "@/lib/domain/person/relation";
import { Prisma } from "@/prisma/generated/client";

/** Whom an export is about: everybody, one circle, or one person. */
export type ExportOf = { circle: string | null; personId: string | null };

/** Where the next page begins. */
export type ExportCursor = { sortName: string; id: string };

type Row = Omit<ExportedPerson, "relations" | "changedAt"> & {
  sortName: string;
  changedAt: Date;
  relations: { kind: string; name: string; turned: boolean; isPrivate: boolean }[];
};

function whose(workspaceId: string, { circle, personId }: ExportOf): Prisma.Sql {
  return Prisma.sql`p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL
    AND (${circle}::text IS NULL OR p.circles @> ARRAY[${circle}::text]) AND (${personId}::uuid IS NULL OR p.id = ${personId}::uuid)`;
}

/** People with everything that the transaction may see of them, in the order of their names. `whole` brings pictures along. */
export async function listExported(
  tx: Tx,
  workspaceId: string,
  of: ExportOf,
  after: ExportCursor | null,
  limit: number,
  whole: boolean,
): Promise<{ people: ExportedPerson[]; next: ExportCursor | null }> {
  const list = (sql: Prisma.Sql, order: Prisma.Sql) =>
    Prisma.sql`coalesce((SELECT jsonb_agg(x ORDER BY ${order}) FROM (${sql}) x), '[]')`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id, coalesce(p.source_uid, 'urn:uuid:' || p.id) AS uid, p.name, p.given_name AS "givenName", p.family_name AS "familyName", p.nicknames,
      p.said_as AS "saidAs", p.organization, p.job_title AS "jobTitle", p.circles, p.emails, p.phones, p.addresses, p.links, p.how_met AS "howMet",
      p.careful, p.note, p.language, p.zone, p.is_private AS "isPrivate", p.is_dead AS "isDead", p.died_on::text AS "diedOn", p.sort_name AS "sortName",
      coalesce((SELECT max(s.at) FROM fact_sources s WHERE s.workspace_id = p.workspace_id AND s.person_id = p.id), p.created_at) AS "changedAt",
      ${list(
        Prisma.sql`SELECT d.kind, d.label, d.month, d.day, d.year FROM person_dates d WHERE d.workspace_id = p.workspace_id AND d.person_id = p.id AND d.removed_at IS NULL`,
        Prisma.sql`x.kind, x.month, x.day, x.label`,
      )} AS days,
      ${list(
        Prisma.sql`SELECT r.kind, coalesce(o.name, r.other_name) AS name, r.person_id <> p.id AS turned, r.is_private AS "isPrivate", r.id
          FROM person_relations r LEFT JOIN persons o ON o.workspace_id = r.workspace_id AND o.id = CASE WHEN r.person_id = p.id THEN r.other_id ELSE r.person_id END
          WHERE r.workspace_id = p.workspace_id AND r.removed_at IS NULL AND (r.person_id = p.id OR r.other_id = p.id) AND o.removed_at IS NULL`,
        Prisma.sql`x.name, x.id`,
      )} AS relations,
      ${list(
        Prisma.sql`SELECT f.kind, f.label, f.value, f.from_where AS "fromWhere", f.is_private AS "isPrivate", f.id FROM person_facts f
          WHERE f.workspace_id = p.workspace_id AND f.person_id = p.id AND f.removed_at IS NULL`,
        Prisma.sql`x.kind, x.value, x.id`,
      )} AS facts,
      ${list(
        Prisma.sql`SELECT coalesce(c.source_key, 'contact:' || c.id) AS key, c.at, c.how, c.note, c.is_private AS "isPrivate" FROM contacts c
          WHERE ${whole} AND c.workspace_id = p.workspace_id AND c.person_id = p.id AND c.removed_at IS NULL`,
        Prisma.sql`x.at, x.key`,
      )} AS contacts,
      (SELECT jsonb_build_object('mediaType', c.media_type, 'base64', translate(encode(c.bytes, 'base64'), E'\\n', '')) FROM person_pictures c
        WHERE ${whole} AND c.workspace_id = p.workspace_id AND c.id = p.id AND c.removed_at IS NULL) AS picture
    FROM persons p WHERE ${whose(workspaceId, of)}
      AND ${after ? Prisma.sql`(p.sort_name, p.id) > (${after.sortName}, ${after.id}::uuid)` : Prisma.sql`true`}
    ORDER BY p.sort_name, p.id LIMIT ${limit}`;
  const last = rows.at(-1);
  return {
    people: rows.map(toExported),
    next: last && rows.length === limit ? { sortName: last.sortName, id: last.id } : null,
  };
}

function toExported({ sortName: _, changedAt, relations, facts, ...row }: Row): ExportedPerson {
  return {
    ...row,
    changedAt: changedAt.toISOString(),
    facts: facts.map(({ kind, label, value, fromWhere, isPrivate }) => ({
      kind,
      label,
      value,
      fromWhere,
      isPrivate,
    })),
    relations: relations.map(({ kind, name, turned, isPrivate }) => {
      const read = readRelationKind(kind);
      return { kind: turned ? inverseOf(read) : read, name, isPrivate };
    }),
  };
}

/** How many columns a table of these people needs of each sort. */
export async function findWidths(tx: Tx, workspaceId: string, of: ExportOf): Promise<TableWidths> {
  const [row] = await tx.$queryRaw<TableWidths[]>`
    SELECT coalesce(max(jsonb_array_length(p.emails)), 0)::int AS emails, coalesce(max(jsonb_array_length(p.phones)), 0)::int AS phones,
      coalesce(max(jsonb_array_length(p.addresses)), 0)::int AS addresses, coalesce(max(jsonb_array_length(p.links)), 0)::int AS links,
      coalesce(max((SELECT count(*) FILTER (WHERE d.kind = 'other') + greatest(count(*) FILTER (WHERE d.kind = 'birthday') - 1, 0)
        + greatest(count(*) FILTER (WHERE d.kind = 'anniversary') - 1, 0)
        FROM person_dates d WHERE d.workspace_id = p.workspace_id AND d.person_id = p.id AND d.removed_at IS NULL)), 0)::int AS days,
      coalesce(max((SELECT count(*) FROM person_relations r WHERE r.workspace_id = p.workspace_id AND r.removed_at IS NULL AND NOT r.is_private
        AND (r.person_id = p.id OR r.other_id = p.id))), 0)::int AS relations
    FROM persons p WHERE ${whose(workspaceId, of)}`;
  return row ?? { emails: 0, phones: 0, addresses: 0, links: 0, days: 0, relations: 0 };
}
