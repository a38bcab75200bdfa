import * as chrono from "chrono-node";
import { LAST_DAY } from "@/lib/domain/calendar/stretch";
import { addDays, dayAt, wallAt } from "@/lib/domain/calendar/zone-day";
import {
  isYearlyDate,
  nextOccurrence,
  occurrenceInYear,
  type YearlyDate,
} from "@/lib/domain/person/yearly-date";
import type { DateWords } from "@/lib/domain/task/quick-add";

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const monthPattern =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const dayThenMonth = new RegExp(
  `(?<![\\w.:/-])(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? (${monthPattern})\\b\\.?(?:,? (\\d{4})\\b)?`,
  "gi",
);
const monthThenDay = new RegExp(
  `\\b(${monthPattern})\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?![:/])(?:,? (\\d{4})\\b)?`,
  "gi",
);
const partsOfDay = {
  morning: "09:00",
  noon: "12:00",
  afternoon: "15:00",
  evening: "18:00",
  tonight: "20:00",
  night: "20:00",
};

/**
 * Every day and time that words of a text mean, seen from `at` on the wall of `zone`: "3 May", "next Friday 15:00", "in 2
 * weeks", "3/5" (the day first, as in British English). What has no year lies ahead. Left alone: months without a day,
 * what is past in words ("yesterday"), and counts without an "in" ("2 weeks in Rome").
 */
export function readDateWords(text: string, at: Date, zone: string): DateWords[] {
  const special = readDaysOfMonth(text, dayAt(at.getTime(), zone));
  const reference = { instant: at, timezone: offsetMinutes(at.getTime(), zone) };
  const parsed = chrono.en.GB.parse(text, reference, { forwardDate: true });
  const read = parsed.flatMap((result) => toDateWords(result, at, zone) ?? []);
  return [
    ...special,
    ...read.filter((one) => !special.some((other) => one.start < other.end && other.start < one.end)),
  ]
    .map((one) => (one.day > LAST_DAY ? { ...one, ...tooFar(dayAt(at.getTime(), zone)) } : one))
    .sort((a, b) => a.start - b.start);
}

/** What no calendar holds is said, and counts as no day of its own. */
function tooFar(today: string): Pick<DateWords, "day" | "instant" | "problem"> {
  return { day: today, instant: null, problem: "This date is too far away." };
}

function toDateWords(result: chrono.ParsedResult, at: Date, zone: string): DateWords | null {
  const { start: said, index } = result;
  const written = result.text.replace(/[\s,]+$/, "");
  const tags = [...result.tags()].join(" ");
  const hasDay = said.isCertain("day") || said.isCertain("weekday");
  const hasTime = said.isCertain("hour");
  if (!hasDay && !hasTime) return null;
  if (/relativeDate/.test(tags) && !/^(in|within|next|this|end|after)\b/i.test(written)) return null;
  const time = hasTime ? clock(said.get("hour"), said.get("minute")) : partOfDay(tags);
  let day = [pad(said.get("year"), 4), pad(said.get("month"), 2), pad(said.get("day"), 2)].join("-");
  const today = dayAt(at.getTime(), zone);
  // A bare "9:00" in the afternoon means tomorrow's.
  if (!hasDay && time !== null && time <= wallAt(at.getTime(), zone).slice(11, 16)) day = addDays(today, 1);
  const isWritten =
    said.isCertain("day") && said.isCertain("month") && !/relativeDate|casualReference/.test(tags);
  if (day < today && !(isWritten && said.isCertain("year"))) return null;
  const ownZone = said.isCertain("timezoneOffset") && hasTime;
  return {
    start: index,
    end: index + written.length,
    day,
    time,
    instant: ownZone ? said.date().toISOString() : null,
    yearly: {
      month: Number(day.slice(5, 7)),
      day: Number(day.slice(8)),
      year: isWritten && said.isCertain("year") ? Number(day.slice(0, 4)) : null,
    },
    weight: (hasDay ? 1 : 0) + (isWritten ? 2 : 0) + (time === null ? 0 : 1),
    problem: null,
  };
}

/** What the library leaves out: 29 February of no year, a day with a dot ("3. May"), and days that do not exist. */
function readDaysOfMonth(text: string, today: string): DateWords[] {
  const found: DateWords[] = [];
  const matches = [
    ...[...text.matchAll(dayThenMonth)].map((match) => ({ match, day: match[1], month: match[2] })),
    ...[...text.matchAll(monthThenDay)].map((match) => ({ match, day: match[2], month: match[1] })),
  ];
  for (const { match, ...written } of matches) {
    const month = monthNames.indexOf((written.month ?? "").slice(0, 3).toLowerCase()) + 1;
    const date = { month, day: Number(written.day), year: match[3] ? Number(match[3]) : null };
    const exists = isYearlyDate(date);
    const isLeapDay = date.month === 2 && date.day === 29 && date.year === null;
    if (exists && !isLeapDay && !/^\d+\./.test(match[0])) continue;
    const start = match.index ?? 0;
    found.push({
      start,
      end: start + match[0].length,
      day: exists ? dayAhead(date, today) : today,
      time: null,
      instant: null,
      yearly: date,
      weight: 3,
      problem: exists ? null : `There is no ${match[0].trim()}.`,
    });
  }
  // "May 31 June": one of two overlapping readings exists, and that one is meant.
  return found.filter((one) => one.problem === null || !isPartOfADate(text, one));
}

function dayAhead(date: YearlyDate, today: string): string {
  return date.year === null
    ? nextOccurrence(date, today, "28-feb")
    : occurrenceInYear(date, date.year, "28-feb");
}

/** Whether a day that does not exist is only two neighbours of one that does: "31 June" in "May 31 June Smith". */
function isPartOfADate(text: string, { start, end }: DateWords): boolean {
  const around = [...text.matchAll(dayThenMonth), ...text.matchAll(monthThenDay)];
  return around.some((match) => {
    const from = match.index ?? 0;
    const overlaps = from < end && start < from + match[0].length && from !== start;
    const [day, month] = /^\d/.test(match[0]) ? [match[1], match[2]] : [match[2], match[1]];
    const number = monthNames.indexOf((month ?? "").slice(0, 3).toLowerCase()) + 1;
    return overlaps && isYearlyDate({ month: number, day: Number(day), year: null });
  });
}

function partOfDay(tags: string): string | null {
  const part = /casualReference\/(morning|noon|afternoon|evening|tonight|night)/.exec(tags)?.[1];
  return part ? partsOfDay[part as keyof typeof partsOfDay] : null;
}

function offsetMinutes(at: number, zone: string): number {
  return Math.round((Date.parse(`${wallAt(at, zone)}Z`) - at) / 60_000);
}

function clock(hour: number | null, minute: number | null): string {
  return `${pad(hour, 2)}:${pad(minute, 2)}`;
}

function pad(value: number | null, length: number): string {
  return String(value ?? 0).padStart(length, "0");
}
