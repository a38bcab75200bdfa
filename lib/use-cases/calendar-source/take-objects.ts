import type { CalendarObject } from "@/lib/adapters/calendar/read-objects";
import { insertEvents, type NewEvent } from "@/lib/data/calendar-events";
import {
  type Holder,
  hideTasksOfCalendar,
  type ItemChange,
  listHolders,
  listItems,
  type StoredItem,
  saveItems,
} from "@/lib/data/calendar-items";
import { listCalendarsById, type StoredCalendar } from "@/lib/data/calendars";
import type { Tx } from "@/lib/data/client";
import { findDeskDays } from "@/lib/data/day-tasks";
import { listClientAddresses } from "@/lib/data/event-invitations";
import { listEventsByUid, type StoredEvent } from "@/lib/data/events";
import type { Actor } from "@/lib/domain/actor";
import type { EventReading } from "@/lib/domain/import/payload";
import { readObject } from "@/lib/use-cases/calendar-source/read-object";
import { type ChangedSeries, spreadObjects } from "@/lib/use-cases/calendar-source/spread-objects";
import { type GivenOurs, takeOurs } from "@/lib/use-cases/calendar-source/take-ours";
import { writeObject } from "@/lib/use-cases/calendar-source/write-object";
import { makeInvitations } from "@/lib/use-cases/import/make-invitations";

/** What taking objects of a calendar works with. */
export type ObjectStep = {
  tx: Tx;
  actor: Actor;
  calendar: Pick<StoredCalendar, "id" | "isPrivate" | "takesOurs">;
  at: Date;
};

/**
 * One object as its calendar has it now: `text` as it stands there (of a file nothing), what was read of it, or why nothing was.
 * `seen` is the version that was asked for.
 */
export type GivenObject = {
  href: string;
  seen: string;
  text: string;
  object: CalendarObject | null;
  why: string | null;
  isGone: boolean;
  isPassing: boolean;
};

/** What of a desk the objects are compared with. */
export type Known = {
  stored: StoredEvent[];
  holders: Holder[];
  keepers: Map<string, Pick<StoredCalendar, "id" | "isPrivate">>;
};

/**
 * Makes entries of the objects that are new in a calendar, and brings those that changed up to date: when they happen, and the
 * tasks of those that ask for an answer. What another calendar keeps is only known to be there, too; what was made here comes back
 * as a change of ours.
 */
export async function takeObjects(step: ObjectStep, given: GivenObject[]): Promise<void> {
  const { tx, actor, calendar, at } = step;
  const workspaceId = actor.workspace.id;
  const hrefs = given.map((one) => one.href);
  const items = new Map(
    (await listItems(tx, workspaceId, calendar.id, hrefs)).map((item) => [item.href, item]),
  );
  const desk = await findDeskDays(tx, workspaceId);
  const owner = { addresses: await listClientAddresses(tx, workspaceId), zone: desk.zone, at };
  const changes: ItemChange[] = [];
  const fresh: { item: StoredItem; text: string; read: ReturnType<typeof readObject> }[] = [];
  for (const one of given) {
    const item = items.get(one.href);
    // Somebody else has read it meanwhile, or heard that it has changed again: then it waits on.
    if (!item || item.etagThere === item.etag || item.etagThere !== one.seen) continue;
    if (one.object === null) changes.push(leaveItem(item, one));
    else fresh.push({ item, text: one.text, read: readObject(one.object, owner) });
  }
  const known = await findKnown(
    step,
    fresh.map(({ read }) => read.uid),
  );
  const made: NewEvent[] = [];
  const changed: ChangedSeries[] = [];
  const asks: EventReading[] = [];
  const ours: GivenOurs[] = [];
  for (const { item, text, read } of fresh) {
    if (isOurs(step, item, read.uid, known)) {
      ours.push({ item, text, uid: read.uid, entries: read.entries });
      continue;
    }
    const written = await writeObject({ ...step, zone: desk.zone }, read, known);
    made.push(...written.made);
    const ids = [...written.made, ...written.stored].map((event) => event.id);
    if (written.isChanged) changed.push({ uid: read.uid, entries: read.entries, ids });
    asks.push(...written.asks);
    changes.push({ ...inStep(item), uid: read.uid, said: text });
  }
  await takeOurs({ ...step, zone: desk.zone }, ours);
  await saveItems(tx, workspaceId, calendar.id, changes);
  // What a job reads is hidden by its entry alone (the policy of_entries_one_sees); the client, reading it themselves, makes the tasks private for good.
  if (calendar.isPrivate && actor.role === "client") await hideTasksOfCalendar(tx, workspaceId, calendar.id);
  const news = await insertEvents(tx, workspaceId, made);
  // A calendar may have the same series at two places: it is one.
  const doubled = new Set(made.filter((event) => !news.has(event.id)).map((event) => event.id));
  const spread = changed.filter(({ ids }) => !ids.some((one) => doubled.has(one)));
  await spreadObjects(tx, workspaceId, desk.zone, spread, at);
  await makeInvitations({ tx, actor, importId: null, at, desk }, asks, "ever");
}

async function findKnown({ tx, actor, calendar }: ObjectStep, uids: string[]): Promise<Known> {
  const workspaceId = actor.workspace.id;
  const stored = await listEventsByUid(tx, workspaceId, uids);
  const holders = (await listHolders(tx, workspaceId, uids)).filter((one) => one.calendarId !== calendar.id);
  const ids = stored.flatMap((event) => event.calendarId ?? []);
  return { stored, holders, keepers: await listCalendarsById(tx, workspaceId, [...new Set(ids)]) };
}

/** Written there by us; or made here, and there before we were told that it is. */
function isOurs({ calendar }: ObjectStep, item: StoredItem, uid: string, known: Known): boolean {
  if (item.ours) return item.uid === uid;
  return calendar.takesOurs && known.stored.some((event) => event.uid === uid && event.own);
}

function inStep({ href, etagThere, uid, said }: StoredItem): ItemChange {
  return { href, etag: etagThere, uid, said, state: "in-step", why: "", theirs: null };
}

/** What becomes of an object of which nothing is taken: what was last read of it stays known, and on the calendar. */
function leaveItem(item: StoredItem, { isGone, isPassing, why }: GivenObject): ItemChange {
  if (isGone) return { ...inStep(item), state: "gone" };
  return { ...inStep(item), state: "unreadable", why: why ?? "", theirs: isPassing ? "" : null };
}
