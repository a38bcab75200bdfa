import { createHash } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import type { RowUndo } from "@/lib/domain/import/payload";
import type { CardContact, CardFact, CardRelation, KnownMore } from "@/lib/domain/person/fill-in-more";
import { inverseOf, readRelationKind } from "@/lib/domain/person/relation";
import { Prisma } from "@/prisma/generated/client";

/** What stands beside these people's own rows, as far as the transaction may see it. */
export async function findKnownMore(
  tx: Tx,
  workspaceId: string,
  personIds: string[],
): Promise<Map<string, KnownMore>> {
  const known = new Map<string, KnownMore>();
  if (personIds.length === 0) return known;
  const of = (id: string) => {
    const found = known.get(id) ?? {
      relations: [],
      contactKeys: [],
      facts: [],
      pictureSum: null,
      isDead: false,
    };
    known.set(id, found);
    return found;
  };
  const relations = await tx.$queryRaw<{ id: string; turned: boolean; kind: string; name: string }[]>`
    SELECT x.id, r.person_id <> x.id AS turned, r.kind, coalesce(p.name, r.other_name) AS name
    FROM unnest(${personIds}::uuid[]) x (id) JOIN person_relations r ON r.workspace_id = ${workspaceId}::uuid AND r.removed_at IS NULL
      AND (r.person_id = x.id OR r.other_id = x.id)
    LEFT JOIN persons p ON p.workspace_id = r.workspace_id AND p.id = CASE WHEN r.person_id = x.id THEN r.other_id ELSE r.person_id END`;
  for (const { id, turned, kind, name } of relations) {
    const read = readRelationKind(kind);
    of(id).relations.push({ kind: turned ? inverseOf(read) : read, name });
  }
  const contacts = await tx.$queryRaw<{ id: string; key: string }[]>`
    SELECT person_id AS id, coalesce(source_key, 'contact:' || id) AS key FROM contacts
    WHERE workspace_id = ${workspaceId}::uuid AND person_id = ANY (${personIds}::uuid[]) AND removed_at IS NULL`;
  for (const { id, key } of contacts) of(id).contactKeys.push(key);
  const facts = await tx.$queryRaw<{ id: string; kind: CardFact["kind"]; value: string }[]>`
    SELECT person_id AS id, kind, value FROM person_facts
    WHERE workspace_id = ${workspaceId}::uuid AND person_id = ANY (${personIds}::uuid[]) AND removed_at IS NULL`;
  for (const { id, kind, value } of facts) of(id).facts.push({ kind, value });
  const rest = await tx.$queryRaw<{ id: string; sum: string | null; isDead: boolean }[]>`
    SELECT p.id, c.sum, p.is_dead AS "isDead" FROM persons p LEFT JOIN person_pictures c ON c.workspace_id = p.workspace_id AND c.id = p.id AND c.removed_at IS NULL
    WHERE p.workspace_id = ${workspaceId}::uuid AND p.id = ANY (${personIds}::uuid[]) AND (c.id IS NOT NULL OR p.is_dead)`;
  for (const { id, sum, isDead } of rest) Object.assign(of(id), { pictureSum: sum, isDead });
  return known;
}

/**
 * Writes relations down, each with an id of the caller's. The other is somebody of the desk where exactly one has that
 * name, else a name alone. Gives the ids that stand now.
 */
export async function insertCardRelations(
  tx: Tx,
  workspaceId: string,
  rows: (CardRelation & { id: string; personId: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    WITH x AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x (id uuid, "personId" uuid, kind text, name text, "isPrivate" boolean)),
      named AS (SELECT p.name, (array_agg(p.id))[1] AS id FROM persons p WHERE p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL
        AND p.name IN (SELECT name FROM x) GROUP BY p.name HAVING count(*) = 1)
    INSERT INTO person_relations (workspace_id, id, person_id, other_id, other_name, kind, is_private)
    SELECT ${workspaceId}::uuid, x.id, x."personId", n.id, CASE WHEN n.id IS NULL THEN x.name ELSE '' END, x.kind, coalesce(x."isPrivate", false)
    FROM x LEFT JOIN named n ON n.name = x.name AND n.id <> x."personId"`;
}

/** Relations of this import that only have a name: tied to whom the same import has made since, where there is exactly one. */
export async function tieRelations(tx: Tx, workspaceId: string, importId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE person_relations r SET other_id = n.id, other_name = ''
    FROM (SELECT p.name, (array_agg(p.id))[1] AS id FROM persons p WHERE p.workspace_id = ${workspaceId}::uuid AND p.import_id = ${importId}::uuid
        AND p.removed_at IS NULL GROUP BY p.name HAVING count(*) = 1) n,
      (SELECT DISTINCT e::uuid AS id FROM import_rows i, jsonb_array_elements_text(coalesce(i.undo -> 'relations', '[]')) e
        WHERE i.workspace_id = ${workspaceId}::uuid AND i.import_id = ${importId}::uuid) made
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.id = made.id AND r.other_id IS NULL AND r.removed_at IS NULL AND r.version = 1
      AND r.other_name = n.name AND r.person_id <> n.id`;
  // Two cards that name each other tell one relation: the later half goes.
  await tx.$executeRaw`
    UPDATE person_relations r SET removed_at = clock_timestamp()
    FROM person_relations o, import_rows i
    WHERE i.workspace_id = ${workspaceId}::uuid AND i.import_id = ${importId}::uuid AND i.undo -> 'relations' ? r.id::text
      AND r.workspace_id = ${workspaceId}::uuid AND o.workspace_id = r.workspace_id AND r.removed_at IS NULL AND o.removed_at IS NULL
      AND r.other_id = o.person_id AND o.other_id = r.person_id AND o.id < r.id AND i.person_id = r.person_id`;
}

/** Writes earlier contact down; what an import that was taken back had written stands again. */
export async function insertCardContacts(
  tx: Tx,
  workspaceId: string,
  rows: (CardContact & { id: string; personId: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO contacts (workspace_id, id, person_id, at, how, note, source_key, is_private)
    SELECT ${workspaceId}::uuid, x.id, x."personId", x.at, x.how, x.note, x.key, coalesce(x."isPrivate", false)
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x (id uuid, "personId" uuid, at timestamptz, how text, note text, key text, "isPrivate" boolean)
    ON CONFLICT (workspace_id, source_key, person_id) WHERE source_key IS NOT NULL DO UPDATE SET removed_at = NULL WHERE contacts.removed_at IS NOT NULL`;
}

/** Writes facts down, each with an id of the caller's. */
export async function insertCardFacts(
  tx: Tx,
  workspaceId: string,
  rows: (CardFact & { id: string; personId: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO person_facts (workspace_id, id, person_id, kind, label, value, from_where, is_private)
    SELECT ${workspaceId}::uuid, x.id, x."personId", x.kind, x.label, x.value, x."fromWhere", coalesce(x."isPrivate", false)
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x (id uuid, "personId" uuid, kind text, label text, value text, "fromWhere" text, "isPrivate" boolean)`;
}

/** What a line of an import wrote down beside somebody's row. */
type WrittenBeside = { personId: string; undo: RowUndo };

/** Takes back what an import wrote down beside people's rows, where nobody has touched it since. */
export async function removeImportedMore(
  tx: Tx,
  workspaceId: string,
  written: WrittenBeside[],
  at: Date,
): Promise<void> {
  const ids = (key: "relations" | "facts") => written.flatMap(({ undo }) => undo[key] ?? []);
  const contacts = written.flatMap(({ personId, undo }) =>
    (undo.contacts ?? []).map((key) => ({ personId, key })),
  );
  await tx.$executeRaw`
    UPDATE person_relations SET removed_at = ${at} WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${ids("relations")}::uuid[])
      AND removed_at IS NULL AND version <= 2`;
  await tx.$executeRaw`
    UPDATE contacts c SET removed_at = ${at} FROM ${pairs(contacts)}
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.person_id = x.person_id AND c.source_key = x.key AND c.removed_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM log_entries l WHERE l.workspace_id = c.workspace_id AND l.subject_id = c.id AND l.refusal IS NULL
        AND l.verb <> 'undo-import' AND l.seq > (SELECT max(i.seq) FROM log_entries i WHERE i.workspace_id = c.workspace_id
          AND i.subject_id = c.id AND i.verb = 'confirm-import'))`;
  await tx.$executeRaw`
    UPDATE person_facts SET removed_at = ${at} WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${ids("facts")}::uuid[])
      AND removed_at IS NULL AND version = 1`;
}

/** Of these people, those about whom somebody has written down more than the import did: they stay when it is taken back. */
export async function listWrittenAbout(
  tx: Tx,
  workspaceId: string,
  personIds: string[],
  byImport: WrittenBeside[],
): Promise<string[]> {
  const own = byImport.flatMap(({ personId, undo }) =>
    [...(undo.relations ?? []), ...(undo.contacts ?? []), ...(undo.facts ?? [])].map((key) => ({
      personId,
      key,
    })),
  );
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT person_id AS id FROM (
      SELECT person_id, id::text FROM person_facts WHERE workspace_id = ${workspaceId}::uuid AND person_id = ANY (${personIds}::uuid[]) AND removed_at IS NULL
      UNION ALL SELECT person_id, coalesce(source_key, id::text) FROM contacts WHERE workspace_id = ${workspaceId}::uuid AND person_id = ANY (${personIds}::uuid[]) AND removed_at IS NULL
      UNION ALL SELECT person_id, id::text FROM promises WHERE workspace_id = ${workspaceId}::uuid AND person_id = ANY (${personIds}::uuid[]) AND removed_at IS NULL
      UNION ALL SELECT person_id, id::text FROM person_relations WHERE workspace_id = ${workspaceId}::uuid AND person_id = ANY (${personIds}::uuid[]) AND removed_at IS NULL
    ) AS written (person_id, id) WHERE NOT (person_id, id) IN (SELECT x.person_id, x.key FROM ${pairs(own)})`;
  return rows.map((row) => row.id);
}

/** A table of people and of what is theirs by a key, `x`. The same key may be another person's as well. */
function pairs(rows: { personId: string; key: string }[]): Prisma.Sql {
  return Prisma.sql`unnest(${rows.map((row) => row.personId)}::uuid[], ${rows.map((row) => row.key)}::text[]) AS x (person_id, key)`;
}

/** The sum by which two pictures are the same one. */
export function sumOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
