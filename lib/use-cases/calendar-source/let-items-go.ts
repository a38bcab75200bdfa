import { handEventsOver, takeOffEvents } from "@/lib/data/calendar-events";
import {
  awaitItems,
  forgetItems,
  type Holder,
  listHolders,
  type StoredItem,
} from "@/lib/data/calendar-items";
import type { StoredCalendar } from "@/lib/data/calendars";
import type { Tx } from "@/lib/data/client";
import { loseChecks } from "@/lib/data/event-checks";
import type { Actor } from "@/lib/domain/actor";

/** What letting objects of a calendar go works with. */
export type LetGoStep = { tx: Tx; actor: Actor; calendar: Pick<StoredCalendar, "id">; at: Date };

/**
 * Forgets what a calendar no longer has. What it kept is kept by the next calendar that has it, and read anew from there, or else
 * taken off the desk's calendar. What was made here stays: its copy elsewhere went, and that is for whoever writes there to settle.
 */
export async function letItemsGo({ tx, actor, calendar, at }: LetGoStep, gone: StoredItem[]): Promise<void> {
  if (gone.length === 0) return;
  const workspaceId = actor.workspace.id;
  const hrefs = gone.filter((item) => !item.ours).map((item) => item.href);
  await forgetItems(tx, workspaceId, calendar.id, hrefs);
  const theirs = gone.filter((item) => !item.ours && item.uid !== "");
  const uids = [...new Set(theirs.map((item) => item.uid))];
  const nobodys = new Set(uids);
  const heirs: Holder[] = [];
  // The first to have it, an open calendar before a private one; this one itself, where it stands there at another place.
  for (const holder of await listHolders(tx, workspaceId, uids))
    if (nobodys.delete(holder.uid) && holder.calendarId !== calendar.id) heirs.push(holder);
  for (const heir of heirs) await handEventsOver(tx, workspaceId, calendar.id, heir.calendarId, [heir.uid]);
  await awaitItems(tx, workspaceId, heirs);
  const removed = await takeOffEvents(tx, workspaceId, calendar.id, [...nobodys], at);
  await loseChecks(tx, workspaceId, removed, at);
}
