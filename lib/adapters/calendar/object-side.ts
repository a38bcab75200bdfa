import { placeInSeries } from "@/lib/adapters/calendar/place-in-series";
import { readCalendar } from "@/lib/adapters/calendar/read-calendar";
import type { ReadEvent, ReadTime } from "@/lib/adapters/calendar/read-event-types";
import { writeCalendar } from "@/lib/adapters/calendar/write-calendar";
import type { EntryToWrite } from "@/lib/adapters/calendar/write-event";
import {
  type ObjectField,
  type ObjectPart,
  type ObjectSide,
  objectFields,
} from "@/lib/domain/calendar/merge-object";

/** What an entry says beside its times, and the plan of those. */
export type Said = {
  summary: string;
  description: string;
  location: string;
  link: string;
  status: string;
  transparent: boolean;
  source: unknown;
};
/** An entry as the desk keeps it. */
export type KeptEntry = Said & { uid: string; sequence: number; changedAt: Date; isPrivate: boolean };

/** What an object says that the reader's thread has read before, or that we wrote; "" says nothing at all. */
export function sideOfText(text: string): ObjectSide {
  if (text === "") return new Map();
  const { events } = readCalendar(new TextEncoder().encode(text));
  return new Map(events.map((event) => [placeInSeries(event.recurrenceId), partOf(saidOf(event))]));
}

/**
 * The version that is here. What cannot be told in an object as we keep it (a zone that only its own file knows) is compared both
 * as it is kept and as it would be written: it is a change only when it is one either way.
 */
export function hereSide(rows: readonly KeptEntry[], base: ObjectSide): ObjectSide {
  const planned = rows.filter(
    ({ source }) => typeof source === "object" && source !== null && "start" in source,
  );
  const written = sideOfText(writeCalendar({}, planned.map(entryOf)));
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
export function entryOf(row: KeptEntry): EntryToWrite {
  const { start, end, duration, rules, excludedRules, rdates, exdates, recurrenceId, replacesFollowing } =
    row.source as ReadEvent;
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
  return placeInSeries((source as ReadEvent).recurrenceId);
}

/** What an entry says, field by field, in one form; no longer than the desk can hold, so that a long one does not seem changed. */
export function partOf(said: Said): ObjectPart {
  return {
    when: whenOf(said.source as ReadEvent),
    summary: plain(said.summary, 500),
    place: plain(said.location, 1000),
    link: plain(said.link, 2000),
    note: plain(said.description, 20_000),
    status: said.status.toUpperCase() || "CONFIRMED",
    free: said.transparent ? "free" : "",
  };
}

function saidOf(event: ReadEvent): Said {
  const { summary, description, location, conferences, url, status, transparency } = event;
  const link = [...conferences, url ?? ""].find((text) => /^https?:\/\//i.test(text.trim()));
  return {
    summary: summary ?? "",
    description: description ?? "",
    location: location ?? "",
    link: link ?? "",
    status: status ?? "",
    transparent: transparency === "transparent",
    source: event,
  };
}

function plain(text: string, most: number): string {
  const cut = text.replaceAll("\u0000", "").toWellFormed().slice(0, most).toWellFormed();
  return cut.replace(/\r\n?/g, "\n").trim();
}

function whenOf(schedule: ReadEvent): string {
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
