import {
  expandOccurrences,
  type Limits,
  type Occurrence,
  type Occurrences,
  type Window,
} from "@/lib/adapters/calendar/expand-occurrences";
import type { ReadEvent } from "@/lib/adapters/calendar/read-event-types";

/** Of each event the next `most` times from this day on ("YYYY-MM-DD"), or else the first ones before it. */
export type Few = { from: string; most: number };

/** So much work one series may be: two hundred times what happens daily for six years asks. */
const STEPS_OF_A_SERIES = 400_000;

/** The next few times of each entry of one series. A rule that seldom or never holds costs what all of its times would, and no more. */
export function fewOfSeries(events: ReadEvent[], window: Window, few: Few): Occurrence[] {
  return fewOccurrences(events, window, few, { steps: STEPS_OF_A_SERIES }).occurrences;
}

/** A thousand series have a million times: what is asked before an import needs the next few of each, or the first if all is past. */
export function fewOccurrences(
  events: ReadEvent[],
  window: Window,
  { from, most }: Few,
  limits: Pick<Limits, "steps"> = {},
): Occurrences {
  const next = expandOccurrences(events, { ...window, from }, { ...limits, mostOfEach: most });
  const ahead = new Set(next.occurrences.map(({ eventIndex }) => eventIndex));
  const past = expandOccurrences(events, window, { ...limits, mostOfEach: most, without: ahead });
  return {
    occurrences: [...past.occurrences, ...next.occurrences],
    cutOff: [...next.cutOff, ...past.cutOff],
  };
}
