import { addDays, dayAt, instantAt } from "@/lib/domain/calendar/zone-day";

const ZONE = "Europe/Berlin";

/** Now, or noon of the day so many days from today on the wall of a desk in Berlin: the day is that one whatever time it is now, and whenever clocks change. */
export function daysFromNow(n: number): Date {
  if (n === 0) return new Date();
  return new Date(instantAt(addDays(dayAt(Date.now(), ZONE), n), "12:00", ZONE));
}
