import type { Component } from "@/lib/adapters/calendar/component";
import { parseOffset, parseTime } from "@/lib/adapters/calendar/time-values";
import { fixedZone, type Zone, type ZonePart, zoneById } from "@/lib/adapters/calendar/zone";
import { SECONDS_PER_DAY, toDayNumber } from "@/lib/domain/calendar/civil-date";
import { expandRule } from "@/lib/domain/calendar/expand-rule";
import { parseRule } from "@/lib/domain/calendar/recurrence-rule";

const FIRST = toDayNumber(1900, 1, 1) * SECONDS_PER_DAY;
const LAST = toDayNumber(2150, 1, 1) * SECONDS_PER_DAY;
const MOST_CHANGES = 5_000;
const MOST_PARTS = 1_000;
/** So much is kept of a zone with each entry: what changed last, as calendars look ahead. */
const MOST_KEPT = 40;
const STEPS_OF_A_PART = 100_000;

/** Work left for the zones of one file, counted down: a VTIMEZONE's rules are a stranger's too. */
export type ZoneWork = { steps: number };

type Change = { epoch: number; before: number; after: number };

/** What a VTIMEZONE says of its clock; of very many parts, those with a rule and the latest. */
export function partsOfComponent(component: Component): ZonePart[] {
  const parts = component.children
    .slice(0, MOST_PARTS)
    .flatMap((part) => (part.name === "STANDARD" || part.name === "DAYLIGHT" ? [toPart(part)] : []));
  if (parts.length <= MOST_KEPT) return parts;
  const rank = (part: ZonePart) => `${part.rules.length > 0 ? 1 : 0}${part.start}`;
  return parts.sort((a, b) => (rank(a) < rank(b) ? 1 : -1)).slice(0, MOST_KEPT);
}

function toPart({ name, lines }: Component): ZonePart {
  const textsOf = (wanted: string) =>
    lines.filter((line) => line.name === wanted).map((line) => line.value.trim());
  return {
    isDaylight: name === "DAYLIGHT",
    start: (textsOf("DTSTART")[0] ?? "").slice(0, 40),
    from: textsOf("TZOFFSETFROM")[0]?.slice(0, 20) ?? null,
    to: (textsOf("TZOFFSETTO")[0] ?? "").slice(0, 20),
    rules: textsOf("RRULE")
      .filter((rule) => rule.length <= 500)
      .slice(0, 4),
    dates: textsOf("RDATE")
      .flatMap((value) => value.split(",").slice(-MOST_KEPT))
      .map((date) => date.slice(0, 40))
      .slice(-MOST_KEPT),
  };
}

/** A zone by its own rules (RFC 5545 §3.6.5); null when no part of it can be read. */
export function zoneOfParts(parts: readonly ZonePart[], id: string, work: ZoneWork): Zone | null {
  const changes: Change[] = [];
  for (const part of parts) if (changes.length < MOST_CHANGES) changes.push(...changesOf(part, work));
  changes.sort((a, b) => a.epoch - b.epoch);
  const first = changes[0];
  if (!first) return null;
  const steady = changes.every((change) => change.after === first.after);
  if (steady && changes.every((change) => change.before === first.after)) return fixedZone(first.after);
  return { id, isNamed: false, parts: [...parts], offsetAt: (epoch) => offsetFrom(changes, first, epoch) };
}

const known = new WeakMap<readonly ZonePart[], Zone>();

/** The same for rules that were kept with an entry, worked out once as long as they are held. */
export function zoneOfKept(parts: readonly ZonePart[], id: string): Zone | null {
  const zone = known.get(parts) ?? zoneOfParts(parts, id, { steps: STEPS_OF_A_PART });
  if (zone) known.set(parts, zone);
  return zone;
}

function offsetFrom(changes: Change[], first: Change, epoch: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((changes[middle] as Change).epoch <= epoch) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? first.before : (changes[low - 1] as Change).after;
}

/** The moments at which one STANDARD or DAYLIGHT part begins; DTSTART and UNTIL are on the wall before the change. */
function changesOf(part: ZonePart, work: ZoneWork): Change[] {
  const after = parseOffset(part.to);
  const start = parseTime(part.start, false);
  if (after === null || !start) return [];
  const before = parseOffset(part.from ?? "") ?? after;
  const walls = new Set([start.wall]);
  for (const text of part.dates) {
    const time = parseTime(text, false);
    if (time) walls.add(time.wall);
  }
  for (const text of part.rules) {
    const parsed = parseRule(text);
    if (!parsed.ok) continue;
    const { until } = parsed.rule;
    const end = until === null ? null : until.kind === "utc" ? until.wall + before : until.wall;
    const found = expandRule(parsed.rule, {
      start: start.wall,
      from: Math.max(start.wall, FIRST),
      to: LAST,
      until: end,
      mostResults: 600,
      mostSteps: Math.min(STEPS_OF_A_PART, work.steps),
    });
    work.steps = Math.max(0, work.steps - found.steps);
    for (const wall of found.walls) walls.add(wall);
  }
  return [...walls].map((wall) => ({ epoch: wall - before, before, after }));
}

/** Zones that together follow every common rule; the first that agrees names the others. */
const WELL_KNOWN = (
  "Europe/Berlin Europe/London Europe/Helsinki Europe/Lisbon Europe/Moscow Europe/Istanbul America/New_York America/Chicago America/Denver " +
  "America/Los_Angeles America/Phoenix America/Anchorage America/Halifax America/St_Johns America/Sao_Paulo America/Argentina/Buenos_Aires " +
  "America/Mexico_City America/Bogota America/Santiago Pacific/Honolulu Asia/Tokyo Asia/Shanghai Asia/Kolkata Asia/Kathmandu Asia/Dubai " +
  "Asia/Karachi Asia/Dhaka Asia/Bangkok Asia/Jerusalem Asia/Tehran Asia/Kabul Asia/Yangon Australia/Sydney Australia/Brisbane Australia/Adelaide " +
  "Australia/Darwin Australia/Perth Pacific/Auckland Africa/Johannesburg Africa/Lagos Africa/Nairobi UTC"
).split(" ");

/** The IANA zone whose clock agrees with these rules in every month of 2018–2028, so that they can be stored by name. */
export function sameClock(zone: Zone): Zone | null {
  const samples: number[] = [];
  for (let year = 2018; year <= 2028; year++) {
    for (let month = 1; month <= 12; month++) samples.push(toDayNumber(year, month, 15) * SECONDS_PER_DAY);
  }
  for (const name of WELL_KNOWN) {
    const candidate = zoneById(name);
    if (candidate && samples.every((at) => candidate.offsetAt(at) === zone.offsetAt(at))) return candidate;
  }
  return null;
}
