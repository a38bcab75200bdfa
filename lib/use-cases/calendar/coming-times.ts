import { expandOccurrences } from "@/lib/adapters/calendar/expand-occurrences";
import type { ReadEvent } from "@/lib/adapters/calendar/read-event-types";
import type { EventRow } from "@/lib/data/event-rows";
import type { Stretch } from "@/lib/data/kept-spans";
import type { Actor } from "@/lib/domain/actor";
import { hasPlan, scheduleIn } from "@/lib/use-cases/calendar/event-words";
import { calendarWindow } from "@/lib/use-cases/calendar/spread-series";
import { MOST_OCCURRENCES } from "@/lib/use-cases/import/event-from-entry";

const DAY = 24 * 60 * 60 * 1000;

/** When each row happens from yesterday on, as far as the calendar is written out. */
export function comingTimesOf(
  series: readonly EventRow[],
  { workspace }: Actor,
  at: Date,
): Map<string, Stretch[]> {
  const plans = series.filter(hasPlan);
  const { occurrences } = expandOccurrences(
    plans.map((row) => scheduleIn(row) as unknown as ReadEvent),
    calendarWindow(at, workspace.zone),
  );
  const times = new Map<string, Stretch[]>();
  for (const { eventIndex, startUtc, endUtc } of occurrences) {
    const id = plans[eventIndex]?.id ?? "";
    const list = times.get(id) ?? [];
    times.set(id, list);
    if (Date.parse(endUtc) > at.getTime() - DAY && list.length < MOST_OCCURRENCES)
      list.push({ startsAt: new Date(startUtc), endsAt: new Date(endUtc) });
  }
  return times;
}
