import { wakeDue } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result } from "@/lib/domain/result";

/** Brings back what was snoozed until now or earlier, for everybody who is looking. Answers how many. Refuses `signed-out`. */
export async function wakeDueTasks(actor: Actor, at: Date): Promise<Result<number>> {
  const woken = await writeAs(actor, "wake-task", { kind: "task", id: null }, async (tx) =>
    granted(await wakeDue(tx, actor.workspace.id, at)),
  );
  return woken.ok ? granted(woken.value.value) : woken;
}
