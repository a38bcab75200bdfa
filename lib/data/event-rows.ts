import type { Tx } from "@/lib/data/client";
import type { EventFacts, EventStanding, StoredEvent } from "@/lib/data/events";
import type { Prisma } from "@/prisma/generated/client";

/** An entry as it can be put back: what it says and how it stands, off the calendar or on it; without what a turn of a job writes. */
export type EventRow = EventFacts &
  Omit<EventStanding, "calendarId" | "importId"> & { id: string; removedAt: Date | null };
/** One that is stored, with its version. */
export type KeptRow = EventRow & Pick<StoredEvent, "version" | "calendarId">;

/** These entries, off the calendar or on it, as far as the transaction may see them. */
export async function listEventRows(tx: Tx, workspaceId: string, ids: string[]): Promise<KeptRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx.event.findMany({ where: { workspaceId, id: { in: ids } }, orderBy: { id: "asc" } });
  return rows.map((row) => ({
    ...toEventRow(row as unknown as StoredEvent),
    version: row.version,
    calendarId: row.calendarId,
  }));
}

/** What of an entry can be put back. */
export function toEventRow(row: EventRow): EventRow {
  const { id, uid, recurrenceId, sequence, summary, description, location, link, status, organiser } = row;
  const { organiserAddress, transparent, answer, stamp, attendees, allDay, zone, rule, source } = row;
  const { own, held, overProtected, travelMinutes, wantsCheck, isPrivate, removedAt } = row;
  const said = { id, uid, recurrenceId, sequence, summary, description, location, link, status, organiser };
  const when = { organiserAddress, transparent, answer, stamp, attendees, allDay, zone, rule, source };
  return { ...said, ...when, own, held, overProtected, travelMinutes, wantsCheck, isPrivate, removedAt };
}

/** Writes an entry as it was, or is to be, on the calendar or off it; where it still is at this version. */
export async function writeEventRow(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version: number },
  row: EventRow,
): Promise<boolean> {
  const { id, uid, recurrenceId, own, attendees, source, ...plain } = row;
  const data = { ...plain, attendees: json(attendees), source: json(source) };
  const saved = await tx.event.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version },
    data,
  });
  return saved.count === 1;
}

/** When these entries happen, as it is written down. */
export async function listTimesOf(
  tx: Tx,
  workspaceId: string,
  eventIds: string[],
): Promise<{ eventId: string; startsAt: Date; endsAt: Date }[]> {
  if (eventIds.length === 0) return [];
  return tx.eventOccurrence.findMany({
    where: { workspaceId, eventId: { in: eventIds } },
    select: { eventId: true, startsAt: true, endsAt: true },
  });
}

function json(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
}

/** The first of these rows that happens at any time; null where none does. */
export async function findFirstWithTime(tx: Tx, workspaceId: string, ids: string[]): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT x.id FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS x (id, place)
    WHERE EXISTS (SELECT FROM event_occurrences o WHERE o.workspace_id = ${workspaceId}::uuid AND o.event_id = x.id) ORDER BY x.place LIMIT 1`;
  return row?.id ?? null;
}
