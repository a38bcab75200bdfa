/** Moving an entry on the wall: where it is, where it goes, and whether it may. Walls as in EventInput. */
import { whyNotChangeEvent } from "@/lib/domain/calendar/event";
import type { CalendarEntry, CalendarEvent } from "@/lib/domain/calendar/view";
import { addDays, instantAt } from "@/lib/domain/calendar/zone-day";

/** "YYYY-MM-DDTHH:MM", or whole days "YYYY-MM-DD" with the last one included. */
export type Walls = { start: string; end: string; allDay: boolean };

/** By how much: days and minutes, either way. */
export type Shift = { days?: number; minutes?: number };

/** Why an entry stays where it is; null means that it may be moved. */
export type Unmovable = "elsewhere" | "invitation" | "yearly" | "kept" | "busy" | "closed";

/** The shortest that an entry is made by resizing it, in minutes. */
const shortestMinutes = 15;

/** Ours is moved here; what is kept elsewhere, invited to, worked out or closed is not. The server asks the same of events and tasks. */
export function whyNotMove(entry: CalendarEntry): Unmovable | null {
  if (entry.type === "day") return "yearly";
  if (entry.type === "kept" || entry.type === "busy") return entry.type;
  if (entry.type === "task") return entry.state === "done" ? "closed" : null;
  const no = whyNotChangeEvent({ own: entry.own, removedAt: null, status: "" });
  if (no === null) return null;
  return entry.organiser !== "" || entry.answer !== "" ? "invitation" : "elsewhere";
}

/** Tasks have a due day and no length; everything else that may be moved may be made longer. */
export function mayResize(entry: CalendarEntry): boolean {
  return entry.type === "event" && whyNotMove(entry) === null;
}

/** Where an entry is. One that ends at midnight ends on the day after its last; a moment ends as it begins. */
export function wallsOf(entry: CalendarEntry): Walls {
  if (entry.time === null) return { start: entry.firstDay, end: entry.lastDay, allDay: true };
  const start = `${entry.firstDay}T${entry.time}`;
  if (entry.endTime === null) return { start, end: start, allDay: false };
  const endDay = entry.endTime === "00:00" ? addDays(entry.lastDay, 1) : entry.lastDay;
  return { start, end: `${endDay}T${entry.endTime}`, allDay: false };
}

/** The whole thing earlier or later. Minutes mean nothing to whole days. */
export function moveBy(walls: Walls, { days = 0, minutes = 0 }: Shift): Walls {
  if (walls.allDay) return { ...walls, start: addDays(walls.start, days), end: addDays(walls.end, days) };
  const by = days * 1440 + minutes;
  return { ...walls, start: addMinutes(walls.start, by), end: addMinutes(walls.end, by) };
}

/** Its end earlier or later, never shorter than a quarter of an hour, or a day. */
export function resizeBy(walls: Walls, { days = 0, minutes = 0 }: Shift): Walls {
  if (walls.allDay) return { ...walls, end: latest(walls.start, addDays(walls.end, days)) };
  const end = addMinutes(walls.end, days * 1440 + minutes);
  return { ...walls, end: latest(addMinutes(walls.start, shortestMinutes), end) };
}

/** Both say the same time. */
export function isSameTime(a: Walls, b: Walls): boolean {
  return a.start === b.start && a.end === b.end && a.allDay === b.allDay;
}

/** An entry as it will look there. Its key stays, so that whoever holds it does not lose it. */
export function placedAt<E extends CalendarEntry>(entry: E, walls: Walls, zone: string): E {
  if (walls.allDay)
    return {
      ...entry,
      firstDay: walls.start,
      lastDay: walls.end,
      time: null,
      endTime: null,
      ...instants(entry, `${walls.start}T00:00`, `${addDays(walls.end, 1)}T00:00`, zone),
    };
  const [firstDay = "", time = ""] = walls.start.split("T");
  const [endDay = "", endTime = ""] = walls.end.split("T");
  const isMoment = walls.end === walls.start;
  const lastDay = endTime === "00:00" && endDay > firstDay ? addDays(endDay, -1) : endDay;
  const wall = { firstDay, time, lastDay, endTime: isMoment || entry.type === "task" ? null : endTime };
  return { ...entry, ...wall, ...instants(entry, walls.start, walls.end, zone) };
}

function instants(
  entry: CalendarEntry,
  start: string,
  end: string,
  zone: string,
): Partial<Pick<CalendarEvent, "startsAt" | "endsAt">> {
  if (entry.type !== "event") return {};
  const iso = (wall: string) => new Date(instantAt(wall.slice(0, 10), wall.slice(11), zone)).toISOString();
  return { startsAt: iso(start), endsAt: iso(end) };
}

function addMinutes(wall: string, minutes: number): string {
  return new Date(Date.parse(`${wall}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
}

function latest(a: string, b: string): string {
  return a > b ? a : b;
}
