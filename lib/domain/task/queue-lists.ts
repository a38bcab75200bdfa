/** The queue as somebody has it on screen: its sections kept in order while rows come, change and go. Pure. */
import { dayAt } from "@/lib/domain/calendar/zone-day";
import type { TaskState } from "@/lib/domain/task/task";
import type { QueueFilter, QueueSection, TaskRow } from "@/lib/domain/task/view";

/** What decides whether a row is on screen: the filter, the time (milliseconds since 1970), and the zone of the desk. */
export type Looking = { filter: QueueFilter; at: number; zone: string };

/** By when a row asks for something: its date or the answer's, whichever is first, else when it was made. ISO. */
function sortsAt(row: TaskRow): string {
  const [first] = [row.dueAt, row.replyDueAt].filter((one) => one !== null).sort();
  return first ?? row.createdAt;
}

/** The order of an open section, the same as the database's: first things, then the earliest, then by id. */
export function compareRows(a: TaskRow, b: TaskRow): number {
  const urgency = Number(a.priority !== 1) - Number(b.priority !== 1);
  if (urgency !== 0) return urgency;
  return sortsAt(a).localeCompare(sortsAt(b)) || a.id.localeCompare(b.id);
}

/** Whether something asked for by a date is late. All-day dates are late when their day is over, as days are in the desk's zone. */
export function isOverdue(
  row: Pick<TaskRow, "dueAt" | "dueAllDay" | "replyDueAt">,
  at: number,
  zone: string,
): boolean {
  const due = row.dueAt === null ? at : Date.parse(row.dueAt);
  const isPast = row.dueAllDay ? dayAt(due, zone) < dayAt(at, zone) : due < at;
  return isPast || (row.replyDueAt !== null && Date.parse(row.replyDueAt) < at);
}

/** Whether a row sleeps: until its time, or until they answer. */
export function isAsleep(row: Pick<TaskRow, "snoozedUntil" | "snoozedUntilAnswer">, at: number): boolean {
  return row.snoozedUntilAnswer || (row.snoozedUntil !== null && Date.parse(row.snoozedUntil) > at);
}

/** Whether a row belongs on a screen with this filter. Words cannot be judged here: such a row stays where it is. */
export function belongs(row: TaskRow, { filter, at, zone }: Looking): boolean {
  if (row.mergedIntoId !== null) return false;
  if (filter.kind && row.kind !== filter.kind) return false;
  if (filter.tag && row.tag !== filter.tag) return false;
  if (filter.personId && row.person?.id !== filter.personId) return false;
  if (filter.overdue && !isOverdue(row, at, zone)) return false;
  const isClosed = row.state === "done" || row.state === "declined";
  return isClosed || filter.snoozed === isAsleep(row, at);
}

/** Puts rows where they belong now and takes them from where they were; counts move along. */
export function mergeRows(lists: QueueSection[], rows: TaskRow[], looking: Looking): QueueSection[] {
  const wasHere = new Set(lists.flatMap((list) => list.tasks.map((row) => row.id)));
  const left = removeRows(
    lists,
    rows.map((row) => row.id),
  );
  const staying = rows.filter(
    (row) => belongs(row, looking) && (looking.filter.q === "" || wasHere.has(row.id)),
  );
  return left.map((list) => {
    const coming = staying.filter((row) => row.state === list.state);
    // One that was on no list may have been counted all along, behind the last row that is loaded; not if it is quite new.
    return coming.reduce((to, row) => insert(to, row, wasHere.has(row.id) || row.version === 1), list);
  });
}

/** Each section with the number of its tasks as the desk counts them, where it does. */
export function withCounts(lists: QueueSection[], counts: Record<string, number>): QueueSection[] {
  return lists.map((list) => ({ ...list, count: counts[list.state] ?? list.count }));
}

/** Takes rows away by id. */
export function removeRows(lists: QueueSection[], ids: readonly string[]): QueueSection[] {
  const going = new Set(ids);
  return lists.map((list) => {
    const tasks = list.tasks.filter((row) => !going.has(row.id));
    const fewer = list.tasks.length - tasks.length;
    return fewer === 0 ? list : { ...list, tasks, count: Math.max(0, list.count - fewer) };
  });
}

/** The next page at the end of a section, without what came by another way meanwhile. */
export function appendPage(
  lists: QueueSection[],
  state: TaskState,
  page: { tasks: TaskRow[]; more: string | null },
): QueueSection[] {
  const known = new Set(lists.flatMap((list) => list.tasks.map((row) => row.id)));
  return lists.map((list) =>
    list.state === state
      ? {
          ...list,
          tasks: [...list.tasks, ...page.tasks.filter((row) => !known.has(row.id))],
          more: page.more,
        }
      : list,
  );
}

function insert(list: QueueSection, row: TaskRow, isMore: boolean): QueueSection {
  const isClosed = list.state === "done" || list.state === "declined";
  const before = isClosed ? 0 : list.tasks.findIndex((one) => compareRows(row, one) < 0);
  // Behind the last row that is loaded: it comes with its page.
  if (before === -1 && list.more !== null) return isMore ? { ...list, count: list.count + 1 } : list;
  const tasks = [...list.tasks];
  tasks.splice(before === -1 ? tasks.length : before, 0, row);
  return { ...list, tasks, count: list.count + 1 };
}
