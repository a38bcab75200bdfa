import type { CalendarZones } from "@/lib/adapters/calendar/calendar-zones";
import type { ReadTime } from "@/lib/adapters/calendar/read-event-types";
import { parseTime, type TimeValue } from "@/lib/adapters/calendar/time-values";
import { formatOffset, toEpoch, type Zone } from "@/lib/adapters/calendar/zone";
import { type ContentLine, paramValue } from "@/lib/adapters/content-lines/content-line";
import { decodeText } from "@/lib/adapters/content-lines/decode-text";
import { formatDayNumber, formatWallSeconds, SECONDS_PER_DAY } from "@/lib/domain/calendar/civil-date";

/** What reading a time needs to know of its file. */
export type TimeContext = {
  zones: CalendarZones;
  /** Zones that only the file's rules know, by TZID: their times cannot be expanded by name. */
  ownZones: Map<string, Zone>;
  note: (text: string) => void;
};

/** One value of DTSTART, DTEND, RDATE… with its line's TZID and VALUE; null when it is no time. */
export function readTime(text: string, line: ContentLine, context: TimeContext): ReadTime | null {
  const value = parseTime(text, (paramValue(line, "VALUE") ?? "").toUpperCase() === "DATE");
  return value === null ? null : placeTime(value, line, context);
}

/** "YYYY-MM-DD" of a whole day, or a time on the wall of UTC. */
function timeInUtc(epoch: number): ReadTime {
  const local = formatWallSeconds(epoch);
  return { kind: "utc", local, zone: "UTC", writtenZone: null, utc: `${local}Z` };
}

function placeTime(value: TimeValue, line: ContentLine, context: TimeContext): ReadTime {
  if (value.isDate) {
    const local = formatDayNumber(Math.floor(value.wall / SECONDS_PER_DAY));
    return { kind: "date", local, zone: null, writtenZone: null, utc: null };
  }
  if (value.fixed) return timeInUtc(value.wall);
  const local = formatWallSeconds(value.wall);
  const written = paramValue(line, "TZID");
  const tzid = written === null ? null : decodeText(written, null).trim();
  const { zone, note } = tzid ? context.zones.find(tzid) : { zone: null, note: null };
  if (note) context.note(note);
  if (!zone) return { kind: "floating", local, zone: null, writtenZone: tzid, utc: null };
  const epoch = toEpoch(zone, value.wall);
  if (tzid && !zone.isNamed) context.ownZones.set(tzid, zone);
  const storable = zone.isNamed ? zone.id : formatOffset(zone.offsetAt(epoch)).slice(0, 6);
  return {
    kind: "zoned",
    local,
    zone: storable,
    writtenZone: tzid === storable ? null : tzid,
    utc: `${formatWallSeconds(epoch)}Z`,
  };
}
