import type { CheckFacts } from "@/lib/domain/calendar/check";
import { clockChangesBetween } from "@/lib/domain/calendar/clock-changes";
import { isZone, wallAt } from "@/lib/domain/calendar/zone-day";

/** What of a meeting hangs on where the other side is. */
export type OtherSide = Pick<CheckFacts, "otherZone" | "otherWall" | "clockChanges">;

/** The wall of the other side when a meeting begins, and the clocks that change on either side from `at` until then. Milliseconds since 1970. */
export function otherSideOf(here: string, otherZone: string | null, at: number, begins: number): OtherSide {
  return {
    otherZone,
    otherWall: otherZone === null ? null : wallAt(begins, otherZone).slice(0, 16),
    clockChanges: [here, ...(otherZone === null ? [] : [otherZone])].flatMap((zone) =>
      clockChangesBetween(at, begins, zone),
    ),
  };
}

/** The facts of a meeting with the other side where somebody is typing that it is; as they were while that is no zone. */
export function withTypedZone(facts: CheckFacts, typed: string | null, at: number): CheckFacts {
  if (typed === facts.otherZone || (typed !== null && !isZone(typed))) return facts;
  const otherZone = typed === facts.hereZone ? null : typed;
  return { ...facts, ...otherSideOf(facts.hereZone, otherZone, at, Date.parse(facts.startsAt)) };
}
