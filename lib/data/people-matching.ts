import type { Tx } from "@/lib/data/client";
import type { StoredPerson } from "@/lib/data/people";
import { listDates, type StoredDate } from "@/lib/data/person-dates";

/** Somebody who may be meant by a card, with everything there is to compare. */
export type Candidate = StoredPerson & { sourceUid: string | null; dates: StoredDate[] };

/**
 * Everybody on the desk whom one of these may mean: the ids of cards, addresses (in small letters), and names as lists are
 * ordered by. Only people whom the transaction may see.
 */
export async function listCandidates(
  tx: Tx,
  workspaceId: string,
  keys: { uids: string[]; emails: string[]; sortNames: string[] },
): Promise<Candidate[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM persons p WHERE p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL AND p.source_uid = ANY (${keys.uids}::text[])
    UNION SELECT p.id FROM persons p WHERE p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL AND p.sort_name = ANY (${keys.sortNames}::text[])
    UNION SELECT p.id FROM persons p WHERE p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL AND cardinality(${keys.emails}::text[]) > 0
      AND p.emails <> '[]'::jsonb AND EXISTS (SELECT 1 FROM jsonb_array_elements(p.emails) e WHERE lower(e ->> 'value') = ANY (${keys.emails}::text[]))`;
  const ids = found.map((row) => row.id);
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<Omit<Candidate, "dates">[]>`
    SELECT id, version, name, given_name AS "givenName", family_name AS "familyName", nicknames, organization, job_title AS "jobTitle", circle, emails,
      phones, addresses, links, how_met AS "howMet", careful, note, language, zone, source_uid AS "sourceUid", is_private AS "isPrivate",
      import_id AS "importId", created_at AS "createdAt"
    FROM persons WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${ids}::uuid[]) ORDER BY created_at, id`;
  const dates = new Map<string, StoredDate[]>();
  for (const date of await listDates(tx, workspaceId, ids)) {
    dates.set(date.personId, [...(dates.get(date.personId) ?? []), date]);
  }
  return rows.map((row) => ({ ...row, dates: dates.get(row.id) ?? [] }));
}

/** Who has which of these addresses (in small letters): the first of each. */
export async function findByEmails(
  tx: Tx,
  workspaceId: string,
  emails: string[],
): Promise<Map<string, { id: string; name: string; isPrivate: boolean }>> {
  if (emails.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ email: string; id: string; name: string; isPrivate: boolean }[]>`
    SELECT DISTINCT ON (lower(e ->> 'value')) lower(e ->> 'value') AS email, p.id, p.name, p.is_private AS "isPrivate"
    FROM persons p, jsonb_array_elements(p.emails) e
    WHERE p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL AND lower(e ->> 'value') = ANY (${emails}::text[])
    ORDER BY lower(e ->> 'value'), p.created_at, p.id`;
  return new Map(rows.map(({ email, ...person }) => [email, person]));
}

/** The client's own address, in small letters: whom an invitation on this desk is for. */
export async function findClientEmail(tx: Tx, workspaceId: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ email: string }[]>`
    SELECT u.email FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.workspace_id = ${workspaceId}::uuid AND m.role = 'client'`;
  return row?.email ?? "";
}
