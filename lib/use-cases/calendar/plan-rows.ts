import { randomUUID } from "node:crypto";
import { type EventRow, type KeptRow, toEventRow } from "@/lib/data/event-rows";
import type { PlannedRow } from "@/lib/domain/calendar/series";
import { columnsOf, type EventWords } from "@/lib/use-cases/calendar/event-words";
import type { RowChange } from "@/lib/use-cases/calendar/judge-series";

/**
 * What a plan makes of the rows of a series: those that it changes, and those that are new, like the row that was meant. A row that
 * stays as it is, is none. SEQUENCE rises with a new time, place or status (RFC 5545 §3.8.7.4); `isPrivate` is of all of them.
 */
export function planRows(
  planned: readonly PlannedRow<EventWords>[],
  { row, rows }: { row: EventRow; rows: readonly KeptRow[] },
  { isPrivate, at }: { isPrivate: boolean; at: Date },
): RowChange[] {
  return planned.flatMap(({ id, schedule, words }): RowChange[] => {
    const before = rows.find((one) => one.id === id);
    const columns = { ...columnsOf(words, schedule), isPrivate };
    if (before) {
      const after = { ...toEventRow(before), ...columns };
      if (isSame(after, toEventRow(before))) return [];
      const isMoved = !isSame(after.source, before.source) || after.location !== before.location;
      return [{ before, after: { ...after, stamp: at, sequence: before.sequence + (isMoved ? 1 : 0) } }];
    }
    const uid = schedule.uid ?? row.uid;
    const isOther = uid !== row.uid;
    const after: EventRow = {
      ...toEventRow(row),
      ...columns,
      id: randomUUID(),
      uid,
      recurrenceId: schedule.recurrenceId?.local ?? "",
      sequence: isOther ? 0 : row.sequence + 1,
      stamp: at,
      held: false,
      overProtected: false,
    };
    return [{ before: null, after }];
  });
}

/** The same, whatever order its parts were stored in. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder(value: unknown): unknown {
  if (value instanceof Date || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    parts.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, inOrder(part)]),
  );
}
