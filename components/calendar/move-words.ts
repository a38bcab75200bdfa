/** What is said when an entry moves, or does not. */
import { sayDay } from "@/components/calendar/agenda";
import { type Unmovable, type Walls, wallsOf } from "@/lib/domain/calendar/shift-entry";
import type { CalendarEntry } from "@/lib/domain/calendar/view";
import { addDays } from "@/lib/domain/calendar/zone-day";

/** Why an entry does not move, as a sentence. `from` is the calendar that it is kept in, where that is known. */
export function unmovableWords(why: Unmovable, entry: CalendarEntry, from: string | null = null): string {
  if (why === "invitation")
    return `“${entry.title}” is somebody’s invitation. It moves when they move it, or you propose another time.`;
  if (why === "elsewhere")
    return from
      ? `“${entry.title}” is read from “${from}”, so it is moved there.`
      : `“${entry.title}” was brought in from elsewhere, so it is moved there.`;
  if (why === "yearly") return "This day comes every year on its date, so it stays there.";
  if (why === "kept") return "Kept time is changed in the settings, under Protected time.";
  if (why === "busy") return "This time is taken by something that you do not see.";
  return "This task is done, so its day stays.";
}

/** A time in words: "Fri 11 Dec, 19:00–22:00", "Fri 11 Dec", "24 Dec – 26 Dec". */
export function timeWords(walls: Walls, locale: string, only: "start" | "both" = "both"): string {
  const day = shortDay(walls.start.slice(0, 10), locale);
  if (walls.allDay) return walls.end > walls.start ? `${day} – ${shortDay(walls.end, locale)}` : day;
  const time = walls.start.slice(11);
  if (only === "start" || walls.end === walls.start) return `${day}, ${time}`;
  const isLater = walls.end.slice(0, 10) > walls.start.slice(0, 10) && walls.end > midnightAfter(walls.start);
  const end = isLater ? ` – ${shortDay(walls.end.slice(0, 10), locale)}, ` : "–";
  return `${day}, ${time}${end}${walls.end.slice(11)}`;
}

/** What a screen reader hears while an entry is moved: "Supper: Friday 11 December, 19:15 to 21:00." */
export function movedSentence(entry: CalendarEntry, locale: string): string {
  const { start, end, allDay } = wallsOf(entry);
  const day = sayDay(start.slice(0, 10), locale);
  if (allDay) return `${entry.title}: ${day}${end > start ? ` to ${sayDay(end, locale)}` : ""}, all day.`;
  const to = entry.endTime === null ? "" : ` to ${end.slice(11)}`;
  const isLater = end.slice(0, 10) > start.slice(0, 10) && entry.endTime !== "00:00";
  return `${entry.title}: ${day}, ${start.slice(11)}${to}${isLater ? ` on ${sayDay(end.slice(0, 10), locale)}` : ""}.`;
}

function midnightAfter(start: string): string {
  return `${addDays(start.slice(0, 10), 1)}T00:00`;
}

function shortDay(day: string, locale: string): string {
  const short = { weekday: "short", day: "numeric", month: "short" } as const;
  return new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...short })
    .format(Date.parse(`${day}T00:00:00Z`))
    .replace(",", "");
}
