import { expandOccurrences, type Occurrences, type Window } from "@/lib/adapters/calendar/expand-occurrences";
import type { ReadEvent } from "@/lib/adapters/calendar/read-event-types";

/** Of each event the next `most` times from this day on ("YYYY-MM-DD"), or else the first ones before it. */
export type Few = { from: string; most: number };

/** A thousand series have a million times: what is asked before an import needs the next few of each, or the first if all is past. */
export function fewOccurrences(events: ReadEvent[], window: Window, { from, most }: Few): Occurrences {
  const next = expandOccurrences(events, { ...window, from }, { mostOfEach: most });
  const ahead = new Set(next.occurrences.map(({ eventIndex }) => eventIndex));
  const past = expandOccurrences(events, window, { mostOfEach: most, without: ahead });
  return {
    occurrences: [...past.occurrences, ...next.occurrences],
    cutOff: [...next.cutOff, ...past.cutOff],
  };
}
