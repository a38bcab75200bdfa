import type { EventReading } from "@/lib/domain/import/payload";
import { placeOfDay, startOfSeries } from "@/lib/use-cases/calendar/find-day";
import { isSaidAbout } from "@/lib/use-cases/import/match-events";

const OLDER = "A newer version of it comes in the same file.";

/**
 * The entries of a file in their order: of several versions of the same one (RFC 5546 §2.1.5: the sequence counts first, of the same
 * the later stamp) the older are left out, wherever in the file they stand.
 */
export function markOlder(entries: readonly EventReading[]): EventReading[] {
  const starts = new Map<string, ReturnType<typeof startOfSeries>>();
  for (const entry of entries)
    if (entry.recurrenceId === "" && !starts.has(entry.uid)) starts.set(entry.uid, startOfSeries([entry]));
  const keyOf = (entry: EventReading) => `${entry.uid}\n${placeOfDay(entry, starts.get(entry.uid) ?? null)}`;
  const newest = new Map<string, EventReading>();
  for (const entry of entries) {
    if (isSaidAbout(entry)) continue;
    const other = newest.get(keyOf(entry));
    if (!other || isNewer(entry, other)) newest.set(keyOf(entry), entry);
  }
  return entries.map((entry) => {
    const other = isSaidAbout(entry) ? undefined : newest.get(keyOf(entry));
    return other && isNewer(other, entry) ? { ...entry, problem: OLDER } : entry;
  });
}

function isNewer(one: EventReading, other: EventReading): boolean {
  if (one.sequence !== other.sequence) return one.sequence > other.sequence;
  return one.stamp !== null && other.stamp !== null && Date.parse(one.stamp) > Date.parse(other.stamp);
}
