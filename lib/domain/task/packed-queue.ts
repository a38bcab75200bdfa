import type { Can } from "@/lib/domain/task/can";
import type { QueueSection, QueueView, TaskRow } from "@/lib/domain/task/view";

/** What most rows say nothing about is left out on the way, and what one may do is one number. */
type PackedRow = Omit<TaskRow, Usual | "can"> & { [name in Usual]?: TaskRow[name] } & { can: number };
type Usual =
  | "preview"
  | "person"
  | "priority"
  | "dueAt"
  | "dueAllDay"
  | "receivedAt"
  | "replyDueAt"
  | "snoozedUntil"
  | "snoozedUntilAnswer"
  | "repeats"
  | "isPrivate"
  | "mergedIntoId"
  | "closedAt";

type PackedSection = Omit<QueueSection, "tasks"> & { tasks: PackedRow[] };
type PackedQueue = Omit<QueueView, "sections"> & { sections: PackedSection[] };

/**
 * A queue as one text, on its way from the server's page into the browser's: row by row the framework would take it apart and put it
 * together twice, which is a good part of what the whole page costs.
 */
export function packQueue({ seq, sections, filter }: QueueView): string {
  const packed: PackedQueue = {
    seq,
    sections: sections.map(({ state, count, tasks, more }) => ({
      state,
      count,
      tasks: tasks.map(packRow),
      more,
    })),
    filter,
  };
  return JSON.stringify(packed);
}

/** The queue that was packed, to the last field. */
export function unpackQueue(text: string): QueueView {
  const { seq, sections, filter } = JSON.parse(text) as PackedQueue;
  return {
    seq,
    sections: sections.map(({ state, count, tasks, more }) => ({
      state,
      count,
      tasks: tasks.map(unpackRow),
      more,
    })),
    filter,
  };
}

// Field by field, as there are dozens of rows on every page: a loop over the names takes five times as long.
function packRow(row: TaskRow): PackedRow {
  const { id, version, kind, title, tag, tagReason, state, createdAt, can } = row;
  return {
    id,
    version,
    kind,
    title,
    preview: row.preview || undefined,
    tag,
    tagReason,
    state,
    person: row.person ?? undefined,
    priority: row.priority || undefined,
    dueAt: row.dueAt ?? undefined,
    dueAllDay: row.dueAllDay || undefined,
    receivedAt: row.receivedAt ?? undefined,
    replyDueAt: row.replyDueAt ?? undefined,
    snoozedUntil: row.snoozedUntil ?? undefined,
    snoozedUntilAnswer: row.snoozedUntilAnswer || undefined,
    repeats: row.repeats || undefined,
    isPrivate: row.isPrivate || undefined,
    mergedIntoId: row.mergedIntoId ?? undefined,
    createdAt,
    closedAt: row.closedAt ?? undefined,
    can: packCan(can),
  };
}

function unpackRow(row: PackedRow): TaskRow {
  const { id, version, kind, title, tag, tagReason, state, createdAt, can } = row;
  return {
    id,
    version,
    kind,
    title,
    preview: row.preview ?? "",
    tag,
    tagReason,
    state,
    person: row.person ?? null,
    priority: row.priority ?? 0,
    dueAt: row.dueAt ?? null,
    dueAllDay: row.dueAllDay ?? false,
    receivedAt: row.receivedAt ?? null,
    replyDueAt: row.replyDueAt ?? null,
    snoozedUntil: row.snoozedUntil ?? null,
    snoozedUntilAnswer: row.snoozedUntilAnswer ?? false,
    repeats: row.repeats ?? false,
    isPrivate: row.isPrivate ?? false,
    mergedIntoId: row.mergedIntoId ?? null,
    createdAt,
    closedAt: row.closedAt ?? null,
    can: unpackCan(can),
  };
}

function packCan({ complete, decline, tighten, loosen, reopen, change }: Can): number {
  const bits = [complete, decline, tighten, loosen, reopen, change];
  return bits.reduce((sum, may, bit) => (may ? sum | (1 << bit) : sum), 0);
}

function unpackCan(bits: number): Can {
  return {
    complete: (bits & 1) !== 0,
    decline: (bits & 2) !== 0,
    tighten: (bits & 4) !== 0,
    loosen: (bits & 8) !== 0,
    reopen: (bits & 16) !== 0,
    change: (bits & 32) !== 0,
  };
}
