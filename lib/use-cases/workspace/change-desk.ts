import { findDeskDays } from "@/lib/data/day-tasks";
import { listSeriesOnDesksClock } from "@/lib/data/events";
import { saveDesk } from "@/lib/data/members";
import { moveDaysToZone } from "@/lib/data/move-days";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";
import type { DeskInput } from "@/lib/schemas/workspace";
import { spreadSeriesIn } from "@/lib/use-cases/calendar/spread-series";
import { keepLeapDaysIn } from "@/lib/use-cases/person/keep-leap-days";

/**
 * Changes what a desk is called, its colour, its time zone, and when 29 February is kept. Open tasks of a whole day stay on their day
 * in the new zone, entries of whole days and on no clock of their own do, and those of 29 February move to where it is kept now.
 * Refuses `only-client`.
 */
export async function changeDesk(actor: Actor, words: DeskInput, at: Date): Promise<Result<null>> {
  const workspaceId = actor.workspace.id;
  const about = { kind: "desk", id: workspaceId } as const;
  const changed = await writeAs(actor, "change-desk", about, async (tx) => {
    const no = whyNotChangeDesk(actor);
    if (no !== null) return refused(no);
    const before = await findDeskDays(tx, workspaceId);
    await saveDesk(tx, workspaceId, words);
    const after = await findDeskDays(tx, workspaceId);
    if (after.zone !== before.zone) {
      await moveDaysToZone(tx, workspaceId, before.zone, after.zone);
      const uids = await listSeriesOnDesksClock(tx, workspaceId, at);
      await spreadSeriesIn(tx, workspaceId, after.zone, uids, at);
    }
    await keepLeapDaysIn(tx, workspaceId, after, before.leapDayRule);
    return granted(null);
  });
  return changed.ok ? granted(null) : changed;
}
