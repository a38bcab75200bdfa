/** A moment as an entry keeps it, and arithmetic on the wall that it is written on. */
import { instantAt, isZone, wallAt } from "@/lib/domain/calendar/zone-day";

/**
 * As lib/adapters/calendar writes it into an entry's schedule: `local` is "YYYY-MM-DD" for a whole day, else "YYYY-MM-DDTHH:MM:SS" on
 * the wall of `zone` (of UTC for "utc", of whoever reads it for "floating"); `utc` is the instant, "…Z".
 */
export type WallTime = {
  kind: "date" | "zoned" | "utc" | "floating";
  local: string;
  zone: string | null;
  writtenZone: string | null;
  utc: string | null;
};

/** A typed wall ("YYYY-MM-DDTHH:MM", or a day) on the clock of a zone. */
export function wallTime(wall: string, zone: string, allDay: boolean): WallTime {
  const none = { zone: null, writtenZone: null, utc: null };
  if (allDay) return { kind: "date", local: wall.slice(0, 10), ...none };
  const isUtc = zone === "UTC" || zone === "Etc/UTC";
  const like: WallTime = { ...none, kind: isUtc ? "utc" : "zoned", local: "", zone: isUtc ? "UTC" : zone };
  return timeAt(like, wallSeconds(wall));
}

/** Seconds since 1970-01-01T00:00 on the wall that shows this. */
export function wallSeconds(local: string): number {
  const text = local.length === 10 ? `${local}T00:00:00` : local.padEnd(19, ":00");
  return Date.parse(`${text}Z`) / 1000;
}

/** What another time's clock shows at so many wall seconds. */
export function timeAt(like: WallTime, wall: number): WallTime {
  const text = new Date(wall * 1000).toISOString().slice(0, 19);
  if (like.kind === "date") return { ...like, local: text.slice(0, 10) };
  if (like.kind === "floating") return { ...like, local: text };
  if (like.kind === "utc") return { ...like, local: text, utc: `${text}Z` };
  return { ...like, local: text, utc: isoOf(instantIn(like, text)) };
}

/** The same time so many wall seconds later. */
export function shiftTime(time: WallTime, by: number): WallTime {
  return by === 0 ? time : timeAt(time, wallSeconds(time.local) + by);
}

/** What the clock of `like` shows at a time, in wall seconds. Days, and times without a zone, are the same on every wall. */
export function wallOn(time: WallTime, like: WallTime): number {
  const wall = wallSeconds(time.local);
  if (like.kind === "date") return wallSeconds(time.local.slice(0, 10));
  const isSame = time.zone === like.zone && time.writtenZone === like.writtenZone;
  if (isSame || time.kind === "date" || time.utc === null || like.zone === null || !isZone(like.zone))
    return wall;
  return wallSeconds(wallAt(Date.parse(time.utc), like.zone));
}

/** The instant of a time, in milliseconds; days and floating times are read in `zone`. */
export function instantOf(time: WallTime, zone: string): number {
  if (time.utc !== null) return Date.parse(time.utc);
  return instantAt(time.local.slice(0, 10), time.local.slice(11) || "00:00", zone);
}

/** A zone that only its file knows has the offset here that it had at the time whose clock it is. */
function instantIn(like: WallTime, text: string): number {
  if (like.zone !== null && isZone(like.zone)) return instantAt(text.slice(0, 10), text.slice(11), like.zone);
  const offset = like.utc === null ? 0 : wallSeconds(like.local) - Date.parse(like.utc) / 1000;
  return (wallSeconds(text) - offset) * 1000;
}

function isoOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
