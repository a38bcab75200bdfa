import type { ProtectedInput } from "@/lib/domain/calendar/kept";
import { parseRule } from "@/lib/domain/calendar/recurrence-rule";
import { sayDate, sayRule } from "@/lib/domain/calendar/say-rule";
import { addDays, weekdayOf } from "@/lib/domain/calendar/zone-day";

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** Protected hours in words: "Every Friday, 18:00–23:00", "Every weekday, 22:00–06:00 the next day", "24 December 2026, the whole day". */
export function sayProtected(hours: ProtectedInput): string {
  const often = sayOften(hours);
  const when = often === "" ? sayDate(hours.firstOn) : often;
  return `${when.charAt(0).toUpperCase()}${when.slice(1)}, ${sayHours(hours)}`;
}

/** How often they repeat, with the day in it that the rule leaves to its beginning; "" for once. */
export function sayOften({ rule, firstOn, zone }: Pick<ProtectedInput, "rule" | "firstOn" | "zone">): string {
  return sayRule(withItsDay(rule, firstOn), zone);
}

function sayHours({ allDay, from, minutes }: ProtectedInput): string {
  if (allDay) return minutes === 1440 ? "the whole day" : `${minutes / 1440} whole days`;
  const ends = Number(from.slice(0, 2)) * 60 + Number(from.slice(3)) + minutes;
  const clock = `${two(Math.floor(ends / 60) % 24)}:${two(ends % 60)}`;
  // Until midnight is said as the end of the same day.
  const days = Math.floor((ends - 1) / 1440);
  const later = days === 0 ? "" : days === 1 ? " the next day" : ` ${days} days later`;
  return `${from}–${clock === "00:00" ? "24:00" : clock}${later}`;
}

function withItsDay(rule: string, firstOn: string): string {
  const read = parseRule(rule);
  if (rule === "" || !read.ok) return rule;
  const { freq, byDay, byMonthDay, byYearDay, byWeekNo, byMonth } = read.rule;
  if (byDay.length + byMonthDay.length + byYearDay.length + byWeekNo.length > 0) return rule;
  const [, month, day] = firstOn.split("-").map(Number);
  if (freq === "WEEKLY") return `${rule};BYDAY=${weekdays[weekdayOf(firstOn) - 1]}`;
  if (freq === "MONTHLY") return `${rule};BYMONTHDAY=${day}`;
  if (freq === "YEARLY") return `${rule}${byMonth.length > 0 ? "" : `;BYMONTH=${month}`};BYMONTHDAY=${day}`;
  return rule;
}

/** The last day of so many whole days, "YYYY-MM-DD". */
export function lastOfDays(firstOn: string, minutes: number): string {
  return addDays(firstOn, Math.max(0, Math.round(minutes / 1440) - 1));
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
