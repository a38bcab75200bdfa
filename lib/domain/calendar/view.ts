import type { KeptSource } from "@/lib/domain/calendar/kept";
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
  version: number;
  /** This happening, ISO UTC: which of a series is meant when it is moved. */
  startsAt: string;
  endsAt: string;
  isRepeating: boolean;
  /** Made here, so it may be moved here. */
  own: boolean;
  /** Over time that the client keeps, in pencil until they decide. */
  held: boolean;
  /** Stands over time that the client keeps, without their word for it. */
  clash: boolean;
  /** What a double-check would still have to find out. */
  missing: "place" | null;
  answer: "" | "needs-action" | "accepted" | "tentative" | "declined";
  place: string;
  link: string;
  organiser: string;
  /** Whether anybody is on its list: then there may be whisper cards for it. */
  hasGuests: boolean;
  /** The zone the event was written in, when it is another than the desk's. */
  otherZone: string | null;
  check: "checked" | "unchecked" | null;
};

/** Somebody's yearly day, worked out for its year; `remembrance` is the birthday of whoever has died, and has no age. */
export type CalendarDay = Common & {
  type: "day";
  kind: "birthday" | "anniversary" | "other" | "remembrance";
  personId: string;
  personName: string;
  /** Full years on that day, if the year is known. */
  years: number | null;
  /** The task that goes with it this year, if there is one. */
  task: { id: string; tag: Tag; state: TaskState } | null;
};

/** Time that is nobody's to book: protected hours, days away, the window after a post. */
export type CalendarKept = Common & { type: "kept"; source: KeptSource; sourceId: string };

/** The client is busy with what the reader may not see. */
export type CalendarBusy = Common & { type: "busy" };

export type CalendarEntry = CalendarTask | CalendarEvent | CalendarDay | CalendarKept | CalendarBusy;

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
  /** The desk's hours, "HH:MM": where a day is looked at first. */
  hours: { from: string; to: string };
  entries: CalendarEntry[];
  isCut: boolean;
};

/** The longest stretch that is read at once, in days. */
export const longestStretch = 100;

/** Whole days first, then by time; kept time before yearly days before events before tasks. */
export function inCalendarOrder(entries: readonly CalendarEntry[]): CalendarEntry[] {
  const rank = { kept: 0, day: 1, busy: 2, event: 3, task: 4 } as const;
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
