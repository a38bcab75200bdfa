import { parseDate } from "@/lib/domain/calendar/civil-date";
import { weekdayOf } from "@/lib/domain/calendar/zone-day";
import type { YearlyDate } from "@/lib/domain/person/yearly-date";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const months = "January February March April May June July August September October November December".split(
  " ",
);

/** "Fri 27 November 2026, 15:00", for a chip of the preview. */
export function sayDay(day: string, time: string | null): string {
  const date = parseDate(day);
  if (date === null) return day;
  const words = `${weekdays[weekdayOf(day) - 1]} ${date.day} ${months[date.month - 1]} ${date.year}`;
  return time === null ? words : `${words}, ${time}`;
}

/** "3 May, every year", "3 May 1980, every year". */
export function sayYearly(date: YearlyDate): string {
  return `${date.day} ${months[date.month - 1]}${date.year === null ? "" : ` ${date.year}`}, every year`;
}

/** "3 May". */
export function sayDayOfYear(date: Pick<YearlyDate, "month" | "day">): string {
  return `${date.day} ${months[date.month - 1]}`;
}
