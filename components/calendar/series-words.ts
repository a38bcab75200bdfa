/** What is in the way of the times of a series, as people say it: each thing once, with the days on which it is. */
import { sayConflict } from "@/components/calendar/conflict-words";
import type { Place } from "@/components/when";
import type { SeriesCheck } from "@/lib/domain/calendar/conflicts";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { inARow } from "@/lib/domain/in-a-row";

/** So many days are named; of more than that it is said how many. */
const MOST_NAMED = 3;

/**
 * "On 3, 10 and 17 December: Clashes with Makers’ Supper, 19:00–22:00", without a full stop. What is first in the way comes first. The
 * year is said where it is another than that of `firstDay`, "YYYY-MM-DD".
 */
export function saySeriesConflicts(
  { clashing }: SeriesCheck,
  firstDay: string,
  place: Place,
  clientShort: string,
): string[] {
  const days = new Map<string, Set<string>>();
  for (const { startsAt, conflicts } of clashing)
    for (const conflict of conflicts) {
      const sentence = sayConflict(conflict, place, clientShort, { before: ", " });
      const on = days.get(sentence) ?? new Set();
      days.set(sentence, on.add(dayAt(Date.parse(startsAt), place.zone)));
    }
  return [...days].map(([sentence, on]) => `On ${sayDays([...on], firstDay, place.locale)}: ${sentence}`);
}

/** How many of its times were looked at, in a sentence. */
export function sayLooked({ looked, hasMore, clashing }: SeriesCheck): string {
  const which = hasMore
    ? `its next ${looked} times`
    : looked === 1
      ? "the one time that is left"
      : `its ${looked} times`;
  if (clashing.length === 0) return `Nothing is in the way of ${which}.`;
  return hasMore ? `Only ${which} are looked at here.` : "";
}

/** "3, 10 and 17 December", "24 and 31 December and 7 January 2027", "3, 10 and 17 December, and 5 times more". */
function sayDays(days: readonly string[], firstDay: string, locale: string): string {
  const named = new Map<string, string[]>();
  for (const day of days.slice(0, MOST_NAMED)) {
    const month = sayMonth(day, firstDay, locale);
    named.set(month, [...(named.get(month) ?? []), `${Number(day.slice(8))}`]);
  }
  const said = [...named].map(([month, on]) => `${inARow(on)} ${month}`);
  const more = days.length - MOST_NAMED;
  if (more <= 0) return inARow(said);
  return `${inARow(said)}, and ${more === 1 ? "once" : `${more} times`} more`;
}

function sayMonth(day: string, firstDay: string, locale: string): string {
  const month = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(Date.parse(day));
  return day.slice(0, 4) === firstDay.slice(0, 4) ? month : `${month} ${day.slice(0, 4)}`;
}
