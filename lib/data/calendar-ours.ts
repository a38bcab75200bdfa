/** What is made on this desk and stands in a calendar elsewhere as well. For the client and for jobs. */
import type { Tx } from "@/lib/data/client";
import { type KeptRow, toEventRow } from "@/lib/data/event-rows";
import type { StoredEvent } from "@/lib/data/events";
import type { GoneOurs } from "@/lib/domain/calendar/push-plan";

/** A series that was changed since it was written there. `changed` is when, to the microsecond; `href` null: it is not there yet. */
export type OursToWrite = { uid: string; changed: string; stands: boolean; href: string | null };

/**
 * Series of ours that are to be written into a calendar, or taken out of it. What waits for the client is not told, and what is
 * private is brought into private calendars alone; where it stood already it is kept in step.
 */
export function listOursToWrite(
  tx: Tx,
  workspaceId: string,
  calendar: { id: string; isPrivate: boolean },
  limit: number,
): Promise<OursToWrite[]> {
  return tx.$queryRaw<OursToWrite[]>`
    WITH ours AS (SELECT e.uid, max(e.changed_at) AS changed, bool_or(e.removed_at IS NULL) AS stands,
        bool_or(e.removed_at IS NULL AND e.held) AS waits, bool_or(e.removed_at IS NULL AND e.is_private) AS hidden, bool_or(jsonb_exists(e.source, 'start')) AS planned
      FROM events e WHERE e.workspace_id = ${workspaceId}::uuid AND e.own GROUP BY e.uid)
    SELECT o.uid, o.changed::text AS changed, o.stands, i.href FROM ours o
    LEFT JOIN calendar_items i ON i.workspace_id = ${workspaceId}::uuid AND i.calendar_id = ${calendar.id}::uuid AND i.uid = o.uid AND i.ours
    WHERE o.planned AND NOT o.waits AND CASE WHEN i.href IS NOT NULL THEN i.state = 'in-step' AND i.etag = i.etag_there AND (i.written_at IS NULL OR o.changed > i.written_at)
      ELSE o.stands AND (${calendar.isPrivate} OR NOT o.hidden) AND NOT EXISTS (SELECT FROM calendar_items x
        WHERE x.workspace_id = ${workspaceId}::uuid AND x.calendar_id = ${calendar.id}::uuid AND x.uid = o.uid AND x.state <> 'gone') END
    ORDER BY o.uid LIMIT ${limit}`;
}

/** What of ours stands in a calendar that takes it no more, although the one that does has it by now. */
export function listOursToTakeOut(
  tx: Tx,
  workspaceId: string,
  calendarId: string,
  limit: number,
): Promise<OursToWrite[]> {
  return tx.$queryRaw<OursToWrite[]>`
    SELECT i.uid, '' AS changed, false AS stands, i.href FROM calendar_items i
    WHERE i.workspace_id = ${workspaceId}::uuid AND i.calendar_id = ${calendarId}::uuid AND i.ours AND i.state = 'in-step' AND i.etag = i.etag_there
      AND EXISTS (SELECT FROM calendar_items n JOIN calendars k ON k.workspace_id = n.workspace_id AND k.id = n.calendar_id
        WHERE n.workspace_id = i.workspace_id AND n.uid = i.uid AND n.ours AND n.written_at IS NOT NULL AND n.state IN ('in-step', 'conflict')
          AND k.id <> i.calendar_id AND k.takes_ours AND k.removed_at IS NULL)
    ORDER BY i.uid LIMIT ${limit}`;
}

/** Whether another calendar takes what is made here, so that what stands in this one is to go there. */
export async function isOursElsewhere(tx: Tx, workspaceId: string, calendarId: string): Promise<boolean> {
  const where = { workspaceId, takesOurs: true, removedAt: null, id: { not: calendarId } };
  return (await tx.calendar.count({ where })) > 0;
}

/**
 * What a calendar did not take, or was not asked about while it took nothing, is looked at again with a new turn. What was written
 * to another place than `folder` is none of this calendar's any more: it is not gone from it.
 */
export async function readOursAgain(
  tx: Tx,
  workspaceId: string,
  calendarId: string,
  folder: string,
): Promise<void> {
  await tx.calendarItem.deleteMany({
    where: { workspaceId, calendarId, ours: true, NOT: { href: { startsWith: folder } } },
  });
  await tx.$executeRaw`
    UPDATE calendar_items SET state = 'in-step', why = '', etag = '' WHERE workspace_id = ${workspaceId}::uuid AND calendar_id = ${calendarId}::uuid
      AND ours AND state = 'left-out'
      AND EXISTS (SELECT FROM calendars k WHERE k.workspace_id = ${workspaceId}::uuid AND k.takes_ours AND k.removed_at IS NULL)`;
}

/** Forgets where what is ours stands in a calendar, on both sides: what is there is known again when it is read. */
export async function forgetOurs(tx: Tx, workspaceId: string, calendarId: string): Promise<void> {
  await tx.calendarItem.deleteMany({ where: { workspaceId, calendarId, ours: true } });
}

/** What we are about to write there: should we be cut off before the answer comes, it is known again as ours. */
export async function announceOurs(
  tx: Tx,
  workspaceId: string,
  calendarId: string,
  items: { href: string; uid: string; theirs: string }[],
): Promise<void> {
  if (items.length === 0) return;
  const all = JSON.stringify(items);
  await tx.$executeRaw`
    INSERT INTO calendar_items AS i (workspace_id, calendar_id, href, uid, ours, theirs, heard)
    SELECT ${workspaceId}::uuid, ${calendarId}::uuid, x.href, x.uid, true, x.theirs, false FROM jsonb_to_recordset(${all}::jsonb) AS x (href text, uid text, theirs text)
    ON CONFLICT (workspace_id, calendar_id, href) DO UPDATE SET ours = true, uid = EXCLUDED.uid, theirs = EXCLUDED.theirs, heard = i.heard AND i.etag <> ''`;
}

/**
 * What we put there since the last news, and these do not name, is read again by its place. Deleted before the server was asked, it
 * was there neither then nor now, and not every server says of such a thing that it is gone (RFC 6578 §3.5.2). `named` are the places
 * in the news; `isWhole`: they are all that there is.
 */
export async function askForUnheard(
  tx: Tx,
  workspaceId: string,
  calendarId: string,
  { isWhole, named }: { isWhole: boolean; named: string[] },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE calendar_items SET heard = true, etag = CASE WHEN ${isWhole} OR href = ANY (${named}::text[]) OR written_at IS NULL OR state = 'gone' THEN etag ELSE '' END
    WHERE workspace_id = ${workspaceId}::uuid AND calendar_id = ${calendarId}::uuid AND NOT heard`;
}

/**
 * What an object of ours has become. `written`: as of when what is here is there: "now" for all of it, an instant, null for not at
 * all, undefined for what was known.
 */
export type OursChange = {
  href: string;
  uid: string;
  etag: string;
  etagThere: string;
  said: string;
  state: string;
  why: string;
  theirs: string | null;
  written?: string | null;
};

/** Saves what became of objects of ours. */
export async function saveOurs(
  tx: Tx,
  workspaceId: string,
  calendarId: string,
  items: OursChange[],
): Promise<void> {
  if (items.length === 0) return;
  const all = JSON.stringify(items.map((one) => ({ ...one, keeps: one.written === undefined })));
  await tx.$executeRaw`
    UPDATE calendar_items i SET ours = true, uid = x.uid, etag = x.etag, etag_there = x."etagThere", said = x.said, state = x.state, why = x.why, theirs = x.theirs,
      written_at = CASE WHEN x.keeps THEN i.written_at WHEN x.written = 'now' THEN (SELECT max(e.changed_at) FROM events e
        WHERE e.workspace_id = i.workspace_id AND e.uid = x.uid AND e.own) ELSE x.written::timestamptz END
    FROM jsonb_to_recordset(${all}::jsonb) AS x (href text, uid text, etag text, "etagThere" text, said text, state text, why text, theirs text, written text, keeps boolean)
    WHERE i.workspace_id = ${workspaceId}::uuid AND i.calendar_id = ${calendarId}::uuid AND i.href = x.href`;
}

/** An object there of one of these series of ours, and what it said last. */
export type OursItem = {
  href: string;
  uid: string;
  etag: string;
  etagThere: string;
  said: string;
  state: string;
};

/** The objects of these series of ours in a calendar. */
export async function listOursItems(
  tx: Tx,
  workspaceId: string,
  calendarId: string,
  uids: string[],
): Promise<OursItem[]> {
  return tx.calendarItem.findMany({
    where: { workspaceId, calendarId, ours: true, uid: { in: uids } },
    select: { href: true, uid: true, etag: true, etagThere: true, said: true, state: true },
  });
}

/** Objects of ours that a calendar has no more, and how many of ours there are in it. */
export async function listGoneOurs(
  tx: Tx,
  workspaceId: string,
  calendarId: string,
): Promise<{ gone: (GoneOurs & { href: string; uid: string })[]; all: number }> {
  const all = await tx.calendarItem.count({ where: { workspaceId, calendarId, ours: true } });
  const gone = await tx.$queryRaw<(GoneOurs & { href: string; uid: string })[]>`
    SELECT i.href, i.uid, i.written_at IS NULL AS "isNew", coalesce(bool_or(e.changed_at > i.written_at), false) AS "isChanged",
      coalesce(bool_or(e.removed_at IS NULL), false) AS stands,
      EXISTS (SELECT FROM calendar_items x WHERE x.workspace_id = i.workspace_id AND x.calendar_id = i.calendar_id AND x.uid = i.uid AND x.href <> i.href AND x.ours AND x.state <> 'gone') AS "isElsewhere"
    FROM calendar_items i LEFT JOIN events e ON e.workspace_id = i.workspace_id AND e.uid = i.uid AND e.own
    WHERE i.workspace_id = ${workspaceId}::uuid AND i.calendar_id = ${calendarId}::uuid AND i.ours AND i.state = 'gone'
    GROUP BY i.workspace_id, i.calendar_id, i.href, i.uid, i.written_at ORDER BY i.href`;
  return { gone, all };
}

/** A row of ours, on the calendar or off it, with when it was changed. */
export type OwnRow = KeptRow & Pick<StoredEvent, "changedAt">;

/** Every row of these series that was made here, those on the calendar first, and of those off it the latest first. */
export async function listOwnRows(tx: Tx, workspaceId: string, uids: string[]): Promise<OwnRow[]> {
  if (uids.length === 0) return [];
  const rows = await tx.event.findMany({
    where: { workspaceId, uid: { in: uids }, own: true },
    orderBy: [{ removedAt: { sort: "desc", nulls: "first" } }, { recurrenceId: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    ...toEventRow(row as unknown as StoredEvent),
    version: row.version,
    calendarId: row.calendarId,
    changedAt: row.changedAt,
  }));
}
