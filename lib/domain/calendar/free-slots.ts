/** E6. Three free times to propose instead. Instants in milliseconds since 1970, days "YYYY-MM-DD". */
import type { Filled, Kept, Slot } from "@/lib/domain/calendar/conflicts";
import { type AskedTime, isFree, type Usual } from "@/lib/domain/calendar/find-conflicts";
import type { CalendarWishes } from "@/lib/domain/calendar/kept";
import { addDays, dayAt, instantAt, wallAt, weekdayOf } from "@/lib/domain/calendar/zone-day";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MOST = 3;
const MOST_A_DAY = 2;

/** How far ahead free times are looked for, in days. */
export const slotDays = 28;

/** What the client's week looks like, in the zone of the desk. */
export type Week = Pick<CalendarWishes, "hoursFrom" | "hoursTo" | "workDays"> & { zone: string };
/** What is in the way of it. */
export type InTheWay = { filled: readonly Filled[]; kept: readonly Kept[]; usual: Usual };

/**
 * Up to three free times as long as the asked one, the earliest first: from two hours after `at` on, within four weeks, in the desk's
 * hours and on its work days, with nothing and nobody's time in the way, and not the asked time again. Between seven and ten where the
 * other side is, on two days at least and on half hours, as far as there are such times.
 */
export function freeSlots(
  asked: AskedTime,
  at: number,
  week: Week,
  { filled, kept, usual }: InTheWay,
  otherZone: string | null = null,
): Slot[] {
  const free = candidates(asked, at, week).filter((one) => isFree(one, filled, kept, usual));
  const isKind = (one: AskedTime) => otherZone === null || isAwake(one, otherZone);
  const isRound = (one: AskedTime) =>
    wallAt(one.startsAt, week.zone).slice(14, 16) !== "15" &&
    wallAt(one.startsAt, week.zone).slice(14, 16) !== "45";
  const picked: AskedTime[] = [];
  const wishes = [
    { of: (one: AskedTime) => isKind(one) && isRound(one), apart: true },
    { of: isKind, apart: true },
    { of: isKind, apart: false },
    { of: isRound, apart: true },
    { of: () => true, apart: true },
    { of: () => true, apart: false },
  ];
  for (const { of, apart } of wishes)
    for (const one of free)
      if (
        picked.length < MOST &&
        of(one) &&
        picked.every((other) => goesWith(one, other, apart)) &&
        (!apart || onDay(picked, one, week.zone) < MOST_A_DAY)
      )
        picked.push(one);
  return picked
    .sort((a, b) => a.startsAt - b.startsAt)
    .map(({ startsAt, endsAt }) => ({
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
    }));
}

/** Every quarter of an hour at which it could begin and still end in time. */
function candidates(asked: AskedTime, at: number, week: Week): AskedTime[] {
  const length = asked.endsAt - asked.startsAt;
  const [opens, closes] = [minutesOf(week.hoursFrom), minutesOf(week.hoursTo)];
  const found: AskedTime[] = [];
  const today = dayAt(at, week.zone);
  for (let day = today; day <= addDays(today, slotDays); day = addDays(day, 1)) {
    if (!week.workDays.includes(weekdayOf(day))) continue;
    const closing = instantAt(day, week.hoursTo, week.zone);
    for (let minute = Math.ceil(opens / 15) * 15; minute < closes; minute += 15) {
      const startsAt = instantAt(day, clock(minute), week.zone);
      const one = { ...asked, startsAt, endsAt: startsAt + length };
      const isSkipped = wallAt(startsAt, week.zone).slice(11, 16) !== clock(minute);
      if (
        startsAt < at + 2 * HOUR ||
        startsAt > at + slotDays * 24 * HOUR ||
        one.endsAt > closing ||
        isSkipped
      )
        continue;
      if (one.startsAt >= asked.endsAt || one.endsAt <= asked.startsAt) found.push(one);
    }
  }
  return found;
}

/** Two that do not overlap; `apart`: not one right after the other either, so that there is a choice. */
function goesWith(one: AskedTime, other: AskedTime, apart: boolean): boolean {
  const gap = apart ? 2 * HOUR : 0;
  return one.startsAt >= other.endsAt + gap || one.endsAt + gap <= other.startsAt;
}

function onDay(picked: readonly AskedTime[], one: AskedTime, zone: string): number {
  const day = dayAt(one.startsAt, zone);
  return picked.filter((other) => dayAt(other.startsAt, zone) === day).length;
}

/** From seven in the morning to ten at night there, and on one day. */
function isAwake({ startsAt, endsAt }: AskedTime, zone: string): boolean {
  const [start, end] = [wallAt(startsAt, zone), wallAt(endsAt, zone)];
  return (
    start.slice(0, 10) === end.slice(0, 10) && start.slice(11) >= "07:00:00" && end.slice(11) <= "22:00:00"
  );
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
