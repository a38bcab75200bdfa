import type { ReadTime } from "@/lib/adapters/calendar/read-event-types";
import { parseTime } from "@/lib/adapters/calendar/time-values";
import { fixedZone, toEpoch, toWall, type Zone, zoneById } from "@/lib/adapters/calendar/zone";
import { formatDayNumber, formatWallSeconds, SECONDS_PER_DAY } from "@/lib/domain/calendar/civil-date";
import { formatRule, parseRule } from "@/lib/domain/calendar/recurrence-rule";

/** A whole day, "YYYY-MM-DD". */
export function dayTime(day: string): ReadTime {
  return { kind: "date", local: day, zone: null, writtenZone: null, utc: null };
}

/** An instant on the wall of an IANA zone; in UTC where that wall shows the hour twice and the second one is meant. */
export function timeIn(zoneId: string, at: Date): ReadTime {
  return inZone(zoneById(zoneId) ?? fixedZone(0), Math.floor(at.getTime() / 1000));
}

/**
 * The same time in the form of another one, as EXDATE, RDATE and RECURRENCE-ID must have the form of their series' DTSTART
 * (RFC 5545 §3.8.4.4, §3.8.5). A floating time is on the other's clock; a day given to a timed series means the series' time on it.
 */
export function inFormOf(time: ReadTime, like: ReadTime): ReadTime {
  if (like.kind === "date") return dayTime(time.local.slice(0, 10));
  if (like.kind === "floating")
    return { ...like, local: time.kind === "date" ? time.local + like.local.slice(10) : time.local };
  const zone = zoneOf(like);
  if (time.kind === "zoned" || time.kind === "utc") return inZone(zone, instantOf(time));
  const local = time.kind === "date" ? time.local + like.local.slice(10) : time.local;
  return inZone(zone, toEpoch(zone, wallSeconds(local)));
}

/** The instant of a time that has one, in seconds since 1970. */
export function instantOf(time: ReadTime): number {
  return toEpoch(zoneOf(time), wallSeconds(time.local));
}

/** The zone of which a time names the clock, as {@link writeZone} writes it; null for UTC, days and floating times. */
export function zoneToName(time: ReadTime): string | null {
  return time.kind === "zoned" && !isUtc(time) ? (time.zone as string) : null;
}

/** "UTC+0530" for a fixed offset, which has no name of its own; else the IANA name. */
export function tzidOf(zone: string): string {
  return /^[+-]/.test(zone) ? `UTC${zone.replace(":", "")}` : zone;
}

/** `;TZID=Europe/Berlin:20261204T090000`: parameters and value of DTSTART, RECURRENCE-ID and the like (RFC 5545 §3.3.4–5). */
export function writeTimes(name: string, times: readonly ReadTime[]): string {
  const [first] = times;
  if (!first) return "";
  const params =
    first.kind === "date" ? ";VALUE=DATE" : zoneToName(first) ? `;TZID=${tzidOf(first.zone as string)}` : "";
  return `${name}${params}:${times.map(compactOf).join(",")}`;
}

/** Times of one form stand on one line; this keeps their order. */
export function byForm(times: readonly ReadTime[]): ReadTime[][] {
  const groups = new Map<string, ReadTime[]>();
  for (const time of times) {
    const form = `${time.kind === "date" ? "date" : time.kind === "floating" ? "floating" : (zoneToName(time) ?? "utc")}`;
    const group = groups.get(form);
    if (group) group.push(time);
    else groups.set(form, [time]);
  }
  return [...groups.values()];
}

/** A rule with its end in the form that DTSTART asks for: a day, a wall time, or UTC (RFC 5545 §3.3.10). Null when it is none. */
export function writeRule(text: string, start: ReadTime): string | null {
  const parsed = parseRule(text);
  if (!parsed.ok) return null;
  const { until } = parsed.rule;
  if (!until) return formatRule(parsed.rule, null);
  if (start.kind === "date")
    return formatRule(parsed.rule, compact(formatDayNumber(Math.floor(until.wall / SECONDS_PER_DAY))));
  if (start.kind === "floating") return formatRule(parsed.rule, compact(formatWallSeconds(until.wall)));
  const instant = until.kind === "utc" ? until.wall : toEpoch(zoneOf(start), until.wall);
  return formatRule(parsed.rule, `${compact(formatWallSeconds(instant))}Z`);
}

/** "20261204T090000Z" of an instant. */
export function writeInstant(at: Date): string {
  return `${compact(formatWallSeconds(Math.floor(at.getTime() / 1000)))}Z`;
}

/** A length in days and seconds, "P1DT2H" (RFC 5545 §3.3.6); both may not point in two directions. */
export function writeDuration({ days, seconds }: { days: number; seconds: number }): string {
  const sign = days < 0 || seconds < 0 ? "-" : "";
  const [d, s] = [Math.abs(days), Math.abs(seconds)];
  const [hours, minutes, rest] = [Math.floor(s / 3600), Math.floor(s / 60) % 60, s % 60];
  const part = (n: number, unit: string) => (n > 0 ? `${n}${unit}` : "");
  const clock = part(hours, "H") + part(minutes, "M") + part(rest, "S");
  return `${sign}P${part(d, "D")}${clock ? `T${clock}` : d > 0 ? "" : "T0S"}`;
}

function inZone(zone: Zone, epoch: number): ReadTime {
  const utc = formatWallSeconds(epoch);
  const wall = toWall(zone, epoch);
  if (zone.id === "UTC" || toEpoch(zone, wall) !== epoch)
    return { kind: "utc", local: utc, zone: "UTC", writtenZone: null, utc: `${utc}Z` };
  return { kind: "zoned", local: formatWallSeconds(wall), zone: zone.id, writtenZone: null, utc: `${utc}Z` };
}

function zoneOf(time: ReadTime): Zone {
  return zoneById(time.zone ?? "UTC") ?? fixedZone(0);
}

/** What is on UTC's clock under any of its names is written with a Z. */
function isUtc(time: ReadTime): boolean {
  return /^(utc|gmt|z|etc\/(utc|gmt|zulu|universal)|zulu|universal|\+00:00)$/i.test(time.zone ?? "UTC");
}

function compactOf(time: ReadTime): string {
  if (time.kind === "date") return compact(time.local.slice(0, 10));
  return `${compact(time.local)}${time.kind === "utc" || (time.kind === "zoned" && isUtc(time)) ? "Z" : ""}`;
}

function wallSeconds(local: string): number {
  return parseTime(local, false)?.wall ?? 0;
}

function compact(text: string): string {
  return text.replace(/[-:]/g, "");
}
