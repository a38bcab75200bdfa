import type { ReadItip } from "@/lib/adapters/calendar/itip/read-itip";
import type { ReadEvent } from "@/lib/adapters/calendar/read-event-types";
import { type CalendarOwner, eventFromEntry } from "@/lib/use-cases/import/event-from-entry";
import type { Arrived } from "@/lib/use-cases/invitation/itip-step";

/** The entries of a message, by their series: each series before its instances, the older version before the newer one. */
export function arrivedFrom(read: ReadItip, owner: CalendarOwner): Map<string, Arrived[]> {
  const arrived = new Map<string, Arrived[]>();
  for (const [index, event] of read.events.entries()) {
    const occurrences = read.occurrences.filter((one) => one.eventIndex === index);
    const method = event.method ?? "";
    const from = read.mail?.from ?? null;
    // An invitation that does not say who asks was asked by whoever sent it.
    if (method === "REQUEST" && event.organizer === null && from !== null)
      event.organizer = {
        name: from.name || null,
        email: from.address,
        status: null,
        role: null,
        rsvp: false,
      };
    const entry = eventFromEntry(event, occurrences, owner);
    const list = arrived.get(entry.uid) ?? [];
    list.push({ event, entry, facts: factsOf(event, entry) });
    arrived.set(entry.uid, list);
  }
  for (const list of arrived.values())
    list.sort(
      (a, b) =>
        Number(a.entry.recurrenceId !== "") - Number(b.entry.recurrenceId !== "") ||
        a.facts.sequence - b.facts.sequence ||
        (a.facts.stamp ?? "").localeCompare(b.facts.stamp ?? ""),
    );
  return arrived;
}

function factsOf(
  event: ReadEvent,
  { sequence, stamp, organiserAddress }: Arrived["entry"],
): Arrived["facts"] {
  const guest = event.attendees[0];
  return {
    method: event.method ?? "",
    sequence,
    stamp,
    organiser: organiserAddress,
    attendee: (guest?.contact ?? guest?.email ?? "").toLowerCase(),
  };
}
