import { dayAhead, dayPassed } from "@/lib/domain/person/asked-day";
import type { DateKind } from "@/lib/domain/person/person";
import {
  ageOn,
  formatYearlyDate,
  type LeapDayRule,
  occurrenceInYear,
  type PlainDateText,
  type YearlyDate,
} from "@/lib/domain/person/yearly-date";

/** A yearly day of somebody's, as far as its task needs to know. */
export type DayOfPerson = YearlyDate & { id: string; kind: DateKind; label: string; leadDays: number };

/** What the task of a yearly day says. `day` is "YYYY-MM-DD" where the client lives. */
export type DayTask = {
  title: string;
  day: PlainDateText;
  date: string;
  leadDays: number;
  sourceKey: string;
};

/** The task that a yearly day asks for today; null while its lead days have not begun. One a year, however often it is asked. */
export function dayTaskFor(
  date: DayOfPerson,
  name: string,
  today: PlainDateText,
  rule: LeapDayRule,
): DayTask | null {
  const day = dayAhead(date, date.leadDays, today, rule);
  return day === null ? null : dayTaskOn(date, name, day, rule);
}

/** The task of a day that passed while nobody looked, by dayPassed; null where there was none. */
export function missedDayTask(
  date: DayOfPerson,
  name: string,
  knownOn: PlainDateText,
  today: PlainDateText,
  rule: LeapDayRule,
): DayTask | null {
  const day = dayPassed(date, knownOn, today, rule);
  return day === null ? null : dayTaskOn(date, name, day, rule);
}

/** The task of the day in a given year: what an open one should say after somebody changed the day or the name. */
export function dayTaskInYear(date: DayOfPerson, name: string, year: number, rule: LeapDayRule): DayTask {
  return dayTaskOn(date, name, occurrenceInYear(date, year, rule), rule);
}

/** Whose day a task is for: `id` a yearly day's, or (of the day somebody died) a person's. */
export type DayKey = { id: string; year: number; isRemembrance: boolean };

/** Reads a task's source key, `day:<id>:<year>` or `day:<id>:<year>:remembered`; null for any other. */
export function readDayKey(sourceKey: string | null): DayKey | null {
  const match = /^day:([0-9a-f-]{36}):(\d{4})(:remembered)?$/.exec(sourceKey ?? "");
  return match ? { id: match[1] as string, year: Number(match[2]), isRemembrance: Boolean(match[3]) } : null;
}

/** The source key of a day's task: what {@link readDayKey} reads. */
export function writeDayKey({ id, year, isRemembrance }: DayKey): string {
  return `day:${id}:${String(year).padStart(4, "0")}${isRemembrance ? ":remembered" : ""}`;
}

function dayTaskOn(date: DayOfPerson, name: string, day: PlainDateText, rule: LeapDayRule): DayTask {
  return {
    title: dayTitle(date, name, ageOn(date, day, rule)),
    day,
    date: formatYearlyDate(date),
    leadDays: date.leadDays,
    sourceKey: `day:${date.id}:${day.slice(0, 4)}`,
  };
}

/** "Birthday · Noor Haddad turns 40"; the age only where the year is known. */
function dayTitle(date: DayOfPerson, name: string, age: number | null): string {
  const who = [...name].slice(0, 300).join("");
  if (date.kind === "birthday") return `Birthday · ${who}${age === null || age === 0 ? "" : ` turns ${age}`}`;
  const what =
    [...date.label].slice(0, 100).join("") || (date.kind === "anniversary" ? "Anniversary" : "Day");
  const years = age === null || age === 0 ? "" : `, ${age} ${age === 1 ? "year" : "years"}`;
  return `${what} · ${who}${years}`;
}
