/** E6. What stands in the way of the times of a series that come next. Instants in milliseconds since 1970. */
import type { Conflict, SeriesCheck } from "@/lib/domain/calendar/conflicts";
import { type AskedTime, findConflicts } from "@/lib/domain/calendar/find-conflicts";
import type { InTheWay } from "@/lib/domain/calendar/free-slots";

/** So many times of a series are looked at, and so far ahead: beyond, nobody's calendar says much. */
const mostLookedAt = 20;
const FURTHEST = 365 * 24 * 60 * 60 * 1000;

/** One more than is looked at, so that it is known whether there are more. */
export const mostRead = mostLookedAt + 1;

/** Of the times that come, in their order, those that are looked at: at most twenty, within a year of the first. */
export function timesToLookAt<T extends { startsAt: Date }>(coming: readonly T[]): T[] {
  const first = coming[0]?.startsAt.getTime() ?? 0;
  return coming.filter(({ startsAt }) => startsAt.getTime() <= first + FURTHEST).slice(0, mostLookedAt);
}

/** Those of the times at which something is in the way, in their order, each with all of it; what is free is left out. */
export function clashingTimes(
  times: readonly AskedTime[],
  { filled, kept, usual }: InTheWay,
): SeriesCheck["clashing"] {
  return times
    .map((time) => ({ time, conflicts: findConflicts(time, filled, kept, usual) }))
    .filter(({ conflicts }) => conflicts.length > 0)
    .map(({ time, conflicts }) => ({ ...instants(time), conflicts }));
}

function instants({ startsAt, endsAt }: AskedTime): Pick<Conflict, "startsAt" | "endsAt"> {
  return { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() };
}
