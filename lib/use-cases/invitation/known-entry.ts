import type { StoredEvent } from "@/lib/data/events";
import { guestAddresses } from "@/lib/domain/calendar/note-reply";
import type { KnownEntry } from "@/lib/domain/calendar/take-itip";

/** An entry that is here, as the rules about messages need it. */
export function knownEntry(event: StoredEvent): KnownEntry {
  return {
    own: event.own,
    sequence: event.sequence,
    stamp: event.stamp?.toISOString() ?? null,
    organiserAddress: event.organiserAddress,
    isCancelled: event.status.toUpperCase() === "CANCELLED",
    guests: guestAddresses(event.attendees),
  };
}
