import type { CalendarObject } from "@/lib/adapters/calendar/read-objects";
import { type AskedEntry, whichAsk } from "@/lib/domain/calendar/source";
import type { EventReading } from "@/lib/domain/import/payload";
import { eventFromEntry } from "@/lib/use-cases/import/event-from-entry";

/** Whose calendar it is: their own addresses in small letters, and in which zone whole days begin. */
export type ObjectOwner = { addresses: readonly string[]; zone: string; at: Date };

/**
 * The entries of one object in the desk's own words, each place in the series once (of two, the newer version). `asks` are those
 * that wait for the client's answer, with what their task needs.
 */
export function readObject(
  { entries }: CalendarObject,
  { addresses, zone, at }: ObjectOwner,
): { uid: string; entries: EventReading[]; asks: EventReading[] } {
  const clients = new Set(addresses);
  const byPlace = new Map<string, EventReading>();
  for (const { event, times } of entries) {
    const asked = event.attendees.find((one) => clients.has((one.email ?? "").toLowerCase()))?.email;
    const email = asked ?? addresses[0] ?? "";
    const entry = eventFromEntry(event, times, { email, zone, at });
    const other = byPlace.get(entry.recurrenceId);
    if (!other || entry.sequence >= other.sequence) byPlace.set(entry.recurrenceId, entry);
  }
  const read = [...byPlace.values()];
  const asking = read.map((entry): AskedEntry & { entry: EventReading } => {
    const next = entry.occurrences.find((time) => Date.parse(time.startsAt) > at.getTime());
    return { ...entry, nextStart: next?.startsAt ?? null, entry };
  });
  const asks = whichAsk(asking, clients, at).map(({ entry }) => toInvitation(entry, at));
  return { uid: read[0]?.uid ?? "", entries: read, asks };
}

/** Its task is about the next time that it happens. */
function toInvitation(entry: EventReading, at: Date): EventReading {
  const next = entry.occurrences.find((time) => Date.parse(time.startsAt) > at.getTime());
  const { startsAt = "", endsAt = "", startDate = null } = next ?? {};
  const organiserEmail = entry.organiserAddress || null;
  return { ...entry, invitation: { startsAt, endsAt, allDay: startDate !== null, organiserEmail } };
}
