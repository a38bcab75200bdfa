import { SECONDS_PER_DAY, toDayNumber } from "@/lib/domain/calendar/civil-date";

/** A place's clock. Everything in seconds: `epoch` since 1970 in UTC, `wall` what the clock there shows. */
export type Zone = {
  /** IANA name, a fixed offset ("+11:00"), or the file's own name when only the file knows it. */
  id: string;
  /** False when only the file's own rules know it: it cannot be looked up by its id. */
  isNamed: boolean;
  /** Seconds east of UTC at an instant. */
  offsetAt: (epoch: number) => number;
  /** The rules of one that only a file knows. */
  parts?: ZonePart[];
};

/** One STANDARD or DAYLIGHT part as it was written (RFC 5545 §3.6.5): offsets, times and rules as iCalendar has them. */
export type ZonePart = {
  isDaylight: boolean;
  start: string;
  from: string | null;
  to: string;
  rules: string[];
  dates: string[];
};

const CELL = 2 ** 20;
const zones = new Map<string, Zone | null>();

/** The zone of an IANA name (any case) or of a fixed offset ("+02:00"); null when the computer does not know it. */
export function zoneById(id: string): Zone | null {
  const known = zones.get(id);
  if (known !== undefined) return known;
  if (zones.size > 2_000) zones.clear();
  const zone = makeZone(id);
  zones.set(id, zone);
  return zone;
}

/**
 * The instant at which the clock shows `wall`. A time that daylight saving skips is read with the offset before the
 * gap; one that happens twice is the first (RFC 5545 §3.3.5).
 */
export function toEpoch(zone: Zone, wall: number): number {
  const before = zone.offsetAt(wall - 86_400);
  const early = wall - before;
  if (zone.offsetAt(early) === before) return early;
  const after = zone.offsetAt(wall + 86_400);
  const late = wall - after;
  return zone.offsetAt(late) === after ? late : early;
}

/** What the clock shows at an instant. */
export function toWall(zone: Zone, epoch: number): number {
  return epoch + zone.offsetAt(epoch);
}

/** A zone that never changes. */
export function fixedZone(offset: number): Zone {
  return { id: offset === 0 ? "UTC" : formatOffset(offset), isNamed: true, offsetAt: () => offset };
}

/** 19800 → "+05:30"; seconds only where there are some. */
export function formatOffset(offset: number): string {
  const size = Math.abs(offset);
  const two = (n: number) => String(n).padStart(2, "0");
  const seconds = size % 60 === 0 ? "" : `:${two(size % 60)}`;
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`;
}

function makeZone(id: string): Zone | null {
  const fixed = /^([+-])(\d{2}):(\d{2})$/.exec(id);
  if (fixed) {
    const offset = (Number(fixed[2]) * 60 + Number(fixed[3])) * 60;
    return fixedZone(fixed[1] === "-" ? -offset : offset);
  }
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(id) || id.length > 60) return null;
  const ask = offsetsOf(id);
  if (!ask) return null;
  if (/^(utc|gmt|z|etc\/(utc|gmt|zulu|universal)|zulu|universal)$/i.test(id)) return { ...fixedZone(0), id };
  return { id: properCase(id), isNamed: true, offsetAt: cachedOffsets(ask) };
}

/** "europe/berlin" and "AMERICA/NEW_YORK" → as the tz database spells them, where Intl knows. */
function properCase(id: string): string {
  if (/[A-Z]/.test(id) && /[a-z]/.test(id)) return id;
  return Intl.supportedValuesOf("timeZone").find((name) => name.toLowerCase() === id.toLowerCase()) ?? id;
}

/**
 * The offset by the computer's own tz database: what a clock there shows, less the instant. Null for an unknown zone.
 * (Temporal says the same, as a test makes sure, at twenty times the cost.)
 */
function offsetsOf(id: string): ((epoch: number) => number) | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: id,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    return null;
  }
  return (epoch) => {
    const shown = format.format(epoch * 1000);
    const [month = 1, day = 1, year = 1, hour = 0, minute = 0, second = 0] = (shown.match(/\d+/g) ?? []).map(
      Number,
    );
    const wall = toDayNumber(shown.includes("B") ? 1 - year : year, month, day) * SECONDS_PER_DAY;
    return wall + hour * 3600 + minute * 60 + second - Math.floor(epoch);
  };
}

/**
 * Asking the tz database costs microseconds and a calendar asks a hundred thousand times, so twelve-day cells are
 * remembered; no zone changes twice within one.
 */
function cachedOffsets(ask: (epoch: number) => number): (epoch: number) => number {
  const edges = new Map<number, number>();
  const changes = new Map<number, number>();
  const edge = (cell: number): number => {
    let offset = edges.get(cell);
    if (offset === undefined) {
      offset = ask(cell * CELL);
      edges.set(cell, offset);
    }
    return offset;
  };
  return (epoch) => {
    const cell = Math.floor(epoch / CELL);
    const before = edge(cell);
    const after = edge(cell + 1);
    if (before === after) return before;
    let change = changes.get(cell);
    if (change === undefined) {
      let low = cell * CELL;
      let high = (cell + 1) * CELL;
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (ask(middle) === before) low = middle;
        else high = middle;
      }
      change = high;
      changes.set(cell, change);
    }
    return epoch < change ? before : after;
  };
}
