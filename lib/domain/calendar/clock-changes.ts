import type { ClockChange } from "@/lib/domain/calendar/check";
import { wallAt } from "@/lib/domain/calendar/zone-day";

const DAY = 86_400_000;
/** Nobody confirms a meeting further ahead than this; it bounds the work. */
const MOST_DAYS = 800;

/**
 * When the clock of a zone changes between two instants (milliseconds since 1970), the second included: each with the instant
 * from which the new time holds. `minutes` is what the wall jumps by: 60 where an hour is skipped, -60 where one comes twice.
 */
export function clockChangesBetween(from: number, to: number, zone: string): ClockChange[] {
  const changes: ClockChange[] = [];
  const end = Math.min(to, from + MOST_DAYS * DAY);
  for (let at = from; at < end; at += DAY) {
    const until = Math.min(at + DAY, end);
    const [before, after] = [offsetAt(at, zone), offsetAt(until, zone)];
    if (before === after) continue;
    changes.push({
      zone,
      at: new Date(firstWith(after, at, until, zone)).toISOString(),
      minutes: (after - before) / 60_000,
    });
  }
  return changes;
}

/** The first whole second in between at which the offset is the new one. */
function firstWith(offset: number, from: number, to: number, zone: string): number {
  let [low, high] = [Math.floor(from / 1000), Math.ceil(to / 1000)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * 1000, zone) === offset) high = middle;
    else low = middle;
  }
  return high * 1000;
}

/** Milliseconds by which the wall is ahead of UTC. */
function offsetAt(at: number, zone: string): number {
  const second = Math.floor(at / 1000) * 1000;
  return Date.parse(`${wallAt(second, zone)}Z`) - second;
}
