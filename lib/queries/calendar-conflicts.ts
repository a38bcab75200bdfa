import { hereSide, placeOf, sideOfText } from "@/lib/adapters/calendar/object-side";
import { ownSpan } from "@/lib/adapters/calendar/occurrence";
import { placeInSeries } from "@/lib/adapters/calendar/place-in-series";
import { readCalendar } from "@/lib/adapters/calendar/read-calendar";
import type { ReadEvent } from "@/lib/adapters/calendar/read-event-types";
import type { StoredItem } from "@/lib/data/calendar-items";
import { listOwnRows, type OwnRow } from "@/lib/data/calendar-ours";
import type { Tx } from "@/lib/data/client";
import { differingFields, type ObjectField, type ObjectPart } from "@/lib/domain/calendar/merge-object";
import { saySpan } from "@/lib/domain/calendar/say-moment";
import { sayRule } from "@/lib/domain/calendar/say-rule";
import type { CalendarConflict } from "@/lib/domain/calendar/source";

const labels: Record<ObjectField, string> = {
  when: "When",
  summary: "Name",
  place: "Place",
  link: "Link",
  note: "Note",
  status: "State",
  free: "Leaves the time free",
};

/** Both sides of entries that were changed here and there, line by line, as far as they differ. */
export async function readConflicts(
  tx: Tx,
  workspaceId: string,
  items: readonly StoredItem[],
  zone: string,
): Promise<CalendarConflict[]> {
  const uids = items.map(({ uid }) => uid);
  const rows = (await listOwnRows(tx, workspaceId, uids)).filter(({ removedAt }) => removedAt === null);
  return items.map((item) =>
    toConflict(
      item,
      rows.filter(({ uid }) => uid === item.uid),
      zone,
    ),
  );
}

function toConflict({ href, theirs }: StoredItem, rows: OwnRow[], zone: string): CalendarConflict {
  const there = sideOfText(theirs ?? "");
  const here = hereSide(rows, there);
  const whenHere = new Map(rows.map((row) => [placeOf(row), sayTimes(row.source as ReadEvent, zone)]));
  const read = theirs ? readCalendar(new TextEncoder().encode(theirs)).events : [];
  const whenThere = new Map(read.map((event) => [placeInSeries(event.recurrenceId), sayTimes(event, zone)]));
  const summary = (here.get("") ?? there.get("") ?? [...here.values(), ...there.values()][0])?.summary;
  const isGone = { here: here.size === 0, there: there.size === 0 };
  if (isGone.here || isGone.there) {
    const words = (gone: boolean, when: string | undefined) => (gone ? "taken away" : (when ?? ""));
    const first = (times: Map<string, string>) => [...times.values()][0];
    const line = {
      label: "The entry",
      here: words(isGone.here, first(whenHere)),
      there: words(isGone.there, first(whenThere)),
    };
    return { href, summary: summary ?? "", fields: [line] };
  }
  const fields = [...new Set([...here.keys(), ...there.keys()])].flatMap((place) =>
    linesOf(place, here.get(place), there.get(place), {
      here: whenHere.get(place) ?? "",
      there: whenThere.get(place) ?? "",
    }),
  );
  return { href, summary: summary ?? "", fields };
}

function linesOf(
  place: string,
  here: ObjectPart | undefined,
  there: ObjectPart | undefined,
  when: { here: string; there: string },
): CalendarConflict["fields"] {
  // One time of a series is told by when it is.
  const of = place === "" ? "" : `, of ${when.here || when.there}`;
  if (!here || !there) {
    const said = (part: ObjectPart | undefined, at: string) =>
      part ? `${part.summary}, ${at}` : "as all of them, or left out";
    return [{ label: `One time${of}`, here: said(here, when.here), there: said(there, when.there) }];
  }
  return differingFields(here, there).map((field) => ({
    label: `${labels[field]}${of}`,
    here: wordOf(field, here, when.here),
    there: wordOf(field, there, when.there),
  }));
}

function wordOf(field: ObjectField, part: ObjectPart, when: string): string {
  if (field === "when") return when;
  if (field === "free") return part.free === "" ? "no" : "yes";
  return field === "status" ? part.status.toLowerCase() : part[field];
}

function sayTimes(source: ReadEvent, zone: string): string {
  const { startUtc, endUtc, allDay } = ownSpan(source, zone);
  const rule = sayRule(source.rules[0] ?? "", zone);
  const out = source.exdates.length;
  const beside = out === 0 ? "" : `without ${out === 1 ? "one time" : `${out} times`}`;
  return [saySpan(startUtc, endUtc, allDay, zone), rule, beside].filter(Boolean).join(", ");
}
