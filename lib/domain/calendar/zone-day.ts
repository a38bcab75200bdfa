/** Calendar days as they are in one time zone. Instants are milliseconds since 1970, days "YYYY-MM-DD". */
import { formatDayNumber, parseDate, SECONDS_PER_DAY, toDayNumber } from "@/lib/domain/calendar/civil-date";

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  clocks.set(zone, made);
  return made;
}

/** What the wall shows at an instant: "2026-12-04T16:00:00", without an offset. */
export function wallAt(at: number, zone: string): string {
  const part: Record<string, string> = {};
  for (const { type, value } of clockOf(zone).formatToParts(at)) part[type] = value;
  return `${part.year?.padStart(4, "0")}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}`;
}

/** The calendar day of an instant. */
export function dayAt(at: number, zone: string): string {
  return wallAt(at, zone).slice(0, 10);
}

/**
 * The instant of a wall-clock time ("16:00") on a day. A skipped hour counts on from before the gap; of an hour that comes
 * twice, the first is meant (RFC 5545 §3.3.5), or on request the last.
 */
export function instantAt(
  day: string,
  time: string,
  zone: string,
  which: "first" | "last" = "first",
): number {
  const wall = Date.parse(`${day}T${time.padEnd(8, ":00")}Z`);
  const before = wall - offsetAt(wall - SECONDS_PER_DAY * 1000, zone);
  const after = wall - offsetAt(wall + SECONDS_PER_DAY * 1000, zone);
  const fits = [before, after].filter((at) => at + offsetAt(at, zone) === wall);
  if (fits.length === 0) return before;
  return which === "first" ? Math.min(...fits) : Math.max(...fits);
}

/** Names that JavaScript knows beside those of the IANA database, and others do not, or not for the same place: "IST", "SystemV/AST4". */
const JAVASCRIPT_ALONE = /^(?!(?:CET|EET|EST|GMT|HST|MET|MST|PRC|ROC|ROK|UCT|UTC|WET)$)[A-Z]{3}$|^SystemV\//i;

/** Whether this is a zone of the IANA database; offsets such as "+01:00" are none, as they know no summer. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name) || JAVASCRIPT_ALONE.test(name)) return false;
  try {
    clockOf(name);
    return true;
  } catch {
    return false;
  }
}

/** Whether somebody may live by it. "CET" and its like are none to choose: to PostgreSQL they are offsets without a summer. */
export function isZoneToChoose(name: string): boolean {
  return isZone(name) && (!/^[A-Z]{3}$/i.test(name) || /^(?:UTC|GMT)$/i.test(name));
}

/** What a zone is called in a sentence: "Toronto", "Buenos Aires"; of "UTC" its own name. */
export function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/** The first instant of a day; where midnight is skipped, the first one there is. */
export function startOfDay(day: string, zone: string): number {
  return instantAt(day, "00:00", zone);
}

/** The day so many days later (or, negative, earlier). */
export function addDays(day: string, days: number): string {
  return formatDayNumber(dayNumberOf(day) + days);
}

/** How many days one calendar day lies after another, as they are in a zone. */
export function daysBetween(from: Date, to: Date, zone: string): number {
  return dayNumberOf(dayAt(to.getTime(), zone)) - dayNumberOf(dayAt(from.getTime(), zone));
}

/** An instant (ISO 8601) so many days later, at the same time on the wall: the one that is meant, after what was `before` it. */
export function moveByDays(
  instant: string,
  days: number,
  zone: string,
  before: string | null = null,
): string {
  const at = Date.parse(instant);
  const time = meantTime(at, before === null ? null : Date.parse(before), zone);
  return new Date(instantAt(addDays(dayAt(at, zone), days), time, zone)).toISOString();
}

/**
 * The time of day that an instant is meant to have: where a skipped hour pushed it on, that of the instant `before` it, from which it was
 * counted; else what the wall shows. Milliseconds in, "HH:MM:SS" out.
 */
export function meantTime(at: number, before: number | null, zone: string): string {
  const [day = "", time = ""] = wallAt(at, zone).split("T");
  const usual = before === null ? time : wallAt(before, zone).slice(11);
  return instantAt(day, usual, zone) === at ? usual : time;
}

/** Monday is 1, Sunday 7 (ISO 8601). */
export function weekdayOf(day: string): number {
  return ((((dayNumberOf(day) + 3) % 7) + 7) % 7) + 1;
}

function dayNumberOf(day: string): number {
  const date = parseDate(day);
  if (!date) throw new Error("a day is written YYYY-MM-DD");
  return toDayNumber(date.year, date.month, date.day);
}

function offsetAt(at: number, zone: string): number {
  return Date.parse(`${wallAt(at, zone)}Z`) - Math.floor(at / 1000) * 1000;
}
