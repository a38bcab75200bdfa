/**
 * Instants as people say them. Everything takes ISO 8601 instants in UTC and the desk's own zone; `now` is
 * milliseconds since 1970. All-day dates are instants whose calendar day in the desk's zone is the date.
 */
export type Place = { zone: string; locale: string };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(place: Place, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${place.locale}|${place.zone}|${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(place.locale, { timeZone: place.zone, ...options });
  formats.set(key, made);
  return made;
}

/** How long something has waited: "just now", "20 min ago", "3 h ago", "5 days ago", "9 weeks ago". */
export function ageText(iso: string, now: number): string {
  const age = Math.max(0, now - Date.parse(iso));
  if (age < 2 * MINUTE) return "just now";
  if (age < HOUR) return `${Math.floor(age / MINUTE)} min ago`;
  if (age < DAY) return `${Math.floor(age / HOUR)} h ago`;
  if (age < 2 * DAY) return "yesterday";
  if (age < 21 * DAY) return `${Math.floor(age / DAY)} days ago`;
  return `${Math.floor(age / (7 * DAY))} weeks ago`;
}

/** A coming or past day, short: "Today 16:00", "Tomorrow", "Sat 28 Nov", "3 May 2027". */
export function dayText(iso: string, now: number, place: Place, allDay: boolean): string {
  const at = Date.parse(iso);
  const days = daysBetween(now, at, place);
  const time = allDay ? "" : ` ${timeText(iso, place)}`;
  if (days === 0) return `Today${time}`;
  if (days === 1) return `Tomorrow${time}`;
  if (days === -1) return `Yesterday${time}`;
  if (days > 1 && days < 7 && !allDay) return `${format(place, { weekday: "short" }).format(at)}${time}`;
  const year = Math.abs(days) > 180 ? ({ year: "numeric" } as const) : ({ weekday: "short" } as const);
  return format(place, { day: "numeric", month: "short", ...year })
    .format(at)
    .replace(",", "");
}

/** The time of day in the desk's zone, "16:00". */
export function timeText(iso: string, place: Place): string {
  return format(place, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(Date.parse(iso));
}

/** Everything about an instant, for a title: "Saturday 28 November 2026, 16:00 (Europe/Berlin)". */
export function fullText(iso: string, place: Place, allDay = false): string {
  const at = Date.parse(iso);
  const day = format(place, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(at);
  return allDay ? day : `${day}, ${timeText(iso, place)} (${place.zone})`;
}

/** A date in a sentence: "Sun 22 Nov, 07:40". */
export function stampText(iso: string, place: Place): string {
  const day = format(place, { weekday: "short", day: "numeric", month: "short" }).format(Date.parse(iso));
  return `${day.replace(",", "")}, ${timeText(iso, place)}`;
}

/** Calendar days from one instant to another in the desk's zone; negative when the second is earlier. */
function daysBetween(from: number, to: number, place: Place): number {
  return Math.round((dayNumber(to, place) - dayNumber(from, place)) / DAY);
}

/** The calendar day of an instant in the desk's zone, "2026-11-28". */
export function dayOf(at: number, place: Place): string {
  return format({ ...place, locale: "en-CA" }, { year: "numeric", month: "2-digit", day: "2-digit" }).format(
    at,
  );
}

function dayNumber(at: number, place: Place): number {
  return Date.parse(`${dayOf(at, place)}T00:00:00Z`);
}
