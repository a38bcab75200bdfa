/**
 * An entry as its form holds it (event-form-input.ts makes of it what is sent). Days "YYYY-MM-DD" and times "HH:MM" are on the wall of
 * `zone`; the last of whole days is included.
 */
import type { Slot } from "@/lib/domain/calendar/conflicts";
import type { EventDetail, EventGuest, EventInput } from "@/lib/domain/calendar/event";
import { readRepeat } from "@/lib/domain/calendar/read-repeat";
import { monthWays, neverAgain, type RepeatChoice } from "@/lib/domain/calendar/repeat-choice";
import { readDay } from "@/lib/domain/calendar/stretch";
import { addDays, dayAt, instantAt, isZone, startOfDay, wallAt } from "@/lib/domain/calendar/zone-day";

export type EventValues = {
  summary: string;
  allDay: boolean;
  startDay: string;
  startTime: string;
  endDay: string;
  endTime: string;
  zone: string;
  place: string;
  link: string;
  note: string;
  repeat: RepeatChoice;
  guests: EventGuest[];
  isPrivate: boolean;
  isFree: boolean;
  /** Minutes as typed; "" as usual on the desk. */
  travel: string;
  check: "usual" | "always" | "never";
};

const MINUTE = 60_000;
const timeForm = /^([01]\d|2[0-3]):[0-5]\d$/;

/** An empty form. `start` and `end` are on the wall of `zone`: "YYYY-MM-DDTHH:MM", or days, the last included. */
export function newValues(
  start: string,
  end: string | undefined,
  allDay: boolean,
  zone: string,
): EventValues {
  const startTime = start.slice(11, 16) || "09:00";
  const values: EventValues = {
    summary: "",
    allDay,
    startDay: start.slice(0, 10),
    startTime,
    endDay: start.slice(0, 10),
    endTime: startTime,
    zone,
    place: "",
    link: "",
    note: "",
    repeat: neverAgain,
    guests: [],
    isPrivate: false,
    isFree: false,
    travel: "",
    check: "usual",
  };
  const last = end ? { day: end.slice(0, 10), time: end.slice(11, 16) } : null;
  if (last) return { ...values, endDay: last.day, endTime: last.time || later(values, 60).time };
  const next = later(values, 60);
  return { ...values, endDay: allDay ? values.startDay : next.day, endTime: next.time };
}

/** What the form shows of an entry that is there. */
export function fromEvent(event: EventInput): EventValues {
  const { start, end, allDay, zone, rule, travelMinutes, wantsCheck, ...same } = event;
  const { summary, place, link, note, guests, isPrivate, isFree } = same;
  return {
    ...newValues(start, end, allDay, zone),
    ...{ summary, place, link, note, guests, isPrivate, isFree },
    repeat: readRepeat(rule, start.slice(0, 10), zone),
    travel: travelMinutes === null ? "" : String(travelMinutes),
    check: wantsCheck === null ? "usual" : wantsCheck ? "always" : "never",
  };
}

/** Another beginning: the end follows, as long after it as before, and so does the day of the month. */
export function withStart(
  values: EventValues,
  part: Partial<Pick<EventValues, "startDay" | "startTime">>,
): EventValues {
  const next = { ...values, ...part };
  if (!isWhole(next)) return next;
  const ways = monthWays(next.startDay);
  const month = ways.includes(values.repeat.month) ? values.repeat.month : "day";
  const minutes = isWhole(values)
    ? Math.max(0, wallMinutes(values, "end") - wallMinutes(values, "start"))
    : 60;
  const end = later(next, minutes);
  return { ...next, endDay: end.day, endTime: end.time, repeat: { ...values.repeat, month } };
}

/** The stretch that is asked for, ISO UTC; null while it cannot be read. Whole days are those of `deskZone`. */
export function spanOf(values: EventValues, deskZone: string): { startsAt: string; endsAt: string } | null {
  const { allDay, startDay, startTime, endDay, endTime, zone } = values;
  if (!isWhole(values) || !isWhole({ startDay: endDay, startTime: endTime }) || !isZone(zone)) return null;
  const startsAt = allDay ? startOfDay(startDay, deskZone) : instantAt(startDay, startTime, zone);
  const endsAt = allDay ? startOfDay(addDays(endDay, 1), deskZone) : instantAt(endDay, endTime, zone);
  if (endsAt < startsAt) return null;
  return { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() };
}

/** A free time, put into the form in the zone that is typed in. */
export function takeSlot(values: EventValues, slot: Slot): EventValues {
  const [start, end] = [slot.startsAt, slot.endsAt].map((at) => wallAt(Date.parse(at), values.zone));
  const next = withStart(values, { startDay: start?.slice(0, 10), startTime: start?.slice(11, 16) });
  return { ...next, endDay: end?.slice(0, 10) ?? next.endDay, endTime: end?.slice(11, 16) ?? next.endTime };
}

/** The next full hour of a day, "YYYY-MM-DDTHH:MM" on the wall of a zone; of a night, nine in the morning. `now` is in milliseconds. */
export function nextFullHour(now: number, zone: string): string {
  const wall = Date.parse(`${wallAt(now, zone)}Z`);
  const next = new Date(Math.ceil((wall + 1) / (60 * MINUTE)) * 60 * MINUTE).toISOString().slice(0, 16);
  const [day, hour] = [next.slice(0, 10), Number(next.slice(11, 13))];
  if (hour < 7) return `${day}T09:00`;
  return hour > 20 ? `${addDays(day, 1)}T09:00` : next;
}

/** When an entry begins on a day on which nothing was pointed out: nine in the morning; of today, or of no day, the next full hour. */
export function firstHour(day: string | undefined, now: number, zone: string): string {
  return day === undefined || day === dayAt(now, zone) ? nextFullHour(now, zone) : `${day}T09:00`;
}

/** Whether a day and a time can be read. */
export function isWhole({ startDay, startTime }: Pick<EventValues, "startDay" | "startTime">): boolean {
  return readDay(startDay) !== null && timeForm.test(startTime);
}

function wallMinutes(values: EventValues, which: "start" | "end"): number {
  return Date.parse(`${values[`${which}Day`]}T${values[`${which}Time`]}Z`) / MINUTE;
}

function later(values: EventValues, minutes: number): { day: string; time: string } {
  const wall = new Date((wallMinutes(values, "start") + minutes) * MINUTE).toISOString();
  return { day: wall.slice(0, 10), time: wall.slice(11, 16) };
}

/** The happening of a series that was opened; null for an entry that happens once. */
export function occurrenceOf(event: Pick<EventDetail, "isRepeating" | "startsAt">): string | null {
  return event.isRepeating ? event.startsAt : null;
}
