import type { Tx } from "@/lib/data/client";
import type { DuplicateFacts } from "@/lib/domain/person/duplicates";
import { nicknameTable } from "@/lib/domain/person/nicknames";
import type { Circle } from "@/lib/domain/policy/default-tags";

/** Somebody as the page of duplicates shows and compares them. */
export type LookAlike = DuplicateFacts & {
  id: string;
  version: number;
  jobTitle: string;
  circles: Circle[];
  isPrivate: boolean;
};

/** Groups larger than this share something that tells nobody apart: a company's switchboard, the commonest name. */
const CROWD = 40;
const MOST_PAIRS = 5000;

/**
 * Pairs of people who have something in common that is worth a comparison, and were not said to be two. Nobody is compared
 * with everybody: people meet under keys (an address, the end of a number, a birthday with an initial, the bones of a name),
 * and names that only resemble each other are weighed by their trigrams. Only people whom the transaction may see.
 */
export async function listCandidatePairs(tx: Tx, workspaceId: string): Promise<[string, string][]> {
  // Right after a large import nothing is known of how many people there are, and a planner that guesses "one" compares all pairs.
  await tx.$executeRaw`SET LOCAL enable_nestloop = off`;
  const rows = await tx.$queryRaw<{ a: string; b: string }[]>`
    WITH people AS MATERIALIZED (
      SELECT p.id, p.emails, p.phones, p.organization, translate(p.sort_name, 'øłđðı''’', 'oldd i') AS plain
      FROM persons p WHERE p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL
    ), short AS MATERIALIZED (SELECT key AS word, value AS formal FROM jsonb_each_text(${JSON.stringify(nicknameTable())}::jsonb)),
    words AS MATERIALIZED (
      SELECT w.id, coalesce(s.formal, w.word) AS word FROM (
        SELECT DISTINCT p.id, replace(replace(replace(u.word, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') AS word
        FROM people p, unnest(string_to_array(translate(p.plain, '.,-()"/_', '        '), ' ')) AS u (word)
        WHERE u.word <> '' AND u.word <> ALL ('{dr,prof,mr,mrs,ms,jr,sr,ii,iii}')) w LEFT JOIN short s ON s.word = w.word
    ), keys AS MATERIALIZED (
      SELECT DISTINCT p.id, 'e' || CASE WHEN m[2] IN ('gmail.com', 'googlemail.com') THEN replace(m[1], '.', '') ELSE m[1] || '@' || m[2] END AS key
      FROM people p, jsonb_array_elements(p.emails) e, regexp_match(lower(e ->> 'value'), '^([^@+[:space:]]+)(?:[+][^@]*)?@(.+)$') m WHERE m IS NOT NULL
      UNION SELECT p.id, 'p' || right(d, 7) FROM people p, jsonb_array_elements(p.phones) e,
        regexp_replace(regexp_replace(e ->> 'value', '(ext|x|#).*$', '', 'i'), '[^0-9]', '', 'g') d WHERE length(d) >= 7
      UNION SELECT id, 'n' || string_agg(bone, ' ' ORDER BY bone) FROM (SELECT id,
        left(word, 1) || regexp_replace(translate(substr(word, 2), 'aeiouyhw', ''), '(.)\\1+', '\\1', 'g') AS bone FROM words) b GROUP BY id
      UNION SELECT d.person_id, 'b' || d.month || '-' || d.day || left(w.word, 1) FROM person_dates d JOIN words w ON w.id = d.person_id
        WHERE d.workspace_id = ${workspaceId}::uuid AND d.removed_at IS NULL AND d.kind = 'birthday'
      UNION SELECT a.id, 'i' || a.word || ' ' || left(b.word, 1) FROM words a JOIN words b ON b.id = a.id AND b.word <> a.word WHERE length(a.word) > 2
    ), few AS MATERIALIZED (SELECT key FROM keys GROUP BY key HAVING count(*) BETWEEN 2 AND ${CROWD}),
    pairs AS MATERIALIZED (
      SELECT a.id AS a, b.id AS b, bool_or(a.key !~ '^i') AS strong FROM few JOIN keys a USING (key) JOIN keys b USING (key) WHERE a.id < b.id GROUP BY 1, 2
    )
    SELECT x.a, x.b FROM pairs x JOIN people pa ON pa.id = x.a JOIN people pb ON pb.id = x.b
    WHERE (x.strong OR similarity(pa.plain, pb.plain) >= 0.5 OR (pa.organization <> '' AND lower(pa.organization) = lower(pb.organization)))
      AND NOT EXISTS (SELECT 1 FROM distinct_people d WHERE d.workspace_id = ${workspaceId}::uuid AND d.one_id = x.a AND d.other_id = x.b)
    ORDER BY x.strong DESC, similarity(pa.plain, pb.plain) DESC, x.a, x.b LIMIT ${MOST_PAIRS}`;
  await tx.$executeRaw`SET LOCAL enable_nestloop = on`;
  return rows.map(({ a, b }) => [a, b]);
}

/** Who among those on the desk may be this one: by a similar name, an address, or a number. At most forty, the most similar first. */
export async function listWhoMayBe(
  tx: Tx,
  workspaceId: string,
  probe: { id: string | null; name: string; emails: string[]; phones: string[] },
): Promise<string[]> {
  const emails = probe.emails.map((one) =>
    one
      .toLowerCase()
      .replace(/\+[^@]*/, "")
      .replace(/\./g, ""),
  );
  const phones = probe.phones
    .map((one) => one.replace(/\D/g, ""))
    .filter((digits) => digits.length >= 7)
    .map((digits) => digits.slice(-7));
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM persons p WHERE p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL AND p.id IS DISTINCT FROM ${probe.id}::uuid
      AND (p.name % ${probe.name} OR p.sort_name % fence.fold(${probe.name})
        OR (p.emails <> '[]' AND EXISTS (SELECT 1 FROM jsonb_array_elements(p.emails) e
          WHERE replace(regexp_replace(lower(e ->> 'value'), '[+][^@]*', ''), '.', '') = ANY (${emails}::text[])))
        OR (p.phones <> '[]' AND EXISTS (SELECT 1 FROM jsonb_array_elements(p.phones) e
          WHERE right(regexp_replace(e ->> 'value', '[^0-9]', '', 'g'), 7) = ANY (${phones}::text[]))))
      AND NOT EXISTS (SELECT 1 FROM distinct_people d WHERE d.workspace_id = p.workspace_id
        AND d.one_id = least(p.id, ${probe.id}::uuid) AND d.other_id = greatest(p.id, ${probe.id}::uuid) AND ${probe.id}::uuid IS NOT NULL)
    ORDER BY similarity(p.sort_name, fence.fold(${probe.name})) DESC, p.id LIMIT 40`;
  return rows.map((row) => row.id);
}

/** These people as they are compared. */
export async function listLookAlikes(
  tx: Tx,
  workspaceId: string,
  ids: string[],
): Promise<Map<string, LookAlike>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<LookAlike[]>`
    SELECT p.id, p.version, p.name, p.given_name AS "givenName", p.family_name AS "familyName", p.nicknames, p.organization, p.job_title AS "jobTitle",
      p.circles, p.is_private AS "isPrivate",
      coalesce((SELECT jsonb_agg(e ->> 'value') FROM jsonb_array_elements(p.emails) e), '[]') AS emails,
      coalesce((SELECT jsonb_agg(e ->> 'value') FROM jsonb_array_elements(p.phones) e), '[]') AS phones,
      (SELECT jsonb_build_object('month', d.month, 'day', d.day, 'year', d.year) FROM person_dates d
        WHERE d.workspace_id = p.workspace_id AND d.person_id = p.id AND d.kind = 'birthday' AND d.removed_at IS NULL ORDER BY d.id LIMIT 1) AS birthday
    FROM persons p WHERE p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL AND p.id = ANY (${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
