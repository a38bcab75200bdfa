import { placeBeside } from "@/lib/adapters/calendar/place-in-series";
import type { ReadTime } from "@/lib/adapters/calendar/read-event-types";

/** An entry of a series as it is kept, or as it was read: `source` is its schedule, with RECURRENCE-ID as it was written. */
type Day = { recurrenceId: string; source: unknown };

/** How a series is written: its DTSTART; null where it is not among these. */
export function startOfSeries(series: readonly Day[]): ReadTime | null {
  const whole = series.find(({ recurrenceId }) => recurrenceId === "");
  return (whole?.source as { start?: ReadTime } | null | undefined)?.start ?? null;
}

/** Which time of its series an entry stands for, in whatever zone or form it is written; "" for the series itself. */
export function placeOfDay(day: Day, start: ReadTime | null): string {
  return day.recurrenceId === "" ? "" : placeBeside(writtenOf(day), start);
}

/** The entry among those of its series that stands for the same time of it; null when none does. */
export function findDay<D extends Day>(series: readonly D[], day: Day): D | null {
  const start = startOfSeries(series);
  const place = placeOfDay(day, start);
  return series.find((one) => placeOfDay(one, start) === place) ?? null;
}

/** An entry made by hand has no schedule: its name is all that was written. */
function writtenOf({ recurrenceId, source }: Day): ReadTime {
  const written = (source as { recurrenceId?: ReadTime | null } | null)?.recurrenceId ?? null;
  const kind = recurrenceId.length === 10 ? "date" : "floating";
  return written ?? { kind, local: recurrenceId, zone: null, writtenZone: null, utc: null };
}
