/** When the weekly list is mailed: on a weekday, at an hour, where the reader lives. */
import { addDays, dayAt, instantAt, weekdayOf } from "@/lib/domain/calendar/zone-day";

/** What somebody asked for. `weekday` 1 (Monday) to 7, `hour` 0 to 23, `zone` an IANA name; `from` when they asked for it so. */
export type WeeklyWish = { weekday: number; hour: number; zone: string; from: Date | null };

const HOUR = 60 * 60 * 1000;

/** A server that was down catches up until the day is over; and for six hours, should that be later. */
const CATCH_UP_MS = 6 * HOUR;

/**
 * The day ("YYYY-MM-DD" where the reader lives) whose list is to be mailed now; null when none is. An hour that is skipped
 * when the clocks go forward counts on from before; of one that comes twice, the first is meant. What was asked for after
 * this week's hour begins next week.
 */
export function weeklyDayDue(wish: WeeklyWish, at: Date): string | null {
  const now = at.getTime();
  const today = dayAt(now, wish.zone);
  const day = addDays(today, -((weekdayOf(today) - wish.weekday + 7) % 7));
  const due = dueAt(day, wish);
  if (now < due || (day !== today && now >= due + CATCH_UP_MS)) return null;
  return wish.from !== null && wish.from.getTime() > due ? null : day;
}

/** The next moment, in milliseconds since 1970, at which the list is mailed after `at`. */
export function nextWeekly(wish: WeeklyWish, at: Date): number {
  const today = dayAt(at.getTime(), wish.zone);
  const day = addDays(today, (wish.weekday - weekdayOf(today) + 7) % 7);
  const due = dueAt(day, wish);
  return due > at.getTime() ? due : dueAt(addDays(day, 7), wish);
}

function dueAt(day: string, { hour, zone }: WeeklyWish): number {
  return instantAt(day, `${String(hour).padStart(2, "0")}:00`, zone);
}

/** The key under which a day's list counts as sent. */
export function weeklyKey(day: string): string {
  return `weekly:${day}`;
}
