/** Entries as FullCalendar takes them, and times as it gives them back. Wall times go in as if they were UTC, so that no zone is applied twice. */
import type { EventApi, EventInput } from "@fullcalendar/react";
import { mayResize, moveBy, type Walls, wallsOf, whyNotMove } from "@/lib/domain/calendar/shift-entry";
import type { CalendarEntry, CalendarView } from "@/lib/domain/calendar/view";
import { addDays } from "@/lib/domain/calendar/zone-day";

/** Time that is kept, or taken by what the reader may not see, lies behind the hours; in a month it is a slip like any other. */
export function isGround(entry: CalendarEntry): boolean {
  return entry.type === "kept" || entry.type === "busy";
}

/** One entry for the grid. `held`: it is being moved already, so it stays where it is. */
export function toGrid(
  entry: CalendarEntry,
  order: number,
  isHourly: boolean,
  isHeld: boolean,
): EventInput[] {
  const walls = wallsOf(entry);
  const mayMove = !isHeld && whyNotMove(entry) === null;
  const common: EventInput = {
    id: entry.key,
    title: entry.title,
    extendedProps: { entry, order },
    startEditable: mayMove,
    durationEditable: mayMove && mayResize(entry),
    ...rangeOf(walls),
  };
  if (!isHourly || !isGround(entry)) return [common];
  if (!walls.allDay) return [{ ...common, display: "background" }];
  const hours = { start: `${walls.start}T00:00:00Z`, end: `${addDays(walls.end, 1)}T00:00:00Z` };
  return [common, { ...common, id: `${entry.key}:hours`, allDay: false, ...hours, display: "background" }];
}

function rangeOf({ start, end, allDay }: Walls): EventInput {
  if (allDay) return { allDay, start, end: addDays(end, 1) };
  return { allDay, start: `${start}:00Z`, ...(end > start ? { end: `${end}:00Z` } : {}) };
}

/** The entry that the grid was given; none for a time that is just being drawn. */
export function entryOf(event: Pick<EventApi, "extendedProps">): CalendarEntry | null {
  return (event.extendedProps.entry as CalendarEntry | undefined) ?? null;
}

/** Where something was dropped, or drawn. What comes out of the all-day row lasts an hour; a moment stays one. */
export function fromGrid(
  dropped: Pick<EventApi, "start" | "end" | "allDay">,
  before: Walls | null,
): Walls | null {
  if (!dropped.start) return null;
  const start = dropped.start.toISOString();
  const end = dropped.end?.toISOString();
  if (dropped.allDay) {
    const day = start.slice(0, 10);
    return { start: day, end: end ? addDays(end.slice(0, 10), -1) : day, allDay: true };
  }
  const wall = start.slice(0, 16);
  if (end) return { start: wall, end: end.slice(0, 16), allDay: false };
  const at = { start: wall, end: wall, allDay: false };
  return before?.allDay ? { ...at, end: moveBy(at, { minutes: 60 }).end } : at;
}

export const wholeDay = { from: "00:00", to: "24:00" };

/** The hours that paper has to have: those of the desk, and before and after them what there is. Whole hours "HH:MM". */
export function hoursOf({ hours, entries }: Pick<CalendarView, "hours" | "entries">): typeof wholeDay {
  let { from, to } = hours;
  for (const entry of entries) {
    const { start, end, allDay } = wallsOf(entry);
    if (allDay) continue;
    const isLonger = end.slice(0, 10) > start.slice(0, 10);
    const [begins, ends] = isLonger ? [start.slice(11), wholeDay.to] : [start.slice(11), end.slice(11)];
    if (isLonger && !end.endsWith("T00:00")) from = wholeDay.from;
    if (begins < from) from = begins;
    if (ends > to) to = ends;
  }
  const isWhole = to.endsWith(":00");
  return {
    from: `${from.slice(0, 2)}:00`,
    to: isWhole ? to : `${String(Number(to.slice(0, 2)) + 1).padStart(2, "0")}:00`,
  };
}
