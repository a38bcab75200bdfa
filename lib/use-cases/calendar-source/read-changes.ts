import { fetchObjects } from "@/lib/adapters/calendar/caldav/fetch-objects";
import { fetchFeed } from "@/lib/adapters/calendar/fetch-feed";
import type { DavServer } from "@/lib/adapters/dav/dav";
import { listChanges } from "@/lib/adapters/dav/list-changes";
import { markGone, noteItems, noteUnread, readItemsAgain, type StoredItem } from "@/lib/data/calendar-items";
import { askForUnheard, readOursAgain } from "@/lib/data/calendar-ours";
import { type StoredCalendar, type StoredPlace, savePlace } from "@/lib/data/calendars";
import type { Tx } from "@/lib/data/client";
import type { Actor } from "@/lib/domain/actor";
import { listObjects, waitingObject } from "@/lib/use-cases/calendar-source/feed-objects";
import { feedWindow } from "@/lib/use-cases/calendar-source/feed-window";
import type { PlaceSecret } from "@/lib/use-cases/calendar-source/place-secret";
import { folderOf, pushOurs } from "@/lib/use-cases/calendar-source/push-ours";
import { type GivenObject, takeObjects } from "@/lib/use-cases/calendar-source/take-objects";

/** A calendar, where it is, and until when its server may take. */
export type Reading = {
  actor: Actor;
  calendar: StoredCalendar;
  place: StoredPlace;
  secret: PlaceSecret;
  mostMs: number;
  at: Date;
};

/** What is written down of what was heard, of the calendar as it stands by then. */
export type Change = (tx: Tx, calendar: StoredCalendar) => Promise<void>;

/** Asks what is new; what is new or changed waits to be read. Throws {@link DavProblem} and {@link FeedProblem}. */
export async function hearWhatIsNew(reading: Reading): Promise<Change> {
  return reading.calendar.kind === "feed" ? hearFeed(reading) : hearServer(reading);
}

async function hearFeed({ actor, calendar, place, secret, mostMs, at }: Reading): Promise<Change> {
  const workspaceId = actor.workspace.id;
  const { etag, lastModified } = place;
  const where = { url: secret.url, etag, lastModified };
  const fetched = await fetchFeed(where, feedWindow(at, actor.workspace.zone), Math.min(mostMs, 30_000));
  if (fetched === null) return async () => undefined;
  const { present, unread } = listObjects(fetched.read);
  return async (tx) => {
    await noteItems(tx, workspaceId, calendar.id, present);
    await noteUnread(tx, workspaceId, calendar.id, unread);
    const all = [...present, ...unread];
    await markGone(tx, workspaceId, calendar.id, { isWhole: true, present: all, gone: [] });
    await savePlace(tx, workspaceId, calendar.id, { etag: fetched.etag, lastModified: fetched.lastModified });
  };
}

async function hearServer(reading: Reading): Promise<Change> {
  const { actor, calendar, place, at } = reading;
  const workspaceId = actor.workspace.id;
  const listing = await listChanges(serverOf(reading), place.syncToken);
  // A server without entity tags: every listing is news.
  const present = listing.present.map(({ href, etag }) => ({ href, etag: etag || `at ${at.toISOString()}` }));
  return async (tx) => {
    await readItemsAgain(tx, workspaceId, calendar.id, actor.role === "client");
    await readOursAgain(tx, workspaceId, calendar.id, folderOf(reading.secret.url));
    await noteItems(tx, workspaceId, calendar.id, present);
    await markGone(tx, workspaceId, calendar.id, { ...listing, present });
    const named = [...present.map(({ href }) => href), ...listing.gone];
    await askForUnheard(tx, workspaceId, calendar.id, { isWhole: listing.isWhole, named });
    if (listing.token !== place.syncToken)
      await savePlace(tx, workspaceId, calendar.id, { syncToken: listing.token });
  };
}

/** Writes there some of what was made or changed here. Throws {@link DavProblem}. */
export async function writeWaiting(reading: Reading): Promise<Change> {
  return reading.calendar.kind === "caldav" ? pushOurs(reading, serverOf(reading)) : async () => undefined;
}

/** Reads some of what waits. Throws {@link DavProblem}. */
export async function readWaiting(reading: Reading, waiting: StoredItem[]): Promise<Change> {
  const { actor, at } = reading;
  const given =
    reading.calendar.kind === "feed" ? waiting.map(waitingObject) : await fetchGiven(reading, waiting);
  return (tx, calendar) => takeObjects({ tx, actor, calendar, at }, given);
}

async function fetchGiven(reading: Reading, waiting: StoredItem[]): Promise<GivenObject[]> {
  const hrefs = waiting.map((item) => item.href);
  const seen = new Map(waiting.map((item) => [item.href, item.etagThere]));
  const window = feedWindow(reading.at, reading.actor.workspace.zone);
  const fetched = await fetchObjects(serverOf(reading), hrefs, window);
  return fetched.map(({ href, content, why, isGone, isPassing }) => ({
    href,
    seen: seen.get(href) ?? "",
    text: (content?.text ?? "").replaceAll("\u0000", "").toWellFormed(),
    object: content?.object ?? null,
    why: why ?? content?.why ?? null,
    isGone,
    isPassing,
  }));
}

function serverOf({ secret, mostMs }: Reading): DavServer {
  return { sort: "calendars", ...secret, signal: AbortSignal.timeout(mostMs) };
}
