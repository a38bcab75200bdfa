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
type Candidate = AskedTime & { day: string; isRound: boolean };
/** What is in the way of it. */
export type InTheWay = { filled: readonly Filled[]; kept: readonly Kept[]; usual: Usual };

/**
 * Up to three free times as long as the asked one, those nearest to it: from two hours after `at` on, within four weeks, in the desk's
 * hours and on its work days, with nothing and nobody's time in the way, and not the asked time again, in their order. Between seven and ten where the
 * other side is, on two days at least and on half hours, as far as there are such times.
 */
export function freeSlots(
  asked: AskedTime,
  at: number,
  week: Week,
  { filled, kept, usual }: InTheWay,
  otherZone: string | null = null,
): Slot[] {
  const away = (one: Candidate) => Math.abs(one.startsAt - asked.startsAt);
  const free = candidates(asked, at, week)
    .filter((one) => isFree(one, filled, kept, usual))
    .sort((a, b) => away(a) - away(b));
  const isKind = (one: Candidate) => otherZone === null || isAwake(one, otherZone);
  const picked: Candidate[] = [];
  for (const { isWanted, apart } of [
    { isWanted: (one: Candidate) => one.isRound && isKind(one), apart: true },
    { isWanted: isKind, apart: true },
    { isWanted: isKind, apart: false },
    { isWanted: (one: Candidate) => one.isRound, apart: true },
    { isWanted: () => true, apart: true },
    { isWanted: () => true, apart: false },
  ])
    for (const one of free)
      if (picked.length < MOST && fits(one, picked, apart) && isWanted(one)) picked.push(one);
  return picked
    .sort((a, b) => a.startsAt - b.startsAt)
    .map(({ startsAt, endsAt }) => ({
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
    }));
}

/** Every quarter of an hour at which it could begin and still end in time. */
function candidates(asked: AskedTime, at: number, week: Week): Candidate[] {
  const length = asked.endsAt - asked.startsAt;
  const [opens, closes] = [minutesOf(week.hoursFrom), minutesOf(week.hoursTo)];
  const found: Candidate[] = [];
  const today = dayAt(at, week.zone);
  for (let day = today; day <= addDays(today, slotDays); day = addDays(day, 1)) {
    if (!week.workDays.includes(weekdayOf(day))) continue;
    const [opening, closing] = [week.hoursFrom, week.hoursTo].map((time) =>
      instantAt(day, time, week.zone),
    ) as [number, number];
    // Where the clocks change within the hours, the wall is asked each time; a time that it leaves out is none.
    const isEven = closing - opening === (closes - opens) * MINUTE;
    for (let minute = Math.ceil(opens / 15) * 15; minute < closes; minute += 15) {
      const startsAt = isEven
        ? opening + (minute - opens) * MINUTE
        : instantAt(day, clock(minute), week.zone);
      const endsAt = startsAt + length;
      if (startsAt < at + 2 * HOUR || startsAt > at + slotDays * 24 * HOUR || endsAt > closing) continue;
      if (!isEven && wallAt(startsAt, week.zone).slice(11, 16) !== clock(minute)) continue;
      const isElsewhen = startsAt >= asked.endsAt || endsAt <= asked.startsAt;
      if (isElsewhen) found.push({ ...asked, startsAt, endsAt, day, isRound: minute % 30 === 0 });
    }
  }
  return found;
}

/** Overlapping none that is picked; `apart`: not right after one either, and no third of a day, so that there is a choice. */
function fits(one: Candidate, picked: readonly Candidate[], apart: boolean): boolean {
  const gap = apart ? 2 * HOUR : 0;
  if (apart && picked.filter(({ day }) => day === one.day).length >= MOST_A_DAY) return false;
  return picked.every((other) => one.startsAt >= other.endsAt + gap || one.endsAt + gap <= other.startsAt);
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
