import { createHash } from "node:crypto";
import type { Window } from "@/lib/adapters/calendar/expand-occurrences";
import { type Few, fewOfSeries } from "@/lib/adapters/calendar/few-occurrences";
import type { Occurrence } from "@/lib/adapters/calendar/occurrence";
import { readCalendar } from "@/lib/adapters/calendar/read-calendar";
import type { ReadEvent } from "@/lib/adapters/calendar/read-event-types";

/**
 * The entries of one series: itself, and what replaces its happenings (RFC 4791 §4.1 keeps them in one object). `times` has the
 * next few times of each entry, `sum` is the same as long as it says the same. `uid` is null where the file gives none.
 */
export type CalendarObject = {
  uid: string | null;
  sum: string;
  entries: { event: ReadEvent; times: Occurrence[] }[];
};

/** A calendar, series by series, and what in it could not be read. */
export type ReadObjects = {
  calendarName: string | null;
  objects: CalendarObject[];
  unread: { uid: string | null; label: string; why: string }[];
};

/** What one object of a CalDAV server holds: its text as it stands there, and what was read of it, or why nothing was. */
export type ObjectContent = { text: string; object: CalendarObject | null; why: string | null };

/** Reads a calendar series by series. Belongs into the reader's thread. Throws what {@link readCalendar} throws. */
export function readObjects(bytes: Uint8Array, window: Window, few: Few): ReadObjects {
  const { events, skipped, calendarName } = readCalendar(bytes);
  const series = new Map<string, ReadEvent[]>();
  for (const [n, event] of events.entries()) {
    // One without an id is a series by itself.
    const key = event.uid === null ? `#${n}` : `=${event.uid}`;
    const list = series.get(key);
    if (list) list.push(event);
    else series.set(key, [event]);
  }
  const objects = [...series.values()].map((some) => toObject(some, window, few));
  const unread = skipped
    .filter(({ component }) => component === "VEVENT")
    .map(({ uid, summary, line, why }) => ({
      uid,
      label: summary ?? `Line ${line}`,
      why: summary ? `“${summary.slice(0, 200)}”: ${why}` : why,
    }));
  return { calendarName, objects, unread };
}

function toObject(events: ReadEvent[], window: Window, few: Few): CalendarObject {
  const entries = events.map((event) => ({ event, times: [] as Occurrence[] }));
  for (const one of fewOfSeries(events, window, few)) entries[one.eventIndex]?.times.push(one);
  return { uid: events[0]?.uid ?? null, sum: sumOf(events), entries };
}

/** Reads the one series in an object of a CalDAV server. Belongs into the reader's thread. */
export function readObjectOf(text: string, window: Window, few: Few): ObjectContent {
  const { objects, unread } = readObjects(new TextEncoder().encode(text), window, few);
  const [object] = objects;
  if (object) return { text, object, why: null };
  return { text, object: null, why: unread[0]?.why ?? "There is no event in it." };
}

/** Many programs say anew with every answer when they gave it: that is no change. */
function sumOf(events: ReadEvent[]): string {
  const said = events.map(
    ({ line: _, stamp: __, created: ___, lastModified: ____, notes: _____, ...event }) => event,
  );
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url");
}
