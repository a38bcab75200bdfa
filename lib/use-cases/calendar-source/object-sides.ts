import { placeInSeries } from "@/lib/adapters/calendar/place-in-series";
import { readCalendar } from "@/lib/adapters/calendar/read-calendar";
import type { ReadTime } from "@/lib/adapters/calendar/read-event-types";
import { writeCalendar } from "@/lib/adapters/calendar/write-calendar";
import type { EntryToWrite } from "@/lib/adapters/calendar/write-event";
import type { OwnRow } from "@/lib/data/calendar-ours";
import type { EventFacts } from "@/lib/data/events";
import {
  differingFields,
  type ObjectField,
  type ObjectPart,
  type ObjectSide,
  objectFields,
} from "@/lib/domain/calendar/merge-object";
import type { EventReading } from "@/lib/domain/import/payload";
import { hasPlan } from "@/lib/use-cases/calendar/event-words";
import { eventFromEntry, type Schedule } from "@/lib/use-cases/import/event-from-entry";

/** One version of a series of ours: as the rules see it, and the entries that say it. */
export type ReadSide = { side: ObjectSide; entries: ReadonlyMap<string, EventReading> };
/** In which zone whole days begin, and from when on it is looked at. */
export type SideView = { zone: string; at: Date };

type Words = Pick<EventFacts, "summary" | "description" | "location" | "link" | "status" | "transparent"> & {
  source: unknown;
};

/** What an object says that the reader's thread has read before, or that we wrote; "" says nothing at all. */
export function readSide(text: string, { zone, at }: SideView): ReadSide {
  if (text === "") return { side: new Map(), entries: new Map() };
  const { events } = readCalendar(new TextEncoder().encode(text));
  return sideOf(events.map((event) => eventFromEntry(event, [], { email: "", zone, at })));
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

/**
 * The version that is here. What cannot be told in an object as we keep it (a zone that only its own file knows) is compared both
 * as it is kept and as it would be written: it is a change only when it is one either way.
 */
export function hereSide(rows: readonly OwnRow[], base: ObjectSide, view: SideView): ObjectSide {
  const planned = rows.filter(hasPlan);
  const written = readSide(writeCalendar({}, planned.map(entryOf)), view).side;
  const side = new Map<string, ObjectPart>();
  for (const row of planned) {
    const place = placeOf(row);
    const [kept, told, was] = [partOf(row), written.get(place), base.get(place)];
    const part: Record<ObjectField, string> = { ...(told ?? kept) };
    for (const field of objectFields) if (was && kept[field] === was[field]) part[field] = was[field];
    side.set(place, part);
  }
  return side;
}

/** A row as it is written there. Who comes, and how long the way is, stays here. */
export function entryOf(row: OwnRow): EntryToWrite {
  const { start, end, duration, rules, excludedRules, rdates, exdates, recurrenceId, replacesFollowing } =
    row.source as Schedule;
  const status = row.status.toUpperCase();
  return {
    start,
    end,
    duration,
    rules,
    excludedRules,
    rdates,
    exdates,
    recurrenceId,
    replacesFollowing,
    uid: row.uid,
    stamp: row.changedAt,
    sequence: row.sequence,
    summary: row.summary,
    description: row.description,
    location: row.location,
    link: row.link,
    status: status === "CANCELLED" || status === "TENTATIVE" ? status : "CONFIRMED",
    transparent: row.transparent,
    isPrivate: row.isPrivate,
  };
}

/** Which time of its series something stands for. */
export function placeOf({ source }: { source: unknown }): string {
  return placeInSeries((source as Schedule).recurrenceId);
}

/** In which fields a part says what it said. */
export function sameFields(part: ObjectPart | undefined, base: ObjectPart | undefined): Set<ObjectField> {
  const other = new Set(differingFields(part, base));
  return new Set(objectFields.filter((field) => !other.has(field)));
}

/** What an entry says, field by field, in one form. */
function partOf(said: Words): ObjectPart {
  return {
    when: whenOf(said.source as Schedule),
    summary: said.summary.trim(),
    place: said.location.trim(),
    link: said.link.trim(),
    note: said.description.replace(/\r\n?/g, "\n").trim(),
    status: said.status.toUpperCase() || "CONFIRMED",
    free: said.transparent ? "free" : "",
  };
}

function whenOf(schedule: Schedule): string {
  const { start, end, duration, rules, excludedRules, rdates, exdates, replacesFollowing } = schedule;
  const length = end ? timeOf(end) : duration && [duration.days, duration.seconds];
  const beside = rdates.map((one) => [timeOf(one.start), one.end && timeOf(one.end), one.duration]);
  const inOrder = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort();
  return JSON.stringify([
    timeOf(start),
    length,
    [...rules].sort(),
    [...excludedRules].sort(),
    inOrder(beside),
    inOrder([...new Set(exdates.map(placeInSeries))]),
    replacesFollowing,
  ]);
}

function timeOf({ kind, local, zone }: ReadTime): string {
  return kind === "date" || kind === "floating" ? `${kind} ${local}` : `${zone ?? "UTC"} ${local}`;
}
