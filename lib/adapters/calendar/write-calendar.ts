import type { ReadTime } from "@/lib/adapters/calendar/read-event-types";
import { type EntryToWrite, textLine, timesOf, writeEvent } from "@/lib/adapters/calendar/write-event";
import { zoneToName } from "@/lib/adapters/calendar/write-time";
import { writeZone } from "@/lib/adapters/calendar/write-timezone";
import { foldLine } from "@/lib/adapters/content-lines/write-line";

const CALENDAR_PRODUCT = "-//Firsthand//Calendar//EN";

/** What stands before the entries. `refreshMinutes`: how long whoever subscribed may wait before they ask again (RFC 7986 §5.7). */
export type CalendarHead = {
  method?: "PUBLISH" | "REQUEST" | "REPLY" | "COUNTER" | "CANCEL";
  name?: string;
  refreshMinutes?: number;
};

/**
 * A whole iCalendar file (RFC 5545): CRLF at each end, lines folded at 75 bytes without tearing a letter, a VTIMEZONE for every
 * zone that is named. The same entries give the same text. Overrides find the form of their RECURRENCE-ID by the UID of their series.
 */
export function writeCalendar(head: CalendarHead, entries: readonly EntryToWrite[]): string {
  const series = new Map<string, ReadTime>();
  for (const entry of entries) if (entry.recurrenceId === null) series.set(entry.uid, entry.start);
  const startOf = (entry: EntryToWrite) => series.get(entry.uid) ?? entry.recurrenceId ?? entry.start;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${CALENDAR_PRODUCT}`,
    "CALSCALE:GREGORIAN",
    head.method ? `METHOD:${head.method}` : "",
    ...(head.name ? [textLine("NAME", head.name), textLine("X-WR-CALNAME", head.name)] : []),
    ...(head.refreshMinutes
      ? [
          `REFRESH-INTERVAL;VALUE=DURATION:PT${head.refreshMinutes}M`,
          `X-PUBLISHED-TTL:PT${head.refreshMinutes}M`,
        ]
      : []),
    ...zonesOf(entries, startOf),
    ...entries.flatMap((entry) => writeEvent(entry, startOf(entry))),
    "END:VCALENDAR",
  ];
  return `${lines
    .filter((line) => line !== "")
    .map(foldLine)
    .join("\r\n")}\r\n`;
}

/** Each zone once, from the year of its first time on. */
function zonesOf(entries: readonly EntryToWrite[], startOf: (entry: EntryToWrite) => ReadTime): string[] {
  const years = new Map<string, { from: number; to: number }>();
  for (const entry of entries)
    for (const time of timesOf(entry, startOf(entry))) {
      const zone = zoneToName(time);
      if (zone === null) continue;
      const year = Number(time.local.slice(0, 4));
      const known = years.get(zone);
      years.set(zone, { from: Math.min(known?.from ?? year, year), to: Math.max(known?.to ?? year, year) });
    }
  return [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([zone, { from, to }]) => writeZone(zone, from, to));
}
