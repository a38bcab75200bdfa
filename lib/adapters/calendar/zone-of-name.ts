import { findIana } from "windows-iana";
import { parseOffset } from "@/lib/adapters/calendar/time-values";
import { fixedZone, type Zone, zoneById } from "@/lib/adapters/calendar/zone";

/** Names that Lotus Notes and old Outlooks write without a VTIMEZONE. */
const OTHER_NAMES: Record<string, string> = {
  "western/central europe": "Europe/Berlin",
  "eastern europe": "Europe/Bucharest",
  "eastern time (us & canada)": "America/New_York",
  "central time (us & canada)": "America/Chicago",
  "mountain time (us & canada)": "America/Denver",
  "pacific time (us & canada)": "America/Los_Angeles",
  "atlantic time (canada)": "America/Halifax",
  eastern: "America/New_York",
  central: "America/Chicago",
  mountain: "America/Denver",
  pacific: "America/Los_Angeles",
  edt: "America/New_York",
  cst: "America/Chicago",
  cdt: "America/Chicago",
  mdt: "America/Denver",
  pst: "America/Los_Angeles",
  pdt: "America/Los_Angeles",
  bst: "Europe/London",
  cest: "Europe/Berlin",
  mez: "Europe/Berlin",
  jst: "Asia/Tokyo",
  "coordinated universal time": "UTC",
  "greenwich mean time": "Europe/London",
  "tzone://microsoft/utc": "UTC",
};

/**
 * The zone that a TZID means by its name alone: an IANA name, also behind a maker's prefix or with blanks; a Windows
 * name; a display name that lists cities. Null when the name says nothing.
 */
export function zoneOfName(tzid: string): Zone | null {
  const name = tzid
    .trim()
    .replace(/^"+|"+$/g, "")
    .slice(0, 200);
  if (name === "") return null;
  return zoneById(name) ?? behindPrefix(name) ?? ofWindows(name) ?? ofOtherNames(name) ?? ofCities(name);
}

/** "UTC+11", "GMT -0500", "+02:00", "GMT+0100 (CET)", "(UTC+02:00) Our office": a fixed offset, the last thing to believe. */
export function zoneOfOffsetName(tzid: string): Zone | null {
  const match = /^\(?(UTC|GMT|Z)?\s?([+-])\s?(\d{1,2})(?:[:.]?(\d{2}))?\)?(\s.*)?$/is.exec(
    tzid.trim().replace(/^"+|"+$/g, ""),
  );
  const isOffset = match !== null && (match[1] !== undefined || match[5] === undefined);
  const offset = isOffset
    ? parseOffset(`${match[2]}${(match[3] ?? "").padStart(2, "0")}${match[4] ?? "00"}`)
    : null;
  return offset === null ? null : fixedZone(offset);
}

/** "/mozilla.org/20070129_1/America/New_York", "posix/Europe/Vaduz", "America/Los Angeles". */
function behindPrefix(name: string): Zone | null {
  const parts = name.replace(/ /g, "_").split("/").filter(Boolean);
  for (let from = Math.max(0, parts.length - 3); from < parts.length; from++) {
    const rest = parts.slice(from);
    const zone = rest.length > 1 || parts.length === 1 ? zoneById(rest.join("/")) : null;
    if (zone) return zone;
  }
  return null;
}

function ofWindows(name: string): Zone | null {
  const [iana] = findIana(name.replace(/\s*\d*$/, "") as never) ?? [];
  const exact = findIana(name as never)?.[0] ?? iana;
  return exact ? zoneById(exact) : null;
}

function ofOtherNames(name: string): Zone | null {
  const bare = name.replace(/^\((?:UTC|GMT)[^)]*\)\s*/i, "").trim();
  const other = OTHER_NAMES[bare.toLowerCase()] ?? OTHER_NAMES[name.toLowerCase()];
  return other ? zoneById(other) : (bare !== name && ofWindows(bare)) || null;
}

/** "(UTC+01:00) Amsterdam, Berlin, Bern", "(GMT+01.00) Sarajevo/Warsaw/Zagreb": the first city the tz database has. */
function ofCities(name: string): Zone | null {
  const cities = /^\((?:UTC|GMT)[^)]*\)\s*(.+)$/i.exec(name)?.[1];
  if (!cities) return null;
  for (const city of cities.split(/[,;/]/).slice(0, 10)) {
    const found = zonesByCity().get(fold(city));
    if (found) return zoneById(found);
  }
  return null;
}

let byCity: Map<string, string> | null = null;

function zonesByCity(): Map<string, string> {
  byCity ??= new Map(
    Intl.supportedValuesOf("timeZone").map((zone) => [fold(zone.slice(zone.lastIndexOf("/") + 1)), zone]),
  );
  return byCity;
}

/** "São Paulo", "Sao_Paulo" → the same key. */
function fold(city: string): string {
  return city
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
}
