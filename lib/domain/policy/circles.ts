/**
 * Circles: how near somebody is, and what that asks. Somebody may be in several, the nearest first; of what those ask the
 * strictest counts. The client shapes them; an assistant may move people nearer, never away from what is strict (fence 2, 3).
 */
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import type { Circle, CirclesAsk } from "@/lib/domain/policy/default-tags";
import type { Refusal } from "@/lib/domain/refusal";

/** The circles that every desk starts with, from near to far. They can be renamed, not removed. */
export const firstCircles: readonly Circle[] = ["inner", "friends", "professional", "wider"];

/** In which circle somebody is of whom nothing is said. */
export const WIDER: Circle = "wider";

/**
 * A circle of a desk. `cadenceDays` and `replyWithinHours` null: never; `leadDays` null: as usual (7 days before); `checkHours`, how long
 * before a meeting with somebody of it that is checked, null: as usual on the desk.
 */
export type CircleRules = {
  key: Circle;
  name: string;
  position: number;
  greetInPerson: boolean;
  /** Must everything towards these people be the client? Null: no more than the other rules ask. */
  defaultTag: "must-be-you" | null;
  cadenceDays: number | null;
  leadDays: number | null;
  replyWithinHours: number | null;
  checkHours: number | null;
};

/** What is asked towards somebody whose circle the desk does not know: everything, so that nothing is loosened by not knowing. */
const strictest = { greetInPerson: true, defaultTag: "must-be-you" } as const;

/** What these circles ask together: the strictest of all of them, and the shortest time to answer. */
export function whatCirclesAsk(all: readonly CircleRules[], keys: readonly Circle[]): CirclesAsk {
  const theirs = keys.map((key) => all.find((one) => one.key === key));
  const hours = theirs.flatMap((circle) => circle?.replyWithinHours ?? []);
  return {
    replyWithinHours: hours.length === 0 ? null : Math.min(...hours),
    ...(theirs.length === 0 || theirs.includes(undefined)
      ? strictest
      : {
          greetInPerson: theirs.some((circle) => circle?.greetInPerson),
          defaultTag: theirs.some((circle) => circle?.defaultTag) ? ("must-be-you" as const) : null,
        }),
  };
}

/** Whether the second asks less than the first in what must be the client. A circle whose tag is strict is greeted in person too. */
export function isLooser(was: CirclesAsk, now: CirclesAsk): boolean {
  return (isGreeted(was) && !isGreeted(now)) || (was.defaultTag !== null && now.defaultTag === null);
}

function isGreeted(ask: CirclesAsk): boolean {
  return ask.greetInPerson || ask.defaultTag !== null;
}

/** Fence 2, one step earlier: out of a circle that is strict, only by the client. Null means yes. */
export function whyNotMove(
  who: Pick<Actor, "role" | "door" | "clientName">,
  was: CirclesAsk,
  now: CirclesAsk,
): Refusal | null {
  if (isClientInPerson(who) || !isLooser(was, now)) return null;
  return { code: "only-client", clientName: who.clientName };
}

/** Taking somebody strict off the desk would be moving them out: they could be written down again, more loosely. Null means yes. */
export function whyNotRemovePerson(
  who: Pick<Actor, "role" | "door" | "clientName">,
  ask: CirclesAsk,
): Refusal | null {
  if (isClientInPerson(who) || !isGreeted(ask)) return null;
  return { code: "only-client", clientName: who.clientName };
}

/** What somebody's circles are called, the nearest first: "Family, Friends". A key that is not known stands for itself. */
export function nameCircles(
  all: readonly Pick<CircleRules, "key" | "name">[],
  keys: readonly Circle[],
): string {
  return keys.map((key) => all.find((one) => one.key === key)?.name ?? key).join(", ");
}
