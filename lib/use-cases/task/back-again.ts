import { listCircles } from "@/lib/data/circles";
import type { Tx } from "@/lib/data/client";
import { listLooseTasks } from "@/lib/data/loose-tasks";
import { findWhoStandsFor } from "@/lib/data/merged-people";
import type { TaskChange } from "@/lib/data/tasks";
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import { whatCirclesAsk } from "@/lib/domain/policy/circles";
import { tightenLoose } from "@/lib/use-cases/person/tighten-tasks";
import type { SeenTask } from "@/lib/use-cases/task/change-task";

/** About whom a task is that is opened again: whoever stands for them, where they were merged meanwhile. */
export async function aboutWhomNow(tx: Tx, actor: Actor, { raw }: SeenTask): Promise<TaskChange> {
  const { person_id: was } = raw;
  const is = was === null ? null : await findWhoStandsFor(tx, actor.workspace.id, was);
  return is === null || is === was ? {} : { personId: is };
}

/**
 * Asks of a task that was opened again what the circles of its person ask by now, as they did of those that were open. What the client
 * has loosened, and what they open again themselves, is their word.
 */
export async function askCirclesAgain(tx: Tx, actor: Actor, task: SeenTask): Promise<void> {
  const { id: workspaceId } = actor.workspace;
  const personId = (await aboutWhomNow(tx, actor, task)).personId ?? task.raw.person_id;
  if (personId === null || isClientInPerson(actor) || task.tagReason.by === "hand") return;
  const loose = await listLooseTasks(tx, workspaceId, { personIds: [personId] });
  const own = loose.filter(({ id }) => id === task.id);
  if (own.length === 0) return;
  const circles = await listCircles(tx, workspaceId);
  await tightenLoose(tx, workspaceId, own, (one) => whatCirclesAsk(circles, one.circles));
}
