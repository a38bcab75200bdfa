import { momentsOf } from "@/lib/adapters/calendar/event-moments";
import { epochOf, planEvent } from "@/lib/adapters/calendar/event-plan";
import type { ReadEvent } from "@/lib/adapters/calendar/read-event-types";
import { fixedZone, zoneById } from "@/lib/adapters/calendar/zone";

/** Work enough for a daily entry over a lifetime. */
const STEPS = 400_000;

/**
 * When a series begins each time from `from` to before `to`, whatever is excepted from it, in seconds since 1970; of whole days their
 * midnights in UTC. `zone` is the wall of floating times. What {@link expandOccurrences} gives, without a word about each.
 */
export function startsOf(
  event: Pick<ReadEvent, "start" | "end" | "duration" | "rules" | "rdates">,
  zone: string,
  from: number,
  to: number,
): number[] {
  const bare = { ...event, excludedRules: [], exdates: [], recurrenceId: null } as unknown as ReadEvent;
  const frame = {
    from,
    to,
    zone: zoneById(zone) ?? fixedZone(0),
    steps: STEPS,
    mostOfEach: Number.POSITIVE_INFINITY,
  };
  const plan = planEvent(bare, 0, frame);
  return momentsOf(plan, frame)
    .moments.map(({ wall }) => epochOf(plan, wall))
    .filter((start) => start >= from && start < to);
}
