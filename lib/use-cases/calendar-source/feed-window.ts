import type { FeedWindow } from "@/lib/adapters/calendar/fetch-feed";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { calendarWindow } from "@/lib/use-cases/calendar/spread-series";
import { FEW_OCCURRENCES } from "@/lib/use-cases/import/event-from-entry";

/** For which days the times of what is read are wanted: the next few of each; all are worked out when it is taken. */
export function feedWindow(at: Date, deskZone: string): FeedWindow {
  const { from, to, zone } = calendarWindow(at, deskZone);
  return { window: { from, to, zone }, few: { from: dayAt(at.getTime(), zone), most: FEW_OCCURRENCES } };
}
