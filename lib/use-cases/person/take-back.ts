import type { Tx } from "@/lib/data/client";
import { toFacts } from "@/lib/data/task-rows";
import { hasMerged, saveTask } from "@/lib/data/tasks";
import { listCallingTasks } from "@/lib/data/touch-tasks-of";
import type { Actor } from "@/lib/domain/actor";
import { isRemembranceKey } from "@/lib/domain/person/remembrance";
import { whyNotWithdraw } from "@/lib/domain/task/must-be-you";
import { whyNotUnderWords } from "@/lib/use-cases/draft/why-not-under-words";

/**
 * Takes back the open tasks of somebody's days and of keeping in touch, where whoever acts may. `remembrances` says whether
 * those of remembering go too, or only those. `stays` is how many were not theirs to take back.
 */
export async function takeBackIn(
  tx: Tx,
  actor: Actor,
  personId: string,
  { remembrances }: { remembrances: boolean | "only" },
): Promise<{ takenBack: number; stays: number }> {
  const workspaceId = actor.workspace.id;
  const counts = { takenBack: 0, stays: 0 };
  for (const { sourceKey, ...raw } of await listCallingTasks(tx, workspaceId, personId)) {
    if (isRemembranceKey(sourceKey) ? !remembrances : remembrances === "only") continue;
    const task = toFacts(raw);
    const no =
      whyNotWithdraw(actor, { ...task, hasMerged: await hasMerged(tx, workspaceId, task.id) }) ??
      (await whyNotUnderWords(tx, workspaceId, task.id));
    const isGone = no === null && (await saveTask(tx, workspaceId, task, { state: "withdrawn" }));
    counts[isGone ? "takenBack" : "stays"] += 1;
  }
  return counts;
}
