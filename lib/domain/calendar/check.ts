/** E4. The double-check of a meeting: what was confirmed, with whom and how; of exactly this time, place and link. */
import type { Role } from "@/lib/domain/actor";
import { inARow } from "@/lib/domain/in-a-row";

export const checkedThings = ["date", "time", "zone", "place", "link"] as const;
export type CheckedThing = (typeof checkedThings)[number];
export const checkWays = ["mail", "call", "message", "in-person", "other"] as const;
export type CheckWay = (typeof checkWays)[number];

/** A check as it is typed. `otherZone` is an IANA name, where the other side is. */
export type CheckInput = {
  confirmed: CheckedThing[];
  withWhom: string;
  how: CheckWay;
  otherZone: string | null;
  note: string;
};

/** A check that stands. Instants ISO UTC. */
export type CheckView = CheckInput & { id: string; at: string; by: string; role: Role };

/** A clock that changes between now and the meeting: where, when (ISO UTC), and by how many minutes (60: an hour later on the wall). */
export type ClockChange = { zone: string; at: string; minutes: number };

/** What the check of a task shows before it is recorded. Instants ISO UTC, walls "YYYY-MM-DDTHH:MM". */
export type CheckFacts = {
  eventId: string;
  summary: string;
  startsAt: string;
  endsAt: string;
  place: string;
  link: string;
  hereZone: string;
  hereWall: string;
  otherZone: string | null;
  otherWall: string | null;
  clockChanges: ClockChange[];
  guests: { name: string; personId: string | null }[];
  check: CheckView | null;
  /** An earlier check that was lost because the meeting moved. */
  lost: { at: string; by: string; role: Role; startsAt: string; place: string } | null;
};

const wayWords: Record<CheckWay, string> = {
  mail: "by mail",
  call: "by phone",
  message: "by message",
  "in-person": "in person",
  other: "",
};

/**
 * "Confirmed with Priya Raman, by phone: date, time and place." What stands with the task that was done by it; without the name (`isOfOne`
 * false) where the task is not that one person's: it would still be read when they have become private.
 */
export function sayCheck({ confirmed, withWhom, how, note }: CheckInput, isOfOne: boolean): string {
  const things = checkedThings.filter((thing) => confirmed.includes(thing));
  const way = isOfOne ? `with ${[withWhom, wayWords[how]].filter(Boolean).join(", ")}` : wayWords[how];
  const said = `${["Confirmed", way].filter(Boolean).join(" ")}: ${inARow(things)}.`;
  return [said, note].filter(Boolean).join(" ");
}
