/** What is said of a typed time that its clock skips, as it goes forward; the entry is at what the clock shows instead. */
import { type EventValues, isWhole } from "@/components/calendar/event-form-values";
import { instantAt, isZone, wallAt } from "@/lib/domain/calendar/zone-day";

type Times = Pick<EventValues, "startDay" | "startTime" | "endDay" | "endTime" | "zone">;

/**
 * "The clocks go forward: there is no 02:30 on that day. It ends at 03:30."; null where both times exist, or none can be read. Of what
 * has no length, such as a task, there is no end, and another `verb`.
 */
export function skippedWords(
  { startDay, startTime, endDay, endTime, zone }: Times,
  verb = "begins",
): string | null {
  const begins = shownInstead(startDay, startTime, zone);
  const ends = shownInstead(endDay, endTime, zone);
  const missing = [begins && `no ${startTime}`, ends && endTime !== startTime && `no ${endTime}`];
  const instead = [begins && `${verb} at ${begins}`, ends && `ends at ${ends}`];
  if (begins === null && ends === null) return null;
  const both = (words: unknown[]) => words.filter(Boolean).join(" and ");
  return `The clocks go forward: there is ${both(missing)} on that day. It ${both(instead)}.`;
}

/** What a clock shows instead of a time that is skipped there; null for a time that exists. */
function shownInstead(day: string, time: string, zone: string): string | null {
  if (!isWhole({ startDay: day, startTime: time }) || !isZone(zone)) return null;
  const shown = wallAt(instantAt(day, time, zone), zone).slice(11, 16);
  return shown === time ? null : shown;
}
