import type { ReadTime } from "@/lib/adapters/calendar/read-event-types";
import { inFormOf, instantOf } from "@/lib/adapters/calendar/write-time";

/** Which time of its series an entry stands for, the same in whatever zone it is written; "" for the series itself. */
export function placeInSeries(recurrenceId: ReadTime | null): string {
  if (recurrenceId === null) return "";
  if (recurrenceId.kind === "date" || recurrenceId.kind === "floating") return recurrenceId.local;
  return new Date(instantOf(recurrenceId) * 1000).toISOString();
}

/**
 * The same where it is known how the series is written (its DTSTART): in the form of that, so that a day means the series' time on
 * it, and midnight the day (RFC 5545 §3.8.4.4 asks for that form; not everybody keeps to it).
 */
export function placeBeside(recurrenceId: ReadTime, start: ReadTime | null): string {
  return placeInSeries(start === null ? recurrenceId : inFormOf(recurrenceId, start));
}
