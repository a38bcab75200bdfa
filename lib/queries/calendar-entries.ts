import type { RawCalendarTask, RawKept, RawOccurrence, RawYearlyDay } from "@/lib/data/calendar-lists";
import type { LeftOfGuests } from "@/lib/data/hidden-guests";
import type { KeptSource } from "@/lib/domain/calendar/kept";
import type {
  CalendarBusy,
  CalendarDay,
  CalendarEvent,
  CalendarKept,
  CalendarTask,
} from "@/lib/domain/calendar/view";
import { addDays, wallAt } from "@/lib/domain/calendar/zone-day";
import { remembranceInYear } from "@/lib/domain/person/remembrance";
import { ageOn, type LeapDayRule, occurrencesBetween } from "@/lib/domain/person/yearly-date";

/** A task on the day it is due, by the wall of the desk's zone. */
export function toTask(task: RawCalendarTask, zone: string, at: Date): CalendarTask {
  const wall = wallAt(task.dueAt.getTime(), zone);
  const day = wall.slice(0, 10);
  const isOpen = task.state !== "done";
  const passed = task.dueAllDay ? day < wallAt(at.getTime(), zone).slice(0, 10) : task.dueAt < at;
  return {
    type: "task",
    key: `task:${task.id}`,
    taskId: task.id,
    title: task.title,
    kind: task.kind,
    tag: task.tag,
    state: task.state,
    personName: task.personName,
    firstDay: day,
    lastDay: day,
    time: task.dueAllDay ? null : wall.slice(11, 16),
    endTime: null,
    isLate: isOpen && passed,
    isPrivate: task.isPrivate,
  };
}

/**
 * One happening of an event; what its double-check says is looked for among the tasks. `left` is what is left of its guests
 * where somebody on its list is hidden from the reader.
 */
export function toEvent(
  event: RawOccurrence,
  zone: string,
  tasks: readonly RawCalendarTask[],
  left?: LeftOfGuests,
  kept: readonly RawKept[] = [],
): CalendarEvent {
  const start = wallAt(event.startsAt.getTime(), zone);
  const end = wallAt(event.endsAt.getTime(), zone);
  const days = event.startDate
    ? { firstDay: event.startDate, lastDay: lastOf(event.startDate, event.endDate) }
    : { firstDay: start.slice(0, 10), lastDay: lastDayOf(start, end) };
  const check = checkOf(event, tasks);
  const isMoment = event.endsAt.getTime() === event.startsAt.getTime();
  return {
    type: "event",
    key: `event:${event.eventId}:${event.startsAt.toISOString()}`,
    eventId: event.eventId,
    version: event.version,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    isRepeating: event.isRepeating,
    own: event.own,
    held: event.held,
    clash:
      !event.overProtected &&
      !event.transparent &&
      event.answer !== "declined" &&
      kept.some((span) => span.startsAt < event.endsAt && span.endsAt > event.startsAt),
    missing: check === "unchecked" && event.place === "" && event.link === "" ? "place" : null,
    answer: event.answer,
    title: event.summary || "Untitled event",
    ...days,
    time: event.startDate ? null : start.slice(11, 16),
    endTime: event.startDate || isMoment ? null : end.slice(11, 16),
    place: event.place,
    link: event.link,
    organiser: left?.hidesOrganiser ? "" : event.organiser,
    hasGuests: left?.hasGuests ?? event.hasGuests,
    otherZone: event.zone && event.zone !== zone ? event.zone : null,
    check,
    isPrivate: event.isPrivate,
  };
}

/**
 * What the double-check of a happening says: what was recorded of exactly this time, place and link; else that somebody is asked to,
 * or has said so by a task that knows no more than the entry's uid.
 */
function checkOf(event: RawOccurrence, tasks: readonly RawCalendarTask[]): CalendarEvent["check"] {
  if (event.isChecked) return "checked";
  const asked = tasks.filter((task) => task.kind === "meeting-check" && task.fields.eventUid === event.uid);
  const own = asked.filter(
    ({ fields }) => fields.eventId === undefined || fields.startsAt === event.startsAt.toISOString(),
  );
  if (own.length === 0) return null;
  return own.some((task) => task.fields.eventId === undefined && task.state === "done")
    ? "checked"
    : "unchecked";
}

/** Kept time on the wall of the desk's zone; from midnight to midnight it is whole days. */
export function toKept(span: RawKept, zone: string): CalendarKept {
  return {
    type: "kept",
    source: span.source,
    sourceId: span.id,
    key: `kept:${span.id}:${span.startsAt.toISOString()}`,
    title: span.title || keptTitles[span.source],
    ...wallsOf(span, zone),
    isPrivate: span.isPrivate,
  };
}

const keptTitles: Record<KeptSource, string> = {
  protected: "Protected",
  away: "Away",
  window: "Answer comments",
};

/** "Busy", and when. */
export function toBusy(span: { startsAt: Date; endsAt: Date }, zone: string): CalendarBusy {
  const key = `busy:${span.startsAt.toISOString()}`;
  return { type: "busy", key, title: "Busy", ...wallsOf(span, zone), isPrivate: true };
}

function wallsOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, zone: string) {
  const start = wallAt(startsAt.getTime(), zone);
  const end = wallAt(endsAt.getTime(), zone);
  const isDays = start.endsWith("T00:00:00") && end.endsWith("T00:00:00");
  return {
    firstDay: start.slice(0, 10),
    lastDay: lastDayOf(start, end),
    time: isDays ? null : start.slice(11, 16),
    endTime: isDays ? null : end.slice(11, 16),
  };
}

/**
 * Every time a yearly day falls into the stretch, each with its task of that year if there is one on that very day. The dead are
 * remembered, once they are dead.
 */
export function toDay(
  day: RawYearlyDay,
  from: string,
  to: string,
  leap: LeapDayRule,
  tasks: readonly RawCalendarTask[],
): CalendarDay[] {
  return occurrencesBetween(day, from, addDays(to, -1), leap).flatMap((on): CalendarDay[] => {
    const says = day.isDead ? rememberedOn(day, on, leap) : saidOf(day, on, leap);
    if (says === null) return [];
    const { sourceKey, ...words } = says;
    const task = tasks.find((one) => one.sourceKey === sourceKey);
    return [
      {
        type: "day",
        key: `day:${day.id}:${on}`,
        ...words,
        personId: day.personId,
        personName: day.personName,
        task: task ? { id: task.id, tag: task.tag, state: task.state } : null,
        firstDay: on,
        lastDay: on,
        time: null,
        endTime: null,
        isPrivate: day.isPrivate,
      },
    ];
  });
}

type SaysOfDay = Pick<CalendarDay, "title" | "kind" | "years"> & { sourceKey: string };

function saidOf(day: RawYearlyDay, on: string, leap: LeapDayRule): SaysOfDay {
  return {
    title: day.kind === "birthday" ? day.personName : `${day.label || "Day"}: ${day.personName}`,
    kind: day.kind,
    years: ageOn(day, on, leap) || null,
    sourceKey: `day:${day.id}:${on.slice(0, 4)}`,
  };
}

function rememberedOn(day: RawYearlyDay, on: string, leap: LeapDayRule): SaysOfDay | null {
  const { personId: id, personName: name, diedOn } = day;
  const kept = remembranceInYear(day, { id, name, diedOn }, Number(on.slice(0, 4)), leap);
  return (
    kept && {
      title: `Remembrance: ${kept.what}`,
      kind: "remembrance",
      years: null,
      sourceKey: kept.sourceKey,
    }
  );
}

function lastOf(first: string, exclusiveEnd: string | null): string {
  const last = exclusiveEnd ? addDays(exclusiveEnd, -1) : first;
  return last < first ? first : last;
}

/** A night out until midnight belongs to its own day only. */
function lastDayOf(start: string, end: string): string {
  const first = start.slice(0, 10);
  const last = end.slice(0, 10);
  if (last <= first) return first;
  return end.slice(11) === "00:00:00" ? addDays(last, -1) : last;
}
