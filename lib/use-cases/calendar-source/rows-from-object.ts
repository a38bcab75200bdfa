import { randomUUID } from "node:crypto";
import { placeOf } from "@/lib/adapters/calendar/object-side";
import type { ReadTime } from "@/lib/adapters/calendar/read-event-types";
import { inFormOf } from "@/lib/adapters/calendar/write-time";
import type { OwnRow } from "@/lib/data/calendar-ours";
import { type EventRow, toEventRow } from "@/lib/data/event-rows";
import { differingFields, type ObjectField, type ObjectSide } from "@/lib/domain/calendar/merge-object";
import type { EventReading } from "@/lib/domain/import/payload";
import type { RowChange } from "@/lib/use-cases/calendar/judge-series";
import type { ReadSide } from "@/lib/use-cases/calendar-source/object-sides";
import type { Schedule } from "@/lib/use-cases/import/event-from-entry";

/**
 * What becomes of the rows of a series of ours so that they say what was agreed on: fields that are not as `here` are as they are
 * there. A row that was taken away comes back as what it was. Who comes, and how long the way is, is never taken from there.
 */
export function rowsFromObject(
  rows: readonly OwnRow[],
  here: ObjectSide,
  agreed: ObjectSide,
  there: ReadSide,
  at: Date,
): RowChange[] {
  const standing = rows.filter(({ removedAt }) => removedAt === null);
  const removed = standing
    .filter((row) => here.has(placeOf(row)) && !agreed.has(placeOf(row)))
    .map((before) => ({ before, after: { ...toEventRow(before), removedAt: at } }));
  const changed = [...agreed].flatMap(([place, part]): RowChange[] => {
    const entry = there.entries.get(place);
    const isNew = !here.has(place);
    const fields = differingFields(part, here.get(place));
    if (!entry || fields.length === 0) return [];
    const like = rows.find((row) => placeOf(row) === place) ?? standing[0] ?? rows[0];
    if (!like) return [];
    const isOther = placeOf(like) !== place;
    const before = isOther ? null : like;
    const row = isOther ? newRow(like, entry, rows) : { ...toEventRow(like), removedAt: null };
    const held = isNew ? { held: false, overProtected: false } : {};
    return [{ before, after: { ...row, ...columnsOf(fields, entry, row), ...held } }];
  });
  return [...removed, ...changed];
}

/** A time of the series that is different from now on: like the series in what is not told there. */
function newRow(like: OwnRow, entry: EventReading, rows: readonly OwnRow[]): EventRow {
  const { recurrenceId } = entry.source as Schedule;
  const series = rows.find((row) => placeOf(row) === "") ?? like;
  const { start } = series.source as Schedule;
  const instead: ReadTime | null = recurrenceId && inFormOf(recurrenceId, start);
  return {
    ...toEventRow(like),
    id: randomUUID(),
    recurrenceId: instead?.local ?? "",
    sequence: entry.sequence,
    source: { ...(like.source as Schedule), recurrenceId: instead },
    removedAt: null,
  };
}

function columnsOf(fields: readonly ObjectField[], entry: EventReading, row: EventRow): Partial<EventRow> {
  const change: Partial<EventRow> = {
    sequence: Math.max(row.sequence, entry.sequence),
    stamp: entry.stamp === null ? row.stamp : new Date(entry.stamp),
    isPrivate: row.isPrivate || entry.isPrivate,
  };
  for (const field of fields) {
    if (field === "summary") change.summary = entry.summary;
    if (field === "place") change.location = entry.location;
    if (field === "link") change.link = entry.link;
    if (field === "note") change.description = entry.description;
    if (field === "status") change.status = entry.status.toUpperCase() || "CONFIRMED";
    if (field === "free") change.transparent = entry.transparent;
    if (field === "when") Object.assign(change, timesOf(entry, row));
  }
  return change;
}

/** Which time of the series it stands for is part of what a row is, so that stays. */
function timesOf(
  { source, allDay, zone, rule }: EventReading,
  row: EventRow,
): Pick<EventRow, "source" | "allDay" | "zone" | "rule"> {
  const { recurrenceId } = row.source as Schedule;
  return { source: { ...(source as Schedule), uid: row.uid, recurrenceId }, allDay, zone, rule };
}
