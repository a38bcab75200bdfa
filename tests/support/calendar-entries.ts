import type { CalendarDay, CalendarEvent, CalendarKept, CalendarTask } from "@/lib/domain/calendar/view";

const common = { firstDay: "2026-12-11", lastDay: "2026-12-11", isPrivate: false };

/** An entry made here, on Friday 11 December from 19:00 to 21:00 in Berlin. */
export function anEvent(over: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    ...common,
    type: "event",
    key: "event:supper",
    title: "Supper",
    time: "19:00",
    endTime: "21:00",
    eventId: "supper",
    version: 1,
    startsAt: "2026-12-11T18:00:00.000Z",
    endsAt: "2026-12-11T20:00:00.000Z",
    isRepeating: false,
    own: true,
    held: false,
    clash: false,
    missing: null,
    answer: "",
    place: "",
    link: "",
    organiser: "",
    hasGuests: false,
    otherZone: null,
    check: null,
    ...over,
  };
}

export function aTask(over: Partial<CalendarTask> = {}): CalendarTask {
  return {
    ...common,
    type: "task",
    key: "task:call",
    title: "Call Aunt Beth",
    time: null,
    endTime: null,
    taskId: "call",
    kind: "keep-in-touch",
    tag: "must-be-you",
    state: "client",
    personName: null,
    isLate: false,
    ...over,
  };
}

export function aKept(over: Partial<CalendarKept> = {}): CalendarKept {
  return {
    ...common,
    type: "kept",
    key: "kept:evening",
    title: "Protected evening",
    time: "18:00",
    endTime: "00:00",
    source: "protected",
    sourceId: "evening",
    ...over,
  };
}

export function aBirthday(over: Partial<CalendarDay> = {}): CalendarDay {
  return {
    ...common,
    type: "day",
    key: "day:noor",
    title: "Noor Haddad",
    time: null,
    endTime: null,
    kind: "birthday",
    personId: "noor",
    personName: "Noor Haddad",
    years: 40,
    task: null,
    ...over,
  };
}
