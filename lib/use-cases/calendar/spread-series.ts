import { expandOccurrences } from "@/lib/adapters/calendar/expand-occurrences";
import type { ReadEvent } from "@/lib/adapters/calendar/read-event-types";
import type { Tx } from "@/lib/data/client";
import {
  forgetOccurrences,
  insertOccurrences,
  listEventsByUid,
  type StoredEvent,
  saveEvent,
} from "@/lib/data/events";
import { addDays, dayAt, startOfDay } from "@/lib/domain/calendar/zone-day";
import { MOST_OCCURRENCES, toOccurrence } from "@/lib/use-cases/import/event-from-entry";

/** The days for which the calendar is written out: a year back, five years ahead. */
export function calendarWindow(
  at: Date,
  zone: string,
): { from: string; to: string; zone: string; until: Date } {
  const today = dayAt(at.getTime(), zone);
  const to = addDays(today, 5 * 366);
  return { from: addDays(today, -366), to, zone, until: new Date(startOfDay(to, zone)) };
}

/**
 * Works out anew when the entries of these series happen, from what is stored: after one of them changed, came or went, or
 * because time has passed. What happened before the window stays written down.
 */
export async function spreadSeriesIn(
  tx: Tx,
  workspaceId: string,
  zone: string,
  uids: string[],
  at: Date,
): Promise<void> {
  const window = calendarWindow(at, zone);
  const events = await listEventsByUid(tx, workspaceId, uids);
  const start = new Date(startOfDay(window.from, zone));
  for (const uid of new Set(uids)) {
    const series = events.filter((event) => event.uid === uid);
    if (series.length === 0) continue;
    const plans = series.filter(hasPlan);
    await forgetOccurrences(
      tx,
      workspaceId,
      plans.map((event) => event.id),
      start,
    );
    const { occurrences } = expandOccurrences(plans.map(toPlan), window);
    const shown = new Map<number, number>();
    const kept = occurrences.filter(({ eventIndex }) => {
      const count = (shown.get(eventIndex) ?? 0) + 1;
      shown.set(eventIndex, count);
      return count <= MOST_OCCURRENCES;
    });
    await insertOccurrences(
      tx,
      workspaceId,
      kept.map((one) => ({ ...toOccurrence(one), eventId: plans[one.eventIndex]?.id ?? "" })),
    );
    for (const event of series) await saveEvent(tx, workspaceId, event, { expandedUntil: window.until });
  }
}

/** An entry made by hand has no plan of its own: its time stays as it is. */
function hasPlan(event: StoredEvent): boolean {
  return typeof event.source === "object" && event.source !== null && "start" in event.source;
}

/** The id of the series joins its entries, also where the file gave none. */
function toPlan(event: StoredEvent): ReadEvent {
  return { ...(event.source as ReadEvent), uid: event.uid };
}
