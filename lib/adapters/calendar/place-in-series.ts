import type { ReadTime } from "@/lib/adapters/calendar/read-event-types";
import { instantOf } from "@/lib/adapters/calendar/write-time";

/** Which time of its series an entry stands for, the same in whatever zone it is written; "" for the series itself. */
export function placeInSeries(recurrenceId: ReadTime | null): string {
  if (recurrenceId === null) return "";
  if (recurrenceId.kind === "date" || recurrenceId.kind === "floating") return recurrenceId.local;
  return new Date(instantOf(recurrenceId) * 1000).toISOString();
}
