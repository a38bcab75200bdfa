import { toEventRow } from "@/lib/data/event-rows";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotHideEvent } from "@/lib/domain/calendar/event";
import { type Result, refused } from "@/lib/domain/result";
import { type EventChanged, flattenEvent } from "@/lib/use-cases/calendar/create-event";
import { findSeriesIn } from "@/lib/use-cases/calendar/find-series";
import { writeRowsIn } from "@/lib/use-cases/calendar/write-series";

/**
 * Makes an entry private to the client, or open: all its times, wherever it comes from, and with it the open tasks about it. (What was
 * made private with it stays so until the client opens it.) Refuses `not-found`, `stale`, `only-client`.
 */
export async function setEventPrivacy(
  actor: Actor,
  { isPrivate, ...target }: { id: string; version: number; isPrivate: boolean },
  at: Date,
): Promise<Result<EventChanged>> {
  const written = await writeAs(actor, "set-event-privacy", { kind: "event", id: target.id }, async (tx) => {
    const found = await findSeriesIn(tx, actor, target);
    if (!found.ok) return found;
    const no = whyNotHideEvent(actor);
    if (no !== null) return refused(no);
    const { row, rows } = found.value;
    const changes = rows
      .filter((one) => one.isPrivate !== isPrivate)
      .map((before) => ({ before, after: { ...toEventRow(before), isPrivate } }));
    return writeRowsIn(tx, actor, { first: row.id, uid: row.uid }, changes, at);
  });
  return flattenEvent(written);
}
