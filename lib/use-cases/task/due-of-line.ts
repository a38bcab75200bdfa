import { nextDate } from "@/lib/adapters/calendar/next-date";
import { instantAt, startOfDay } from "@/lib/domain/calendar/zone-day";
import type { QuickAddReading } from "@/lib/domain/task/quick-add";
import type { KnownDay } from "@/lib/use-cases/task/plan-day";

/** When a line's task is due, as an ISO instant: its yearly day, what its words say, or the first day that its rule names. */
export function dueOf(
  reading: Pick<QuickAddReading, "date" | "repeat">,
  day: KnownDay | null,
  at: Date,
  zone: string,
): { dueAt: string | null; dueAllDay: boolean } {
  const { date, repeat } = reading;
  if (day) return { dueAt: iso(startOfDay(day.day, zone)), dueAllDay: true };
  if (date === null) {
    const names = /BY(DAY|MONTHDAY)=/.test(repeat?.rule ?? "");
    const first =
      names && repeat ? nextDate({ ...repeat, dueAt: null, dueAllDay: true, closedAt: at, zone }) : null;
    return first ? { dueAt: first.dueAt.toISOString(), dueAllDay: true } : { dueAt: null, dueAllDay: false };
  }
  if (date.instant !== null) return { dueAt: date.instant, dueAllDay: false };
  if (date.time !== null) return { dueAt: iso(instantAt(date.day, date.time, zone)), dueAllDay: false };
  return { dueAt: iso(startOfDay(date.day, zone)), dueAllDay: true };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
