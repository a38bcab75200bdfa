import { findWishes } from "@/lib/data/calendar-wishes";
import type { Tx } from "@/lib/data/client";
import { findTravelOf } from "@/lib/data/filled-times";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { TimeCheck } from "@/lib/domain/calendar/conflicts";
import { findConflicts, whereToGo } from "@/lib/domain/calendar/find-conflicts";
import { freeSlots, slotDays } from "@/lib/domain/calendar/free-slots";
import { saySlots } from "@/lib/domain/calendar/say-slots";
import { isZone } from "@/lib/domain/calendar/zone-day";
import { type Result, refused } from "@/lib/domain/result";
import { readInTheWay } from "@/lib/queries/in-the-way";

const DAY = 24 * 60 * 60 * 1000;

/**
 * A time that somebody thinks of. Instants ISO UTC; `ignore` is the entry that is moved or answered, `link` where it can be joined from
 * anywhere. `travelMinutes` is how long the way there takes, null for the usual; left away, as the entry has it.
 */
export type AskedTimes = {
  startsAt: string;
  endsAt: string;
  place: string;
  link?: string;
  ignore: string | null;
  otherZone: string | null;
  travelMinutes?: number | null;
};

/**
 * What stands in the way of a time, and three free ones instead, with the eyes of whoever asks: what is private is "" (busy) for an
 * assistant. Refuses `invalid` for a time that ends before it begins and a zone that is none, and `signed-out`.
 */
export async function checkTimes(actor: Actor, asked: AskedTimes, at: Date): Promise<Result<TimeCheck>> {
  if (asked.endsAt < asked.startsAt)
    return refused({ code: "invalid", fields: { endsAt: "It ends after it begins." } });
  if (asked.otherZone !== null && !isZone(asked.otherZone))
    return refused({ code: "invalid", fields: { otherZone: "Choose a time zone, such as Europe/Lisbon." } });
  return readAs(actor, (tx) => checkTimesIn(tx, actor, asked, at));
}

/** The same within somebody's own reading. */
export async function checkTimesIn(tx: Tx, actor: Actor, asked: AskedTimes, at: Date): Promise<TimeCheck> {
  const workspaceId = actor.workspace.id;
  const { wishes, zone, locale } = await findWishes(tx, workspaceId);
  const time = {
    startsAt: Date.parse(asked.startsAt),
    endsAt: Date.parse(asked.endsAt),
    place: whereToGo(asked.place, asked.link ?? ""),
    travelMinutes: await travelOf(tx, workspaceId, asked),
  };
  const inTheWay = async (from: number, to: number) => ({
    ...(await readInTheWay(
      tx,
      workspaceId,
      [{ startsAt: new Date(from), endsAt: new Date(to) }],
      asked.ignore,
    )),
    usual: wishes,
  });
  // What lies further off than free times are looked for gets others around it, and not tomorrow.
  const isFar = time.startsAt > at.getTime() + slotDays * DAY;
  const from = isFar ? time.startsAt - (slotDays / 2) * DAY : at.getTime();
  // A day to both sides holds the longest way that there is.
  const ahead = await inTheWay(from - DAY, from + (slotDays + 2) * DAY);
  const isAhead = time.startsAt >= from && time.endsAt <= from + (slotDays + 1) * DAY;
  const around = isAhead ? ahead : await inTheWay(time.startsAt - DAY, time.endsAt + DAY);
  const otherZone = asked.otherZone === zone ? null : asked.otherZone;
  const slots = freeSlots(time, from, { ...wishes, zone }, ahead, otherZone);
  return {
    conflicts: findConflicts(time, around.filled, around.kept, wishes),
    slots,
    slotText: saySlots(slots, { zone, locale }, otherZone),
  };
}

async function travelOf(
  tx: Tx,
  workspaceId: string,
  { travelMinutes, ignore }: AskedTimes,
): Promise<number | null> {
  if (travelMinutes !== undefined) return travelMinutes;
  return ignore === null ? null : findTravelOf(tx, workspaceId, ignore);
}
