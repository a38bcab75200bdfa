import type { EventAnswer, StoredEvent } from "@/lib/data/events";
import { answerKept } from "@/lib/domain/calendar/source";
import type { EventReading } from "@/lib/domain/import/payload";
import type { Schedule } from "@/lib/use-cases/import/event-from-entry";

/** What was answered stands while the time does; an answer given elsewhere since is one as well. */
export function answerNow(known: EventAnswer, said: EventAnswer, hasMoved: boolean): EventAnswer {
  if (hasMoved) return "needs-action";
  if (known === "accepted" || known === "tentative" || known === "declined") return known;
  return said || "needs-action";
}

/** What stands as the client's answer once a file has brought an entry up to date: a request says more than a calendar does. */
export function answerAfter(entry: EventReading, stored: StoredEvent): EventAnswer {
  if (entry.method !== "REQUEST") return answerKept(entry, stored);
  if (stored.answer === "" && entry.answer === "") return "";
  const hasMoved = !isSameTime(stored.source as Schedule, entry.source as Schedule);
  return answerNow(stored.answer, entry.answer, hasMoved);
}

/** Whether two versions happen at the same times; days that were taken out of a series are told on their own. */
export function isSameTime(a: Schedule | null, b: Schedule): boolean {
  return timesOf(a) === timesOf(b);
}

function timesOf(schedule: Schedule | null): string {
  if (!schedule?.start) return "";
  const at = (time: Schedule["start"] | null) => time && (time.utc ?? time.local);
  const { start, end, duration, rules, rdates } = schedule;
  const wall = rules.length > 0 ? [start.local, start.zone] : [];
  const length = end ? at(end) : duration && [duration.days, duration.seconds];
  return JSON.stringify([at(start), wall, length, rules, rdates.map((period) => at(period.start))]);
}
