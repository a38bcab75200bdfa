import { findDeskDays } from "@/lib/data/day-tasks";
import { listDaysOff, type StoredDaysOff } from "@/lib/data/days-off";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import type { Result } from "@/lib/domain/result";

/** The client's days off that are not over yet, in their order. Refuses `signed-out`. */
export function readDaysOff(actor: Actor, at: Date): Promise<Result<StoredDaysOff[]>> {
  const workspaceId = actor.workspace.id;
  return readAs(actor, async (tx) => {
    const { zone } = await findDeskDays(tx, workspaceId);
    return listDaysOff(tx, workspaceId, dayAt(at.getTime(), zone));
  });
}
