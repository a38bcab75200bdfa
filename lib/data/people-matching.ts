import type { Tx } from "@/lib/data/client";
import { mergedNow } from "@/lib/data/merged-people";
import type { StoredPerson } from "@/lib/data/people";
import { listDates, type StoredDate } from "@/lib/data/person-dates";
import type { Circle } from "@/lib/domain/policy/default-tags";

/** Somebody who may be meant by a card, with everything there is to compare. */
export type Candidate = StoredPerson & {
  saidAs: string;
  sourceUid: string | null;
  mergedUids: string[];
  dates: StoredDate[];
};

/**
 * Everybody on the desk whom one of these may mean: the ids of cards, addresses (in small letters), and names as lists are
 * ordered by. Only people whom the transaction may see.
 */
export async function listCandidates(
  tx: Tx,
  workspaceId: string,
  keys: { uids: string[]; emails: string[]; sortNames: string[] },
): Promise<Candidate[]> {
  const own = ownIds(keys.uids);
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM persons p WHERE p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL
      AND (${setOf(keys.uids)}::jsonb ? p.source_uid OR ${setOf(own)}::jsonb ? p.id::text OR ${setOf(keys.sortNames)}::jsonb ? p.sort_name
        OR p.emails <> '[]'::jsonb AND EXISTS (SELECT 1 FROM jsonb_array_elements(p.emails) e WHERE ${setOf(keys.emails)}::jsonb ? lower(e ->> 'value')))
    UNION SELECT m.kept_id FROM ${mergedNow(workspaceId)} m JOIN persons p ON p.workspace_id = ${workspaceId}::uuid AND p.id = m.merged_id
      WHERE m.is_last AND (p.source_uid = ANY (${keys.uids}::text[]) OR p.id = ANY (${own}::uuid[]))`;
  const ids = found.map((row) => row.id);
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<Omit<Candidate, "dates">[]>`
    SELECT id, version, name, given_name AS "givenName", family_name AS "familyName", nicknames, organization, job_title AS "jobTitle", circle, circles, emails,
      phones, addresses, links, how_met AS "howMet", careful, note, language, zone, said_as AS "saidAs",
      coalesce(source_uid, 'urn:uuid:' || id) AS "sourceUid", ARRAY(SELECT coalesce(x.source_uid, 'urn:uuid:' || x.id) FROM ${mergedNow(workspaceId)} m
        JOIN persons x ON x.workspace_id = ${workspaceId}::uuid AND x.id = m.merged_id WHERE m.kept_id = persons.id) AS "mergedUids", is_private AS "isPrivate",
      lead_days AS "leadDays", is_dead AS "isDead", died_on::text AS "diedOn", is_remembered AS "isRemembered",
      import_id AS "importId", created_at AS "createdAt"
    FROM persons WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${ids}::uuid[]) ORDER BY created_at, id`;
  const dates = new Map<string, StoredDate[]>();
  for (const date of await listDates(tx, workspaceId, ids)) {
    dates.set(date.personId, [...(dates.get(date.personId) ?? []), date]);
  }
  return rows.map((row) => ({ ...row, dates: dates.get(row.id) ?? [] }));
}

/** Texts to look one up among. A list would be gone through to its end for everybody, once the plan is made for any list. */
function setOf(texts: string[]): string {
  return JSON.stringify(Object.fromEntries(texts.map((text) => [text, 0])));
}

/** What our own exports call somebody who came from no file: "urn:uuid:" and their id. */
const ownUid = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

function ownIds(uids: string[]): string[] {
  return uids.flatMap((uid) => ownUid.exec(uid)?.[1]?.toLowerCase() ?? []);
}

/** Who has which of these addresses (in small letters): the first of each. */
export async function findByEmails(
  tx: Tx,
  workspaceId: string,
  emails: string[],
): Promise<Map<string, { id: string; name: string; circles: Circle[]; isPrivate: boolean }>> {
  if (emails.length === 0) return new Map();
  const rows = await tx.$queryRaw<
    { email: string; id: string; name: string; circles: Circle[]; isPrivate: boolean }[]
  >`
    SELECT DISTINCT ON (lower(e ->> 'value')) lower(e ->> 'value') AS email, p.id, p.name, p.circles, p.is_private AS "isPrivate"
    FROM persons p, jsonb_array_elements(p.emails) e
    WHERE p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL AND lower(e ->> 'value') = ANY (${emails}::text[])
    ORDER BY lower(e ->> 'value'), p.created_at, p.id`;
  return new Map(rows.map(({ email, ...person }) => [email, person]));
}
