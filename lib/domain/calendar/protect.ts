/** Protected hours: which of them make sense, and when exactly they keep time. Days "YYYY-MM-DD", instants in milliseconds since 1970. */
import { formatWallSeconds, SECONDS_PER_DAY } from "@/lib/domain/calendar/civil-date";
import { expandRule } from "@/lib/domain/calendar/expand-rule";
import type { ProtectedInput } from "@/lib/domain/calendar/kept";
import { parseRule, type RecurrenceRule } from "@/lib/domain/calendar/recurrence-rule";
import { addDays, dayAt, instantAt, isZone, wallAt } from "@/lib/domain/calendar/zone-day";
import type { Refusal } from "@/lib/domain/refusal";

/** A stretch that is kept, `endsAt` not included; `day` is the one it begins on, on the wall of its zone. */
export type Keeping = { startsAt: number; endsAt: number; day: string };

/** A day of daily hours in six years and one back, and some to spare. */
const MOST_SPANS = 3000;
const MOST_STEPS = 200_000;
const repeats = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

/** The days for which kept time is written out: a year back, six years ahead. */
export function keptWindow(at: Date, zone: string): { from: string; to: string } {
  const today = dayAt(at.getTime(), zone);
  return { from: addDays(today, -366), to: addDays(today, 6 * 366) };
}

/** Why these hours cannot be kept, field by field; null when they can. */
export function whyNotSuchHours(hours: ProtectedInput): Refusal | null {
  const no = (field: string, why: string): Refusal => ({ code: "invalid", fields: { [field]: why } });
  if (!isZone(hours.zone)) return no("zone", "Choose a time zone, such as Europe/Lisbon.");
  if (hours.allDay && hours.minutes % 1440 !== 0) return no("minutes", "Give whole days.");
  if (hours.rule === "") return null;
  const read = parseRule(hours.rule);
  if (!read.ok) return no("rule", read.why);
  const note = read.notes[0];
  if (note !== undefined) return no("rule", note);
  const { rule } = read;
  if (!repeats.includes(rule.freq) || rule.byHour.length + rule.byMinute.length + rule.bySecond.length > 0)
    return no("rule", "Protected hours repeat once a day at most.");
  // Forty years hold every rule that ever happens, also one about 29 February.
  const last = addDays(hours.firstOn, 40 * 366);
  const first = keepings({ ...hours, exceptOn: [] }, hours.firstOn, last, 60);
  if (first.length === 0) return no("rule", "This never happens.");
  const runsInto = first.some(({ endsAt }, n) => (first[n + 1]?.startsAt ?? endsAt) < endsAt);
  return runsInto ? no("minutes", "It would begin again before it is over.") : null;
}

/**
 * Every stretch that these hours keep and that touches a day from `from` to before `to`, in order. A rule repeats on the wall of its
 * zone (RFC 5545 §3.3.10); where clocks go back, an end that comes twice is the later one, so that nothing of what was said is left out.
 */
export function keepings(hours: ProtectedInput, from: string, to: string, most = MOST_SPANS): Keeping[] {
  const time = hours.allDay ? "00:00" : hours.from;
  const start = wallOf(hours.firstOn, time);
  const length = hours.minutes * 60;
  const earliest = wallOf(from, "00:00") - length;
  const before = wallOf(to, "00:00") - 1;
  const walls =
    hours.rule === ""
      ? [start].filter((wall) => wall >= earliest && wall <= before)
      : expand(hours, start, Math.max(start, earliest), before, most);
  const left = new Set(hours.exceptOn);
  return walls.map((wall) => keepingOf(wall, length, hours.zone)).filter(({ day }) => !left.has(day));
}

/** The next stretch that is not over at `at`; null when there is none in the next six years. */
export function nextKeeping(hours: ProtectedInput, at: Date): Keeping | null {
  const now = at.getTime();
  const today = dayAt(now, hours.zone);
  const near = addDays(today, -Math.ceil(hours.minutes / 1440) - 1);
  for (const to of [addDays(today, 400), keptWindow(at, hours.zone).to]) {
    const next = keepings(hours, near, to).find(({ endsAt }) => endsAt > now);
    if (next) return next;
  }
  return null;
}

function expand(hours: ProtectedInput, start: number, from: number, to: number, most: number): number[] {
  const read = parseRule(hours.rule);
  if (!read.ok) return [];
  const until = endOf(read.rule, hours.zone);
  const bounds = { start, from, to, until, mostResults: most, mostSteps: MOST_STEPS };
  return expandRule(read.rule, bounds).walls;
}

/** The end of a rule on the wall of its zone; a day that is the end belongs to it. */
function endOf({ until }: RecurrenceRule, zone: string): number | null {
  if (until === null) return null;
  if (until.kind === "date") return until.wall + SECONDS_PER_DAY - 1;
  if (until.kind === "local") return until.wall;
  const [day = "", clock = ""] = wallAt(until.wall * 1000, zone).split("T");
  return wallOf(day, clock);
}

function keepingOf(wall: number, length: number, zone: string): Keeping {
  const [day = "", time = ""] = formatWallSeconds(wall).split("T");
  const [lastDay = "", until = ""] = formatWallSeconds(wall + length).split("T");
  const startsAt = instantAt(day, time, zone);
  const endsAt = instantAt(lastDay, until, zone, "last");
  // An end before the beginning lies in an hour that the clocks leave out.
  return { startsAt, endsAt: endsAt > startsAt ? endsAt : startsAt + length * 1000, day };
}

function wallOf(day: string, time: string): number {
  return Date.parse(`${day}T${time.padEnd(8, ":00")}Z`) / 1000;
}
