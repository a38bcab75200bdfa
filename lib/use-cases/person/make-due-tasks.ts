import { findDeskDays } from "@/lib/data/day-tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result } from "@/lib/domain/result";
import { makeDayTasksIn } from "@/lib/use-cases/person/make-day-tasks";

/** Makes every task that a yearly day of this desk asks for today; gives how many. Asked again it makes none. Refuses `signed-out`. */
export async function makeDueTasks(actor: Actor, at: Date): Promise<Result<{ made: number; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "make-day-tasks", { kind: "desk", id: workspaceId }, async (tx) =>
    granted(await makeDayTasksIn(tx, workspaceId, await findDeskDays(tx, workspaceId), null, at)),
  );
  return written.ok ? granted({ made: written.value.value, seq: written.value.seq }) : written;
}
