/** Protected hours as their form holds them: everything as it is typed, and what it becomes for the server. */
import type { ProtectedInput } from "@/lib/domain/calendar/kept";
import { keepings } from "@/lib/domain/calendar/protect";
import { readRepeat } from "@/lib/domain/calendar/read-repeat";
import { neverAgain, type RepeatChoice } from "@/lib/domain/calendar/repeat-choice";
import { lastOfDays } from "@/lib/domain/calendar/say-protected";
import { readDay } from "@/lib/domain/calendar/stretch";
import { writeRepeat } from "@/lib/domain/calendar/write-repeat";
import { addDays } from "@/lib/domain/calendar/zone-day";

/** `until` is a time of day; one that is not after `from` is the next day's. `moreDays` is what a stretch has beyond that, `lastOn` the last of whole days. */
export type ProtectedValues = {
  title: string;
  firstOn: string;
  lastOn: string;
  allDay: boolean;
  from: string;
  until: string;
  moreDays: number;
  zone: string;
  repeat: RepeatChoice;
  exceptOn: string[];
};

const DAY = 1440;

/** What a new form begins with: an evening a week, from today on. */
export function emptyProtected(today: string, zone: string): ProtectedValues {
  return {
    title: "",
    firstOn: today,
    lastOn: today,
    allDay: false,
    from: "18:00",
    until: "22:00",
    moreDays: 0,
    zone,
    repeat: { ...neverAgain, how: "weekly" },
    exceptOn: [],
  };
}

/** The form of hours that are kept. It begins with the first day that its rule really picks. */
export function fromProtected(hours: ProtectedInput): ProtectedValues {
  const { title, allDay, from, minutes, zone, rule, exceptOn } = hours;
  const [first] = keepings({ ...hours, exceptOn: [] }, hours.firstOn, addDays(hours.firstOn, 800), 1);
  const firstOn = first && first.day > hours.firstOn ? first.day : hours.firstOn;
  const ends = minutesOf(from) + minutes;
  return {
    title,
    firstOn,
    lastOn: allDay ? lastOfDays(firstOn, minutes) : firstOn,
    allDay,
    from,
    until: allDay ? "00:00" : clock(ends % DAY),
    moreDays: allDay ? 0 : Math.floor((minutes - 1) / DAY),
    zone,
    repeat: readRepeat(rule, firstOn, zone),
    exceptOn,
  };
}

/** What the server is asked, and what cannot be asked yet: field → sentence. */
export function toProtected(values: ProtectedValues): {
  input: ProtectedInput;
  errors: Record<string, string>;
} {
  const { title, firstOn, lastOn, allDay, from, until, moreDays, zone, repeat, exceptOn } = values;
  const errors: Record<string, string> = {};
  const [first, last] = [readDay(firstOn), readDay(lastOn)];
  if (first === null) errors.firstOn = "Give the day.";
  if (allDay && (last === null || last < firstOn))
    errors.lastOn = "The last day is the first, or comes after it.";
  if (!allDay && !isClock(from)) errors.from = "Give a time such as 18:30.";
  if (!allDay && !isClock(until)) errors.until = "Give a time such as 22:00.";
  if (repeat.how !== "never" && repeat.every < 1) errors["rule.every"] = "Give a number from 1.";
  if (repeat.end === "times" && repeat.times < 1) errors["rule.times"] = "Give a number from 1.";
  if (repeat.end === "until" && (readDay(repeat.until) === null || repeat.until < firstOn))
    errors["rule.until"] = "The last day comes after the first.";
  const isWhole = Object.keys(errors).length === 0;
  const input = { title: title.trim(), firstOn, allDay, from: allDay ? "00:00" : from, zone, exceptOn };
  const rule = isWhole ? writeRepeat(repeat, { first: firstOn, zone, allDay }) : "";
  const minutes = !isWhole
    ? DAY
    : allDay
      ? daysFrom(firstOn, lastOn) * DAY
      : lengthOf(from, until) + moreDays * DAY;
  return { input: { ...input, rule, minutes, exceptOn: rule === "" ? [] : exceptOn }, errors };
}

/** From a time of day to the next such time: 18:00 to 18:00 is a whole day. */
function lengthOf(from: string, until: string): number {
  return ((minutesOf(until) - minutesOf(from) + DAY - 1) % DAY) + 1;
}

function daysFrom(first: string, last: string): number {
  return Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000) + 1;
}

function isClock(time: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
