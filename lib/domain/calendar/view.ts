import type { Tag, TaskKind, TaskState } from "@/lib/domain/task/task";

type Common = {
  /** Of one occurrence: unique within a view. */
  key: string;
  title: string;
  /** The days it covers where the client lives, "YYYY-MM-DD", both included. */
  firstDay: string;
  lastDay: string;
  /** What the wall shows where the client lives ("16:00"); null for a whole day. */
  time: string | null;
  endTime: string | null;
  isPrivate: boolean;
};

/** A task on the day it is due. */
export type CalendarTask = Common & {
  type: "task";
  taskId: string;
  kind: TaskKind;
  tag: Tag;
  state: TaskState;
  personName: string | null;
  /** Still open although its time has passed. */
  isLate: boolean;
};

/** An event. `check` is what its double-check says; null where nobody is asked to check it. */
export type CalendarEvent = Common & {
  type: "event";
  eventId: string;
  place: string;
  link: string;
  organiser: string;
  /** Whether anybody is on its list: then there may be whisper cards for it. */
  hasGuests: boolean;
  /** The zone the event was written in, when it is another than the desk's. */
  otherZone: string | null;
  check: "checked" | "unchecked" | null;
};

/** Somebody's yearly day, worked out for its year. */
export type CalendarDay = Common & {
  type: "day";
  kind: "birthday" | "anniversary" | "other";
  personId: string;
  personName: string;
  /** Full years on that day, if the year is known. */
  years: number | null;
  /** The task that goes with it this year, if there is one. */
  task: { id: string; tag: Tag; state: TaskState } | null;
};

export type CalendarEntry = CalendarTask | CalendarEvent | CalendarDay;

/**
 * Everything between two days where the client lives, `from` included and `to` not, in the order of days and times.
 * `today` is the day it is there, `seq` the live cursor at the moment of reading. `isCut`: there was more than fits.
 */
export type CalendarView = {
  seq: number;
  from: string;
  to: string;
  today: string;
  zone: string;
  entries: CalendarEntry[];
  isCut: boolean;
};

/** The longest stretch that is read at once, in days. */
export const longestStretch = 100;

/** Whole days first, then by time; yearly days before events before tasks. */
export function inCalendarOrder(entries: readonly CalendarEntry[]): CalendarEntry[] {
  const rank = { day: 0, event: 1, task: 2 } as const;
  return [...entries].sort(
    (a, b) =>
      compare(a.firstDay, b.firstDay) ||
      compare(a.time ?? "", b.time ?? "") ||
      rank[a.type] - rank[b.type] ||
      compare(a.title, b.title) ||
      compare(a.key, b.key),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
