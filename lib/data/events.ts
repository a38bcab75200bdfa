import type { Tx } from "@/lib/data/client";
import type { OccurrenceReading } from "@/lib/domain/import/payload";
import type { Prisma } from "@/prisma/generated/client";

/** An entry of the calendar, without the times at which it happens. `source` is what later times are worked out from. */
export type EventFacts = {
  uid: string;
  recurrenceId: string;
  sequence: number;
  summary: string;
  description: string;
  location: string;
  link: string;
  status: string;
  organiser: string;
  organiserAddress: string;
  transparent: boolean;
  answer: EventAnswer;
  stamp: Date | null;
  attendees: unknown[];
  allDay: boolean;
  zone: string | null;
  rule: string;
  source: unknown;
};

/** What the client's side said to an invitation; "" where nobody asked. */
export type EventAnswer = "" | "needs-action" | "accepted" | "tentative" | "declined";

/** What a desk knows of an entry beside what it says. `own`: made here; `calendarId`: kept in that calendar elsewhere. */
export type EventStanding = {
  calendarId: string | null;
  own: boolean;
  held: boolean;
  overProtected: boolean;
  travelMinutes: number | null;
  wantsCheck: boolean | null;
  isPrivate: boolean;
  importId: string | null;
};

export type StoredEvent = EventFacts &
  EventStanding & {
    id: string;
    version: number;
    removedAt: Date | null;
    changedAt: Date;
  };

const shown = {
  id: true,
  version: true,
  calendarId: true,
  own: true,
  held: true,
  overProtected: true,
  travelMinutes: true,
  wantsCheck: true,
  removedAt: true,
  changedAt: true,
  organiserAddress: true,
  transparent: true,
  answer: true,
  stamp: true,
  isPrivate: true,
  importId: true,
  uid: true,
  recurrenceId: true,
  sequence: true,
  summary: true,
  description: true,
  location: true,
  link: true,
  status: true,
  organiser: true,
  attendees: true,
  allDay: true,
  zone: true,
  rule: true,
  source: true,
} as const;

/** The entries of these series that are on the desk and that the transaction may see. */
export async function listEventsByUid(tx: Tx, workspaceId: string, uids: string[]): Promise<StoredEvent[]> {
  if (uids.length === 0) return [];
  const rows = await tx.event.findMany({
    where: { workspaceId, uid: { in: uids }, removedAt: null },
    select: shown,
  });
  return rows as unknown as StoredEvent[];
}

/** The times of these series that somebody else made their own, as they were written: hidden from the transaction, and no times of the series. */
export function listTimesLeftOut(tx: Tx, uids: string[]): Promise<{ uid: string; recurrence: unknown }[]> {
  return tx.$queryRaw`SELECT uid, recurrence FROM fence.times_left_out(${uids}::text[])`;
}

/** These entries, as far as they are on the desk and the transaction may see them. */
export async function listEvents(tx: Tx, workspaceId: string, ids: string[]): Promise<StoredEvent[]> {
  if (ids.length === 0) return [];
  const rows = await tx.event.findMany({
    where: { workspaceId, id: { in: ids }, removedAt: null },
    select: shown,
  });
  return rows as unknown as StoredEvent[];
}

/** What an entry says, without which it is and how it stands on the desk: what a change may write back. */
export function wordsOfEvent(event: StoredEvent): Omit<EventFacts, "uid" | "recurrenceId"> {
  const { sequence, summary, description, location, link, status, organiser, organiserAddress, transparent } =
    event;
  const { answer, stamp, attendees, allDay, zone, rule, source } = event;
  const said = {
    sequence,
    summary,
    description,
    location,
    link,
    status,
    organiser,
    organiserAddress,
    transparent,
  };
  return { ...said, answer, stamp, attendees, allDay, zone, rule, source };
}

/** Puts an entry on the calendar. False when one of the same series and time stands there, whoever may see it. */
export async function insertEvent(
  tx: Tx,
  workspaceId: string,
  event: EventFacts &
    Partial<EventStanding> & { id: string; isPrivate: boolean; importId: string | null; expandedUntil: Date },
): Promise<boolean> {
  const made = await tx.event.createMany({
    data: [{ ...event, workspaceId, attendees: json(event.attendees), source: json(event.source) }],
    skipDuplicates: true,
  });
  return made.count === 1;
}

/** Changes an entry where it still is as it was seen. */
export async function saveEvent(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version: number },
  change: Partial<Omit<EventFacts, "uid" | "recurrenceId">> &
    Partial<Omit<EventStanding, "own">> & {
      expandedUntil?: Date;
      removedAt?: Date | null;
    },
): Promise<boolean> {
  const { attendees, source, ...plain } = change;
  const saved = await tx.event.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version, removedAt: null },
    data: {
      ...plain,
      ...(attendees === undefined ? {} : { attendees: json(attendees) }),
      ...(source === undefined ? {} : { source: json(source) }),
    },
  });
  return saved.count === 1;
}

/** Writes down when entries happen; times that stand there already are left alone. */
export async function insertOccurrences(
  tx: Tx,
  workspaceId: string,
  occurrences: (OccurrenceReading & { eventId: string })[],
): Promise<void> {
  for (let from = 0; from < occurrences.length; from += 5000) {
    const some = JSON.stringify(occurrences.slice(from, from + 5000));
    await tx.$executeRaw`
      INSERT INTO event_occurrences (workspace_id, event_id, starts_at, ends_at, start_date, end_date)
      SELECT ${workspaceId}::uuid, x."eventId", x."startsAt", x."endsAt", x."startDate", x."endDate"
      FROM jsonb_to_recordset(${some}::jsonb) AS x ("eventId" uuid, "startsAt" timestamptz, "endsAt" timestamptz, "startDate" date, "endDate" date)
      ON CONFLICT DO NOTHING`;
  }
}

/**
 * Writes down that these entries happen at these times from an instant on, and at no others. What stands there already is left
 * alone: a series that only reaches further is not written anew.
 */
export async function replaceOccurrences(
  tx: Tx,
  workspaceId: string,
  eventIds: string[],
  from: Date,
  occurrences: (OccurrenceReading & { eventId: string })[],
): Promise<void> {
  if (eventIds.length === 0) return;
  const all = JSON.stringify(occurrences);
  await tx.$executeRaw`
    WITH x AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(${all}::jsonb) AS x ("eventId" uuid, "startsAt" timestamptz, "endsAt" timestamptz, "startDate" date, "endDate" date))
    DELETE FROM event_occurrences o WHERE o.workspace_id = ${workspaceId}::uuid AND o.event_id = ANY (${eventIds}::uuid[]) AND o.starts_at >= ${from}
      AND NOT EXISTS (SELECT 1 FROM x WHERE x."eventId" = o.event_id AND x."startsAt" = o.starts_at AND x."endsAt" = o.ends_at
        AND coalesce(x."startDate", 'infinity') = coalesce(o.start_date, 'infinity') AND coalesce(x."endDate", 'infinity') = coalesce(o.end_date, 'infinity'))`;
  await tx.$executeRaw`
    WITH o AS MATERIALIZED (SELECT event_id, starts_at FROM event_occurrences WHERE workspace_id = ${workspaceId}::uuid AND event_id = ANY (${eventIds}::uuid[]))
    INSERT INTO event_occurrences (workspace_id, event_id, starts_at, ends_at, start_date, end_date)
    SELECT ${workspaceId}::uuid, x."eventId", x."startsAt", x."endsAt", x."startDate", x."endDate"
    FROM jsonb_to_recordset(${all}::jsonb) AS x ("eventId" uuid, "startsAt" timestamptz, "endsAt" timestamptz, "startDate" date, "endDate" date)
    WHERE NOT EXISTS (SELECT 1 FROM o WHERE o.event_id = x."eventId" AND o.starts_at = x."startsAt")
    ON CONFLICT DO NOTHING`;
}

/** Writes down how far the times of these entries are worked out; what they say stays, and so does their version. */
export async function markSpread(
  tx: Tx,
  workspaceId: string,
  eventIds: string[],
  until: Date,
): Promise<void> {
  await tx.event.updateMany({
    where: { workspaceId, id: { in: eventIds }, expandedUntil: { not: until } },
    data: { expandedUntil: until },
  });
}

/** Series whose times are worked out to less than `until`: their uids, at most so many. */
export async function listSeriesToExtend(
  tx: Tx,
  workspaceId: string,
  until: Date,
  limit: number,
): Promise<string[]> {
  const rows = await tx.event.findMany({
    where: { workspaceId, removedAt: null, rule: { not: "" }, expandedUntil: { lt: until } },
    select: { uid: true },
    distinct: ["uid"],
    take: limit,
  });
  return rows.map((row) => row.uid);
}

/** Series that are on the desk's own clock, whole days and floating times, and are not over at `at`: their uids. */
export async function listSeriesOnDesksClock(tx: Tx, workspaceId: string, at: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ uid: string }[]>`
    SELECT DISTINCT e.uid FROM events e WHERE e.workspace_id = ${workspaceId}::uuid AND e.removed_at IS NULL AND (e.all_day OR e.zone IS NULL)
      AND EXISTS (SELECT 1 FROM event_occurrences o WHERE o.workspace_id = e.workspace_id AND o.event_id = e.id AND o.ends_at > ${at}::timestamptz - interval '2 days')`;
  return rows.map((row) => row.uid);
}

function json(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
}
