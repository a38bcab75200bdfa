import type { Tx } from "@/lib/data/client";
import type { Stretch } from "@/lib/data/kept-spans";

/** A happening that fills the client's time. `place` and `link` as they stand on it. */
export type RawFilled = {
  eventId: string;
  title: string;
  place: string;
  link: string;
  travelMinutes: number | null;
  startsAt: Date;
  endsAt: Date;
};

/**
 * Happenings that fill any of these stretches of time, as far as the transaction may see them: not those that leave one free, were
 * declined or called off, nor any of the series of `ignore`. One of more than 400 days is found by its beginning only.
 */
export function listFilled(
  tx: Tx,
  workspaceId: string,
  within: readonly Stretch[],
  ignore: string | null,
): Promise<RawFilled[]> {
  return tx.$queryRaw<RawFilled[]>`
    WITH x AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(${JSON.stringify(within)}::jsonb) AS x ("startsAt" timestamptz, "endsAt" timestamptz))
    SELECT e.id AS "eventId", e.summary AS title, e.location AS place, e.link, e.travel_minutes AS "travelMinutes", o.starts_at AS "startsAt", o.ends_at AS "endsAt"
    FROM event_occurrences o JOIN events e ON e.workspace_id = o.workspace_id AND e.id = o.event_id
    WHERE o.workspace_id = ${workspaceId}::uuid AND o.starts_at < (SELECT max(x."endsAt") FROM x) AND o.starts_at > (SELECT min(x."startsAt") FROM x) - interval '400 days'
      AND EXISTS (SELECT 1 FROM x WHERE o.starts_at < x."endsAt" AND o.ends_at > x."startsAt")
      AND e.removed_at IS NULL AND upper(e.status) <> 'CANCELLED' AND NOT e.transparent AND e.answer <> 'declined'
      AND e.uid IS DISTINCT FROM (SELECT i.uid FROM events i WHERE i.workspace_id = ${workspaceId}::uuid AND i.id = ${ignore}::uuid)
    ORDER BY o.starts_at, e.id LIMIT 2000`;
}

/** The minutes on the way that an entry has of its own; null: as usual, or there is no such entry. */
export async function findTravelOf(tx: Tx, workspaceId: string, id: string): Promise<number | null> {
  const found = await tx.event.findFirst({ where: { workspaceId, id }, select: { travelMinutes: true } });
  return found?.travelMinutes ?? null;
}
