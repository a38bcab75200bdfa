/** The same time on two walls: what a clock elsewhere shows beside the desk's own. */
import { instantAt, wallAt } from "@/lib/domain/calendar/zone-day";

/** From a day on, a clock elsewhere shows "HH:MM" at the hour of a line, so many days ahead of the desk's (-1, 0 or 1). */
export type HourThere = { from: string; time: string; ahead: number };

/**
 * What stands beside the desk's hour `time` ("HH:MM") on each of some days: worked out from the instant of that hour on that
 * very day, so one line has two where a clock changes in between. Days on which it is the same are said once. An hour that the
 * desk's clock skips is the one it becomes; of one that comes twice, the first is meant.
 */
export function hoursThere(time: string, days: readonly string[], zone: string, other: string): HourThere[] {
  const hours: HourThere[] = [];
  for (const day of days) {
    const at = instantAt(day, time, zone);
    const wall = wallAt(at, other);
    const there = { time: wall.slice(11, 16), ahead: daysBetween(day, wall.slice(0, 10)) };
    const last = hours.at(-1);
    if (last?.time !== there.time || last.ahead !== there.ahead) hours.push({ from: day, ...there });
  }
  return hours;
}

/** "+1 day", "−1 day", or "" on the same day. */
export function aheadWords(ahead: number): string {
  if (ahead === 0) return "";
  const days = Math.abs(ahead) === 1 ? "day" : "days";
  return `${ahead > 0 ? "+" : "−"}${Math.abs(ahead)} ${days}`;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}
