import { partOf, placeOf } from "@/lib/adapters/calendar/object-side";
import { readCalendar } from "@/lib/adapters/calendar/read-calendar";
import {
  differingFields,
  type ObjectField,
  type ObjectPart,
  type ObjectSide,
  objectFields,
} from "@/lib/domain/calendar/merge-object";
import type { EventReading } from "@/lib/domain/import/payload";
import { eventFromEntry } from "@/lib/use-cases/import/event-from-entry";

/** One version of a series of ours: as the rules see it, and the entries that say it. */
export type ReadSide = { side: ObjectSide; entries: ReadonlyMap<string, EventReading> };
/** In which zone whole days begin, and from when on it is looked at. */
export type SideView = { zone: string; at: Date };

/** What an object says that the reader's thread has read before, or that we wrote; "" says nothing at all. */
export function readSide(text: string, { zone, at }: SideView): ReadSide {
  if (text === "") return { side: new Map(), entries: new Map() };
  const { events } = readCalendar(new TextEncoder().encode(text));
  return sideOf(events.map((event) => eventFromEntry(event, [], { addresses: [], zone, at })));
}

/** Entries of one series as a version of it. */
export function sideOf(read: readonly EventReading[]): ReadSide {
  const entries = new Map<string, EventReading>();
  for (const entry of read) {
    const place = placeOf(entry);
    const other = entries.get(place);
    if (!other || entry.sequence >= other.sequence) entries.set(place, entry);
  }
  return { side: new Map([...entries].map(([place, entry]) => [place, partOf(entry)])), entries };
}

/** In which fields a part says what it said. */
export function sameFields(part: ObjectPart | undefined, base: ObjectPart | undefined): Set<ObjectField> {
  const other = new Set(differingFields(part, base));
  return new Set(objectFields.filter((field) => !other.has(field)));
}
