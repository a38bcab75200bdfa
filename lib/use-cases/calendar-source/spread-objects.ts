import { ownSpan } from "@/lib/adapters/calendar/occurrence";
import type { ReadEvent } from "@/lib/adapters/calendar/read-event-types";
import type { Tx } from "@/lib/data/client";
import { loseChecks } from "@/lib/data/event-checks";
import { replaceOccurrences } from "@/lib/data/events";
import type { EventReading } from "@/lib/domain/import/payload";
import { spreadSeriesIn } from "@/lib/use-cases/calendar/spread-series";
import { type Schedule, toOccurrence } from "@/lib/use-cases/import/event-from-entry";

/** A series of which something is new or says something else: its entries as they were read, and under which ids they stand. */
export type ChangedSeries = { uid: string; entries: EventReading[]; ids: string[] };

/**
 * Works out when these happen. What happens once keeps its time however long ago it was, many of them at a time; what repeats, or
 * has happenings of its own, is written out for the days of the calendar.
 */
export async function spreadObjects(
  tx: Tx,
  workspaceId: string,
  zone: string,
  changed: ChangedSeries[],
  at: Date,
): Promise<void> {
  const once = changed.filter(happensOnce);
  const times = once.flatMap(({ entries, ids: [eventId = ""] }) =>
    entries.map((entry) => ({ ...toOccurrence(ownSpan(entry.source as ReadEvent, zone)), eventId })),
  );
  const ids = times.map((time) => time.eventId);
  await replaceOccurrences(tx, workspaceId, ids, new Date(0), times);
  await loseChecks(tx, workspaceId, ids, at);
  const series = changed.filter((one) => !happensOnce(one)).map((one) => one.uid);
  await spreadSeriesIn(tx, workspaceId, zone, series, at);
}

function happensOnce({ entries, ids }: ChangedSeries): boolean {
  const [entry] = entries;
  if (!entry || entries.length > 1 || ids.length !== 1) return false;
  const { rules, rdates, recurrenceId } = entry.source as Schedule;
  return rules.length + rdates.length === 0 && recurrenceId === null;
}
