import { sayDay } from "@/components/calendar/agenda";
import { type CalendarPlace, stretchOf } from "@/lib/domain/calendar/stretch";
import { addDays } from "@/lib/domain/calendar/zone-day";

/**
 * "December 2026", "7 – 13 Dec 2026", "Tuesday 8 December 2026": put together here, as the server's and the browser's ranges
 * differ by a space.
 */
export function stretchTitle(place: CalendarPlace, locale: string): string {
  const say = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options }).format(Date.parse(`${day}T00:00:00Z`));
  if (place.look === "month") return say(place.day, { month: "long", year: "numeric" });
  if (place.look === "day") return sayDay(place.day, locale, true);
  const { from, to } = stretchOf(place);
  const last = addDays(to, -1);
  const year = from.slice(0, 4) === last.slice(0, 4) ? {} : ({ year: "numeric" } as const);
  const isShort = place.look === "week" && from.slice(0, 7) === last.slice(0, 7);
  const first = say(from, isShort ? { day: "numeric" } : { day: "numeric", month: "short", ...year });
  return `${first} – ${say(last, { day: "numeric", month: "short", year: "numeric" })}`;
}
