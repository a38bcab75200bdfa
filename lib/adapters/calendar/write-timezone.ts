import { tzidOf } from "@/lib/adapters/calendar/write-time";
import { fixedZone, toWall, type Zone, zoneById } from "@/lib/adapters/calendar/zone";
import { type Onset, yearlyRuleOf } from "@/lib/adapters/calendar/zone-rule";
import { formatWallSeconds, SECONDS_PER_DAY, toDayNumber } from "@/lib/domain/calendar/civil-date";

/** So far ahead changes are looked for; those of most zones go on by a rule. */
const HORIZON = 2050;
/** Nobody has an appointment before clocks were set by law. */
const FIRST_YEAR = 1850;
/** Gaza has had a summer time of a week. */
const STEP = 3 * SECONDS_PER_DAY;
/** A rule is one when it has held for so many years to come. */
const YEARS_OF_A_RULE = 5;

const written = new Map<string, string[]>();

/**
 * The lines of a VTIMEZONE (RFC 5545 §3.6.5) that is right from the year `from` on: what changes by a rule as RRULE without an
 * end, what does not (Ramadan in Morocco, a law of one year) as RDATE until 2050 or `to`. `zone` is an IANA name or "+05:30".
 */
export function writeZone(zone: string, from: number, to: number): string[] {
  const first = Math.max(FIRST_YEAR, from);
  const last = Math.min(Math.max(HORIZON, to + 1), 9997);
  const key = `${zone} ${first} ${last}`;
  const known = written.get(key);
  if (known) return known;
  if (written.size > 1_000) written.clear();
  const lines = [
    "BEGIN:VTIMEZONE",
    `TZID:${tzidOf(zone)}`,
    ...(/^[+-]/.test(zone) ? [] : [`X-LIC-LOCATION:${zone}`]),
    ...partsOf(zoneById(zone) ?? fixedZone(0), first, last).flatMap(writePart),
    "END:VTIMEZONE",
  ];
  written.set(key, lines);
  return lines;
}

/** A STANDARD or DAYLIGHT part: when it begins, on the wall before, and how it comes again. */
type Part = { before: number; after: number; isSummer: boolean; walls: number[]; rule: string | null };

function partsOf(zone: Zone, from: number, to: number): Part[] {
  const start = toDayNumber(from - 1, 1, 1) * SECONDS_PER_DAY;
  const onsets = onsetsOf(zone, start, toDayNumber(to + 2, 1, 1) * SECONDS_PER_DAY).filter(
    ({ year }) => year <= to,
  );
  const base = zone.offsetAt(start);
  const regular = firstRegularYear(onsets, from, to);
  const parts: Part[] = [
    { before: base, after: base, isSummer: false, walls: [toWall(zone, start)], rule: null },
  ];
  // What is there from the first year on by rule alone needs no beginning: programs that know one pair of rules are served too.
  if (regular < from) parts.pop();
  for (const { before, after, isSummer, wall, year } of onsets) {
    const byRule = year >= regular;
    const rule = byRule
      ? yearlyRuleOf(
          onsets.filter((one) => one.year >= regular && one.before === before && one.after === after),
        )
      : null;
    const part = parts.find(
      (one) =>
        one.before === before &&
        one.after === after &&
        one.isSummer === isSummer &&
        (one.rule !== null) === byRule,
    );
    if (!part) parts.push({ before, after, isSummer, walls: [wall], rule });
    else if (!byRule) part.walls.push(wall);
  }
  return parts;
}

/** Every change of the clock between two instants. Summer time is what goes back within a year. */
function onsetsOf(zone: Zone, from: number, to: number): Onset[] {
  const onsets: Onset[] = [];
  for (let at = from; at < to; at += STEP) {
    const before = zone.offsetAt(at);
    const after = zone.offsetAt(at + STEP);
    if (before === after) continue;
    let [low, high] = [at, at + STEP];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (zone.offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    const wall = high + before;
    onsets.push({ wall, before, after, year: Number(formatWallSeconds(wall).slice(0, 4)), isSummer: false });
  }
  for (const [n, onset] of onsets.entries()) {
    const next = onsets[n + 1];
    onset.isSummer =
      onset.after > onset.before &&
      next !== undefined &&
      next.after < next.before &&
      next.wall - onset.wall < 366 * SECONDS_PER_DAY;
  }
  return onsets;
}

/** The first year from which all changes follow yearly rules to the end of what is looked at; Infinity for none. */
function firstRegularYear(onsets: readonly Onset[], from: number, to: number): number {
  const groups = (year: number) => {
    const rest = onsets.filter((one) => one.year >= year);
    const keys = new Set(rest.map((one) => `${one.before} ${one.after} ${one.isSummer}`));
    return [...keys].map((key) => rest.filter((one) => `${one.before} ${one.after} ${one.isSummer}` === key));
  };
  for (let year = from - 1; year <= to - YEARS_OF_A_RULE; year++) {
    const found = groups(year);
    if (found.length === 0) return Number.POSITIVE_INFINITY;
    const years = to - year + 1;
    if (found.every((group) => group.length === years && yearlyRuleOf(group) !== null)) return year;
  }
  return Number.POSITIVE_INFINITY;
}

function writePart({ before, after, isSummer, walls, rule }: Part): string[] {
  const name = isSummer ? "DAYLIGHT" : "STANDARD";
  const [first = 0, ...others] = walls;
  return [
    `BEGIN:${name}`,
    `DTSTART:${compact(first)}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    `TZNAME:${offset(after)}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    ...(others.length > 0 ? [`RDATE:${others.map(compact).join(",")}`] : []),
    `END:${name}`,
  ];
}

/** "+0200"; seconds only where there are some (§3.3.14). */
function offset(seconds: number): string {
  const size = Math.abs(seconds);
  const two = (n: number) => String(n).padStart(2, "0");
  const rest = size % 60 === 0 ? "" : two(size % 60);
  return `${seconds < 0 ? "-" : "+"}${two(Math.floor(size / 3600))}${two(Math.floor(size / 60) % 60)}${rest}`;
}

function compact(wall: number): string {
  return formatWallSeconds(wall).replace(/[-:]/g, "");
}
