import type { CalendarObject } from "@/lib/adapters/calendar/read-objects";
import type { EventReading } from "@/lib/domain/import/payload";
import { placeOfDay } from "@/lib/use-cases/calendar/find-day";
import { type CalendarOwner, eventFromEntry } from "@/lib/use-cases/import/event-from-entry";
import { readInvitations } from "@/lib/use-cases/import/read-invitations";

/**
 * The entries of one object in the desk's own words, each place in the series once (of two, the newer version). `asks` are those
 * that wait for the client's answer, with what their task needs.
 */
export function readObject(
  { entries }: CalendarObject,
  owner: CalendarOwner,
): { uid: string; entries: EventReading[]; asks: EventReading[] } {
  const byPlace = new Map<string, EventReading>();
  const start = entries.find(({ event }) => event.recurrenceId === null)?.event.start ?? null;
  for (const { event, times } of entries) {
    const entry = eventFromEntry(event, times, owner);
    const place = placeOfDay(entry, start);
    const other = byPlace.get(place);
    if (!other || entry.sequence >= other.sequence) byPlace.set(place, entry);
  }
  const read = [...byPlace.values()];
  const asks = [...readInvitations(read, owner)].map(([entry, invitation]) => ({ ...entry, invitation }));
  return { uid: read[0]?.uid ?? "", entries: read, asks };
}
