import { addDays, dayAt, instantAt, startOfDay, wallAt, weekdayOf } from "@/lib/domain/calendar/zone-day";

/** Every date of the demo, seen from the moment at which it is made, on the wall of the client's zone. */
export type DemoClock = {
  at: Date;
  /** The day so many days from now, "YYYY-MM-DD". */
  day: (days: number) => string;
  /** A time of day on such a day. */
  on: (days: number, time: string) => Date;
  /** The beginning of such a day, for what is due all day. */
  allDay: (days: number) => Date;
  hoursAgo: (hours: number) => Date;
  /** Days from now until the next of a weekday (Monday 1 … Sunday 7), at least `from`. */
  next: (weekday: number, from?: number) => number;
  /** A yearly day so many days from now, with the year in which somebody now turning `age` was born. */
  yearly: (days: number, age?: number) => { month: number; day: number; year: number | null };
  /** Whether it is later than "HH:MM" today. */
  isPast: (time: string) => boolean;
};

export function demoClock(at: Date, zone: string): DemoClock {
  const today = dayAt(at.getTime(), zone);
  const day = (days: number) => addDays(today, days);
  return {
    at,
    day,
    on: (days, time) => new Date(instantAt(day(days), time, zone)),
    allDay: (days) => new Date(startOfDay(day(days), zone)),
    hoursAgo: (hours) => new Date(at.getTime() - hours * 3_600_000),
    next: (weekday, from = 1) => from + ((weekday - weekdayOf(day(from)) + 7) % 7),
    yearly: (days, age) => {
      const [year = 0, month = 1, dayOfMonth = 1] = day(days).split("-").map(Number);
      return { month, day: dayOfMonth, year: age === undefined ? null : year - age };
    },
    isPast: (time) => wallAt(at.getTime(), zone).slice(11, 16) >= time,
  };
}
