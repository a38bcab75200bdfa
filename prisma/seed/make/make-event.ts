import { randomUUID } from "node:crypto";
import { expandOccurrences } from "@/lib/adapters/calendar/expand-occurrences";
import { readCalendar } from "@/lib/adapters/calendar/read-calendar";
import { insertEvent, insertOccurrences } from "@/lib/data/events";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted } from "@/lib/domain/result";
import { calendarWindow } from "@/lib/use-cases/calendar/spread-series";
import { eventFromEntry } from "@/lib/use-cases/import/event-from-entry";
import { factsOfEntry } from "@/lib/use-cases/import/match-events";
import { addressOf } from "./address-of";
import { must } from "./must";

/** An entry of the calendar. `start` and `end` are local to the desk: "2026-12-11T19:00", or days, the last one not included. */
export type EventToMake = {
  uid: string;
  summary: string;
  start: string;
  end: string;
  location?: string;
  description?: string;
  organiser?: string;
  /** Names of who is asked to come, each with an address made of it. */
  guests?: string[];
  /** Such as "FREQ=WEEKLY;BYDAY=WE". */
  rule?: string;
  isPrivate?: boolean;
  /** The client's address, where the organiser asks them and they have not answered yet. */
  asks?: string;
};

/** Puts an entry on the calendar, read the way a file is read. One with this `uid` that stands there already is left alone. */
export async function makeEvent(actor: Actor, event: EventToMake, at = new Date()): Promise<void> {
  const { id: workspaceId, zone } = actor.workspace;
  const window = calendarWindow(at, zone);
  const { events } = readCalendar(Buffer.from(write(event, zone)));
  const [entry] = events;
  if (!entry) throw new Error(`"${event.summary}" cannot be put on a calendar.`);
  const { occurrences } = expandOccurrences([entry], window);
  const addresses = event.asks ? [event.asks] : [];
  const reading = eventFromEntry(entry, occurrences, { addresses, zone, at });
  must(
    await writeAs(actor, "add-event", { kind: "event", id: null }, async (tx) => {
      const id = randomUUID();
      const isPrivate = event.isPrivate ?? false;
      const made = await insertEvent(tx, workspaceId, {
        ...factsOfEntry(reading),
        id,
        isPrivate,
        importId: null,
        expandedUntil: window.until,
      });
      if (made)
        await insertOccurrences(
          tx,
          workspaceId,
          reading.occurrences.map((time) => ({ ...time, eventId: id })),
        );
      return granted(null);
    }),
  );
}

/** The entry as a calendar program would write it (RFC 5545 §3.6.1). */
function write(
  { uid, summary, start, end, location, description, organiser, guests = [], rule, asks }: EventToMake,
  zone: string,
): string {
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Firsthand//Demo//EN",
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTART${time(start, zone)}`,
    `DTEND${time(end, zone)}`,
    `SUMMARY:${escaped(summary)}`,
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(organiser ? [`ORGANIZER;CN="${organiser}":mailto:${uid}@people.firsthand.invalid`] : []),
    ...guests.map((name) => `ATTENDEE;CN="${name}";PARTSTAT=ACCEPTED:mailto:${addressOf(name)}`),
    ...(asks ? [`ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${asks}`] : []),
    ...(rule ? [`RRULE:${rule}`] : []),
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

function time(text: string, zone: string): string {
  const digits = text.replace(/[-:]/g, "");
  return text.includes("T") ? `;TZID=${zone}:${digits}00` : `;VALUE=DATE:${digits}`;
}

function escaped(text: string): string {
  return text.replace(/([\\;,])/g, "\\$1").replace(/\n/g, "\\n");
}
