import { writeCalendar } from "@/lib/adapters/calendar/write-calendar";
import type { EntryToWrite } from "@/lib/adapters/calendar/write-event";
import { findLeapDayRule } from "@/lib/data/calendar-lists";
import type { Tx } from "@/lib/data/client";
import {
  type FeedDay,
  findIssuedAt,
  listFeedBusy,
  listFeedDays,
  listFeedEvents,
  listFeedHours,
  listFeedKept,
  listFeedTasks,
  listFeedTimes,
} from "@/lib/data/feed-lists";
import { type OpenedFeed, readAsFeed } from "@/lib/data/transaction";
import { addDays, dayAt, startOfDay } from "@/lib/domain/calendar/zone-day";
import { writeBusy, writeDay, writeTask } from "@/lib/queries/feed-days";
import { writeEvents } from "@/lib/queries/feed-events";
import { writeKept } from "@/lib/queries/feed-kept";

/** An hour is soon enough for a calendar, and what most programs do anyway. */
const REFRESH_MINUTES = 60;

/**
 * The calendar for whoever has the address of a feed: from a year back on, as an assistant sees it, so that what is private is "Busy".
 * `changedAt` is when the latest of its entries changed. Null for an address that opens nothing.
 */
export function readFeed(secret: string, at: Date): Promise<{ text: string; changedAt: Date } | null> {
  return readAsFeed(secret, async (tx, feed) => {
    const stamp = (await findIssuedAt(tx, feed.workspaceId, feed.feedId)) ?? at;
    const days = await listFeedDays(tx, feed.workspaceId);
    const leap = await findLeapDayRule(tx, feed.workspaceId);
    const entries = [
      ...days.map((day) => writeDay(day, leap)),
      ...(feed.scope === "birthdays" ? [] : await entriesOf(tx, feed, days, stamp, at)),
    ];
    const latest = entries.reduce((last, entry) => Math.max(last, entry.stamp.getTime()), stamp.getTime());
    const text = writeCalendar({ name: feed.name, refreshMinutes: REFRESH_MINUTES }, entries);
    return { text, changedAt: new Date(latest) };
  });
}

/** Everything but the yearly days; a task that goes with one of them is told by the day. */
async function entriesOf(
  tx: Tx,
  { workspaceId, feedId, zone }: OpenedFeed,
  days: readonly FeedDay[],
  stamp: Date,
  at: Date,
): Promise<EntryToWrite[]> {
  const today = dayAt(at.getTime(), zone);
  const day = addDays(today, -366);
  const from = new Date(startOfDay(day, zone));
  const start = { from, day, zone };
  const to = new Date(startOfDay(addDays(today, 5 * 366), zone));
  const known = new Set(days.map(({ id }) => id));
  const tasks = await listFeedTasks(tx, workspaceId, from);
  const events = await listFeedEvents(tx, workspaceId, start);
  const hours = await listFeedHours(tx, workspaceId);
  const kept = await listFeedKept(tx, workspaceId, from);
  const busy = await listFeedBusy(tx, from, to);
  const written = await writeEvents(events, start, (ids) => listFeedTimes(tx, workspaceId, start, ids));
  return [
    ...writeKept(hours, kept, start, stamp),
    ...busy.map((span) => writeBusy(span, feedId, zone, stamp)),
    ...written,
    ...tasks
      .filter(({ sourceKey }) => !known.has(/^day:([^:]+):/.exec(sourceKey ?? "")?.[1] ?? ""))
      .map((task) => writeTask(task, zone)),
  ];
}
