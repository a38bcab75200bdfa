import type { Tx } from "@/lib/data/client";
import type { ItemState } from "@/lib/domain/calendar/source";

/**
 * One object of a calendar as it was read or written last. `theirs` holds, in a file that is read again and again, the entries that
 * wait to be taken; of a CalDAV server the other version of a conflict, or "" where it is asked for again.
 */
export type StoredItem = {
  href: string;
  uid: string;
  etag: string;
  etagThere: string;
  said: string;
  ours: boolean;
  state: ItemState;
  why: string;
  theirs: string | null;
};

/** What an object has become. */
export type ItemChange = Pick<StoredItem, "href" | "uid" | "etag" | "said" | "state" | "why" | "theirs">;

/** An object as its calendar lists it; of a file with what it says (`theirs`). */
export type ListedItem = { href: string; uid?: string; etag: string; theirs?: string };

const LINES = 500;
const shown = {
  href: true,
  uid: true,
  etag: true,
  etagThere: true,
  said: true,
  ours: true,
  state: true,
  why: true,
  theirs: true,
} as const;

/** Writes down what a calendar has: what is new or changed waits to be read. */
export async function noteItems(
  tx: Tx,
  workspaceId: string,
  calendarId: string,
  present: ListedItem[],
): Promise<void> {
  for (let from = 0; from < present.length; from += LINES) {
    const some = JSON.stringify(present.slice(from, from + LINES));
    await tx.$executeRaw`
      INSERT INTO calendar_items AS i (workspace_id, calendar_id, href, uid, etag_there, theirs)
      SELECT ${workspaceId}::uuid, ${calendarId}::uuid, x.href, coalesce(x.uid, ''), x.etag, x.theirs
      FROM jsonb_to_recordset(${some}::jsonb) AS x (href text, uid text, etag text, theirs text)
      ON CONFLICT (workspace_id, calendar_id, href) DO UPDATE SET etag_there = EXCLUDED.etag_there,
        theirs = CASE WHEN EXCLUDED.theirs IS NULL THEN i.theirs WHEN i.etag <> EXCLUDED.etag_there THEN EXCLUDED.theirs END
      WHERE i.etag_there <> EXCLUDED.etag_there OR (EXCLUDED.theirs IS NOT NULL AND i.etag <> EXCLUDED.etag_there)`;
  }
}

/** Writes down what in a file cannot be read, and why. What was read of it before stays known. */
export async function noteUnread(
  tx: Tx,
  workspaceId: string,
  calendarId: string,
  unread: { href: string; why: string }[],
): Promise<void> {
  const all = JSON.stringify(unread);
  await tx.$executeRaw`
    INSERT INTO calendar_items (workspace_id, calendar_id, href, state, why)
    SELECT ${workspaceId}::uuid, ${calendarId}::uuid, x.href, 'unreadable', x.why FROM jsonb_to_recordset(${all}::jsonb) AS x (href text, why text)
    ON CONFLICT (workspace_id, calendar_id, href) DO UPDATE SET etag = '', etag_there = '', state = 'unreadable', why = EXCLUDED.why, theirs = NULL`;
}

/** Marks what a calendar no longer has: by name, or because its whole list does not have it. */
export async function markGone(
  tx: Tx,
  workspaceId: string,
  calendarId: string,
  listing: { isWhole: boolean; present: readonly { href: string }[]; gone: string[] },
): Promise<void> {
  const all = listing.isWhole ? listing.present.map((one) => one.href) : [];
  await tx.$executeRaw`
    UPDATE calendar_items SET state = 'gone', etag = '', etag_there = '', theirs = NULL
    WHERE workspace_id = ${workspaceId}::uuid AND calendar_id = ${calendarId}::uuid AND state <> 'gone'
      AND (href = ANY (${listing.gone}::text[]) OR (${listing.isWhole} AND NOT href = ANY (${all}::text[])))`;
}

/** Objects that are still to be read, in the order of their places; how many of them there are, and how many objects in all. */
export async function listWaitingItems(
  tx: Tx,
  workspaceId: string,
  calendarId: string,
  limit: number,
): Promise<{ items: StoredItem[]; waiting: number; known: number }> {
  const [count] = await tx.$queryRaw<{ waiting: number; known: number }[]>`
    SELECT count(*) FILTER (WHERE i.etag_there <> i.etag AND (k.kind = 'caldav' OR i.theirs IS NOT NULL))::int AS waiting, count(i.href)::int AS known
    FROM calendars k LEFT JOIN calendar_items i ON i.workspace_id = k.workspace_id AND i.calendar_id = k.id
    WHERE k.workspace_id = ${workspaceId}::uuid AND k.id = ${calendarId}::uuid`;
  const rows = await tx.$queryRaw<{ href: string }[]>`
    SELECT i.href FROM calendar_items i JOIN calendars k ON k.workspace_id = i.workspace_id AND k.id = i.calendar_id
    WHERE i.workspace_id = ${workspaceId}::uuid AND i.calendar_id = ${calendarId}::uuid AND i.etag_there <> i.etag
      AND (k.kind = 'caldav' OR i.theirs IS NOT NULL) ORDER BY i.href LIMIT ${limit}`;
  const hrefs = rows.map((row) => row.href);
  return {
    items: await listItems(tx, workspaceId, calendarId, hrefs),
    waiting: count?.waiting ?? 0,
    known: count?.known ?? 0,
  };
}

/** These objects as they were read last, in the order of their places. */
export async function listItems(
  tx: Tx,
  workspaceId: string,
  calendarId: string,
  hrefs: string[],
): Promise<StoredItem[]> {
  if (hrefs.length === 0) return [];
  const rows = await tx.calendarItem.findMany({
    where: { workspaceId, calendarId, href: { in: hrefs } },
    select: shown,
    orderBy: { href: "asc" },
  });
  return rows as StoredItem[];
}

/** The first objects of a calendar in some state, in the order of their places. */
export async function listItemsInState(
  tx: Tx,
  workspaceId: string,
  calendarId: string,
  state: ItemState,
  limit: number,
): Promise<StoredItem[]> {
  const rows = await tx.calendarItem.findMany({
    where: { workspaceId, calendarId, state },
    select: shown,
    orderBy: { href: "asc" },
    take: limit,
  });
  return rows as StoredItem[];
}

/** An object of a calendar that has some series. */
export type Holder = { uid: string; calendarId: string; href: string; isPrivate: boolean };

/** Which object of which calendar has these series, of open calendars first; of calendars that are read no more, none. */
export function listHolders(tx: Tx, workspaceId: string, uids: string[]): Promise<Holder[]> {
  return tx.$queryRaw`
    SELECT i.uid, i.calendar_id AS "calendarId", i.href, k.is_private AS "isPrivate" FROM calendar_items i
    JOIN calendars k ON k.workspace_id = i.workspace_id AND k.id = i.calendar_id
    WHERE i.workspace_id = ${workspaceId}::uuid AND i.uid = ANY (${uids}::text[]) AND i.uid <> '' AND k.removed_at IS NULL AND i.state <> 'gone'
    ORDER BY k.is_private, k.id, i.href`;
}

/** Saves what became of objects that were read. */
export async function saveItems(
  tx: Tx,
  workspaceId: string,
  calendarId: string,
  items: ItemChange[],
): Promise<void> {
  if (items.length === 0) return;
  const rows = JSON.stringify(items);
  await tx.$executeRaw`
    UPDATE calendar_items i SET uid = x.uid, etag = x.etag, said = x.said, state = x.state, why = x.why, theirs = x.theirs
    FROM jsonb_to_recordset(${rows}::jsonb) AS x (href text, uid text, etag text, said text, state text, why text, theirs text)
    WHERE i.workspace_id = ${workspaceId}::uuid AND i.calendar_id = ${calendarId}::uuid AND i.href = x.href`;
}

/** Lets objects be read again that their server did not give so far; when the client asks, all that could not be read. */
export async function readItemsAgain(
  tx: Tx,
  workspaceId: string,
  calendarId: string,
  isClient: boolean,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE calendar_items SET etag = '' WHERE workspace_id = ${workspaceId}::uuid AND calendar_id = ${calendarId}::uuid
      AND state = 'unreadable' AND (theirs = '' OR ${isClient})`;
}

/**
 * Whoever kept some series has them no more: these objects of other calendars are read again, so that what they say is known. A
 * file is sent whole again for it.
 */
export async function awaitItems(
  tx: Tx,
  workspaceId: string,
  items: { calendarId: string; href: string }[],
): Promise<void> {
  for (const { calendarId, href } of items)
    await tx.calendarItem.updateMany({ where: { workspaceId, calendarId, href }, data: { etag: "" } });
  await tx.calendarPlace.updateMany({
    where: { workspaceId, calendarId: { in: items.map((one) => one.calendarId) } },
    data: { etag: "", lastModified: "" },
  });
}

/** Forgets these objects of a calendar, or all of them; what they made stays as it is. */
export async function forgetItems(
  tx: Tx,
  workspaceId: string,
  calendarId: string,
  hrefs: string[] | null,
): Promise<void> {
  await tx.calendarItem.deleteMany({
    where: { workspaceId, calendarId, ...(hrefs === null ? {} : { href: { in: hrefs } }) },
  });
}

/** What was asked about entries of a calendar that the client hides is hidden with them. */
export async function hideTasksOfCalendar(tx: Tx, workspaceId: string, calendarId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE tasks t SET is_private = true WHERE t.workspace_id = ${workspaceId}::uuid AND NOT t.is_private AND t.kind IN ('event-invite', 'meeting-check')
      AND t.state NOT IN ('done', 'declined')
      AND t.fields ->> 'eventUid' IN (SELECT i.uid FROM calendar_items i WHERE i.workspace_id = ${workspaceId}::uuid AND i.calendar_id = ${calendarId}::uuid AND i.uid <> '')`;
}
