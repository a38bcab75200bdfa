/** When the client's daily mail goes out: every day, at an hour, where the client lives. */
import { addDays, dayAt, instantAt } from "@/lib/domain/calendar/zone-day";

/** What the client asked for. `hour` 0 to 23, `zone` an IANA name; `from` when they asked for it so. */
export type DailyWish = { hour: number; zone: string; from: Date | null };

const HOUR = 60 * 60 * 1000;

/** A server that was down catches up until the day is over; and for six hours, should that be later. */
const CATCH_UP_MS = 6 * HOUR;

/**
 * The day ("YYYY-MM-DD" where the client lives) whose mail is to go out now; null when none is. An hour that is skipped when
 * the clocks go forward counts on from before; of one that comes twice, the first is meant. What was asked for after today's
 * hour begins tomorrow.
 */
export function dailyDayDue(wish: DailyWish, at: Date): string | null {
  const now = at.getTime();
  const today = dayAt(now, wish.zone);
  for (const day of [today, addDays(today, -1)]) {
    const due = dueAt(day, wish);
    if (now < due) continue;
    if (day !== today && now >= due + CATCH_UP_MS) return null;
    return wish.from !== null && wish.from.getTime() > due ? null : day;
  }
  return null;
}

/** The next moment, in milliseconds since 1970, at which it is due after `at`. */
export function nextDaily(wish: DailyWish, at: Date): number {
  const today = dayAt(at.getTime(), wish.zone);
  const due = dueAt(today, wish);
  return due > at.getTime() ? due : dueAt(addDays(today, 1), wish);
}

function dueAt(day: string, { hour, zone }: DailyWish): number {
  return instantAt(day, `${String(hour).padStart(2, "0")}:00`, zone);
}

/** The key under which a day's mail counts as sent. */
export function dailyKey(day: string): string {
  return `daily:${day}`;
}
