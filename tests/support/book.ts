import type { EventDetail, EventInput, EventScope } from "@/lib/domain/calendar/event";

/** What somebody types who puts lunch on Friday, 4 December 2026, but for what is said. */
export function booking(said: Partial<EventInput> = {}): EventInput {
  const {
    summary = "Lunch",
    start = "2026-12-04T12:00",
    end = "2026-12-04T13:00",
    allDay = false,
    zone = "Europe/Berlin",
    place = "",
    link = "",
    note = "",
    rule = "",
    guests = [],
    isPrivate = false,
    isFree = false,
    travelMinutes = null,
    wantsCheck = null,
  } = said;
  const when = { summary, start, end, allDay, zone, rule };
  return { ...when, place, link, note, guests, isPrivate, isFree, travelMinutes, wantsCheck };
}

/** Neither knowing that time is kept, nor asking for it. */
export const noWord = { overProtected: false, hold: false };

/** The entry as it was seen, at the time that was opened. */
export function targetOf(event: EventDetail, scope: EventScope = "all") {
  return { id: event.id, version: event.version, occurrence: event.startsAt, scope };
}
