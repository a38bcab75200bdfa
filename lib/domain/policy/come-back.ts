/** Circles of somebody who comes back to the desk: some may be gone meanwhile, and a circle that is gone asks nothing any more. */
import type { Actor } from "@/lib/domain/actor";
import { type CircleRules, WIDER, whatCirclesAsk, whyNotMove } from "@/lib/domain/policy/circles";
import type { Circle } from "@/lib/domain/policy/default-tags";
import type { Refusal } from "@/lib/domain/refusal";

/** A circle that a desk has, or had (`isGone`). */
export type CircleEver = CircleRules & { isGone: boolean };

/** In which circles somebody stands then: those that are still there, or else the wider one. */
export function standingCircles(ever: readonly CircleEver[], keys: readonly Circle[]): Circle[] {
  const standing = keys.filter((key) => ever.some((one) => one.key === key && !one.isGone));
  return standing.length > 0 ? standing : [WIDER];
}

/** Fence 2: to come back out of a strict circle that is gone is to be moved out of it, so only by the client. Null means yes. */
export function whyNotComeBack(
  who: Pick<Actor, "role" | "door" | "clientName">,
  ever: readonly CircleEver[],
  keys: readonly Circle[],
): Refusal | null {
  return whyNotMove(who, whatCirclesAsk(ever, keys), whatCirclesAsk(ever, standingCircles(ever, keys)));
}
