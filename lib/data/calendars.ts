import type { Tx } from "@/lib/data/client";
import type { CalendarKind, CalendarSource, CalendarState } from "@/lib/domain/calendar/source";

/** A calendar that is kept elsewhere, as everybody on the desk may know of it. */
export type StoredCalendar = {
  id: string;
  version: number;
  name: string;
  kind: CalendarKind;
  isPrivate: boolean;
  takesOurs: boolean;
  state: CalendarState;
};

/** Where it is, for the client and for jobs. `sealed` is the encrypted address and password; `failures` in a row so far. */
export type StoredPlace = {
  host: string;
  username: string;
  sealed: Uint8Array;
  placeSum: string;
  syncToken: string;
  etag: string;
  lastModified: string;
  failures: number;
};

/** How a turn went. `problem` may name a server, so it stands with the place. */
export type CalendarTurn = {
  state: CalendarState;
  problem: string;
  lastSyncedAt?: Date;
  failures: number;
  nextAt: Date;
};

const shown = {
  id: true,
  version: true,
  name: true,
  kind: true,
  isPrivate: true,
  takesOurs: true,
  state: true,
} as const;

/** A calendar of the desk that the transaction may see and that is not removed; null otherwise. */
export async function findCalendar(tx: Tx, workspaceId: string, id: string): Promise<StoredCalendar | null> {
  const row = await tx.calendar.findFirst({ where: { workspaceId, id, removedAt: null }, select: shown });
  return row as StoredCalendar | null;
}

/** Those of these calendars that are not removed, whoever may see them: for the client and for jobs. */
export async function listCalendarsById(
  tx: Tx,
  workspaceId: string,
  ids: string[],
): Promise<Map<string, StoredCalendar>> {
  const rows = await tx.calendar.findMany({
    where: { workspaceId, id: { in: ids }, removedAt: null },
    select: shown,
  });
  return new Map(rows.map((row) => [row.id, row as StoredCalendar]));
}

/** Where a calendar is; null for whoever may not know. */
export async function findPlace(tx: Tx, workspaceId: string, id: string): Promise<StoredPlace | null> {
  return tx.calendarPlace.findFirst({
    where: { workspaceId, calendarId: id },
    select: {
      host: true,
      username: true,
      sealed: true,
      placeSum: true,
      syncToken: true,
      etag: true,
      lastModified: true,
      failures: true,
    },
  });
}

/** Whether a calendar of the desk is read from this very place already. */
export async function isPlaceKnown(tx: Tx, workspaceId: string, placeSum: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM calendar_places p JOIN calendars k ON k.workspace_id = p.workspace_id AND k.id = p.calendar_id
    WHERE p.workspace_id = ${workspaceId}::uuid AND p.place_sum = ${placeSum} AND k.removed_at IS NULL`;
  return rows.length > 0;
}

/**
 * The calendars that the transaction may see, or one of them, by name. Whoever may not know where they are kept is told of them
 * by name and state, and how many entries of them they see.
 */
export async function listCalendars(
  tx: Tx,
  workspaceId: string,
  id: string | null,
): Promise<CalendarSource[]> {
  type Row = Omit<CalendarSource, "lastSyncedAt"> & { lastSyncedAt: Date | null };
  const rows = await tx.$queryRaw<Row[]>`
    SELECT k.id, k.version, k.name, k.kind, k.is_private AS "isPrivate", k.takes_ours AS "takesOurs", k.state, k.last_synced_at AS "lastSyncedAt",
      coalesce(p.problem, '') AS "lastError", p.host, p.username,
      CASE WHEN p.host IS NULL THEN (SELECT count(DISTINCT e.uid)::int FROM events e WHERE e.workspace_id = k.workspace_id AND e.calendar_id = k.id AND e.removed_at IS NULL)
        ELSE i.entries END AS events,
      CASE WHEN p.host IS NOT NULL THEN i.waiting END AS waiting, CASE WHEN p.host IS NOT NULL THEN i.conflicts END AS conflicts,
      CASE WHEN p.host IS NOT NULL THEN i.unread END AS unread
    FROM calendars k LEFT JOIN calendar_places p ON p.workspace_id = k.workspace_id AND p.calendar_id = k.id
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE c.state IN ('in-step', 'conflict'))::int AS entries,
      count(*) FILTER (WHERE c.etag_there <> c.etag AND (k.kind = 'caldav' OR c.theirs IS NOT NULL))::int AS waiting,
      count(*) FILTER (WHERE c.state = 'conflict')::int AS conflicts, count(*) FILTER (WHERE c.state = 'unreadable')::int AS unread
      FROM calendar_items c WHERE c.workspace_id = k.workspace_id AND c.calendar_id = k.id) i
    WHERE k.workspace_id = ${workspaceId}::uuid AND k.removed_at IS NULL AND (${id}::uuid IS NULL OR k.id = ${id}::uuid)
    ORDER BY lower(k.name), k.id`;
  return rows.map((row) => ({ ...row, lastSyncedAt: row.lastSyncedAt?.toISOString() ?? null }));
}

/** Adds a calendar; its first turn is at once. */
export async function insertCalendar(
  tx: Tx,
  workspaceId: string,
  calendar: Pick<StoredCalendar, "id" | "name" | "kind" | "isPrivate" | "takesOurs">,
  place: Pick<StoredPlace, "host" | "username" | "sealed" | "placeSum">,
  at: Date,
): Promise<void> {
  const sealed = Uint8Array.from(place.sealed);
  await tx.calendar.createMany({ data: [{ ...calendar, workspaceId }] });
  await tx.calendarPlace.createMany({
    data: [{ ...place, sealed, workspaceId, calendarId: calendar.id, nextAt: at }],
  });
}

/** Changes a calendar where it still is as it was seen (any version where none is given). False: it is not, or there is none. */
export async function saveCalendar(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version?: number },
  change: Partial<Pick<StoredCalendar, "name" | "isPrivate" | "takesOurs" | "state">> & { removedAt?: Date },
): Promise<boolean> {
  const saved = await tx.calendar.updateMany({
    where: { workspaceId, removedAt: null, ...seen },
    data: change,
  });
  return saved.count === 1;
}

/** What is made here goes into one calendar at most: no other takes it any more. */
export async function takeOursAway(tx: Tx, workspaceId: string): Promise<void> {
  await tx.calendar.updateMany({ where: { workspaceId, takesOurs: true }, data: { takesOurs: false } });
}

/** Changes where a calendar is, or what was last heard from there. */
export async function savePlace(
  tx: Tx,
  workspaceId: string,
  calendarId: string,
  change: Partial<StoredPlace> & { problem?: string; nextAt?: Date },
): Promise<void> {
  const { sealed, ...rest } = change;
  await tx.calendarPlace.updateMany({
    where: { workspaceId, calendarId },
    data: sealed ? { ...rest, sealed: Uint8Array.from(sealed) } : rest,
  });
}

/** Writes down how a turn ended. A calendar that was paused meanwhile stays so. */
export async function endCalendarTurn(
  tx: Tx,
  workspaceId: string,
  id: string,
  { failures, nextAt, problem, ...said }: CalendarTurn,
): Promise<void> {
  const where = { workspaceId, id, removedAt: null, state: { not: "paused" } };
  await tx.calendar.updateMany({ where, data: said });
  await savePlace(tx, workspaceId, id, { failures, nextAt, problem });
}

/**
 * Takes the calendar of a desk whose turn is longest due, and puts its turn off to `until`: whoever asks meanwhile does not get it.
 * It is the turn, too, of the one that takes what is made here, when something was; unless it has just had it, or has it now.
 */
export async function claimDueCalendar(
  tx: Tx,
  workspaceId: string,
  at: Date,
  until: Date,
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE calendar_places SET next_at = ${until} WHERE workspace_id = ${workspaceId}::uuid AND calendar_id = (
      SELECT p.calendar_id FROM calendar_places p JOIN calendars k ON k.workspace_id = p.workspace_id AND k.id = p.calendar_id
      WHERE p.workspace_id = ${workspaceId}::uuid AND k.removed_at IS NULL AND k.state <> 'paused' AND (p.next_at <= ${at}
        OR (k.takes_ours AND k.state = 'in-step' AND p.next_at > ${until} AND k.last_synced_at < ${at}::timestamptz - interval '30 seconds'
          AND EXISTS (SELECT FROM events e WHERE e.workspace_id = k.workspace_id AND e.own AND e.changed_at > k.last_synced_at)))
      ORDER BY p.next_at LIMIT 1 FOR UPDATE OF p SKIP LOCKED) RETURNING calendar_id AS id`;
  return rows[0]?.id ?? null;
}
