import type { Tx } from "@/lib/data/client";

/** Which of these addresses and names are those of people hidden from the reader; in small letters, given and answered. */
export async function listHiddenGuests(tx: Tx, said: string[]): Promise<Set<string>> {
  if (said.length === 0) return new Set();
  const [row] = await tx.$queryRaw<{ hidden: string[] }[]>`
    SELECT fence.hidden_guests(${[...new Set(said)]}::text[]) AS hidden`;
  return new Set(row?.hidden);
}

/** What hidden people leave of an entry: whether its organiser is one of them, and whether anybody else is on its list. */
export type LeftOfGuests = { hidesOrganiser: boolean; hasGuests: boolean };

/** Those of these entries that have somebody on them who is hidden from the reader. Empty for whoever sees everybody. */
export async function findEventsWithHidden(
  tx: Tx,
  workspaceId: string,
  eventIds: string[],
): Promise<Map<string, LeftOfGuests>> {
  if (eventIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<(LeftOfGuests & { id: string; isHiding: boolean })[]>`
    WITH guests AS MATERIALIZED (
      SELECT e.id, lower(e.organiser) AS organiser, lower(e.organiser_address) AS organiser_address, lower(g ->> 'email') AS address, lower(g ->> 'name') AS name, g ->> 'personId' AS picked, g IS NOT NULL AS is_guest
      FROM events e LEFT JOIN LATERAL jsonb_array_elements(CASE jsonb_typeof(e.attendees) WHEN 'array' THEN e.attendees ELSE '[]' END) g ON true
      WHERE e.workspace_id = ${workspaceId}::uuid AND e.id = ANY (${eventIds}::uuid[]) AND NOT (SELECT fence.sees_private())),
    hidden AS MATERIALIZED (SELECT fence.hidden_guests(ARRAY(SELECT organiser FROM guests UNION SELECT organiser_address FROM guests UNION SELECT address FROM guests UNION SELECT name FROM guests)) AS said, fence.hidden_people()::text[] AS people),
    judged AS (SELECT g.*, coalesce(g.address = ANY (h.said), false) OR coalesce(g.name = ANY (h.said), false) OR coalesce(g.picked = ANY (h.people), false) AS is_hidden,
      coalesce(g.organiser = ANY (h.said) OR g.organiser_address = ANY (h.said), false) AS is_by_hidden FROM guests g, hidden h)
    SELECT j.id, bool_or(j.is_by_hidden OR (j.is_hidden AND j.organiser IN (j.address, j.name))) AS "hidesOrganiser",
      bool_or(j.is_guest AND NOT j.is_hidden) AS "hasGuests", bool_or(j.is_hidden OR j.is_by_hidden) AS "isHiding"
    FROM judged j GROUP BY j.id`;
  return new Map(
    rows
      .filter((row) => row.isHiding)
      .map(({ id, hidesOrganiser, hasGuests }) => [id, { hidesOrganiser, hasGuests }]),
  );
}
