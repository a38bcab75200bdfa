import type { Tx } from "@/lib/data/client";
import { type AboutWhom, type LooseTask, listLooseTasks, tightenTasks } from "@/lib/data/loose-tasks";
import { type CircleRules, whatCirclesAsk } from "@/lib/domain/policy/circles";
import { type CirclesAsk, ruleOfCircles } from "@/lib/domain/policy/default-tags";

/**
 * Asks again what their circles ask of every open delegable task about these people, and tightens where they do; gives how
 * many. It loosens nothing: a circle that asks less changes no task that is there (fence 2).
 */
export async function tightenTasksIn(
  tx: Tx,
  workspaceId: string,
  circles: readonly CircleRules[],
  about: AboutWhom,
): Promise<number> {
  const tasks = await listLooseTasks(tx, workspaceId, about);
  return tightenLoose(tx, workspaceId, tasks, (task) => whatCirclesAsk(circles, task.circles));
}

/** The same of these tasks, by what is asked of each. */
export async function tightenLoose(
  tx: Tx,
  workspaceId: string,
  tasks: LooseTask[],
  asksOf: (task: LooseTask) => CirclesAsk,
): Promise<number> {
  const byRule = new Map<string, string[]>();
  for (const task of tasks) {
    // What the circle asks, and no other rule: a task that the client has loosened against another stays loosened.
    const rule = ruleOfCircles({ kind: task.kind, circles: asksOf(task), voice: task.voice });
    if (rule !== null) byRule.set(rule, [...(byRule.get(rule) ?? []), task.id]);
  }
  let tightened = 0;
  for (const [rule, ids] of byRule) tightened += await tightenTasks(tx, workspaceId, ids, rule);
  return tightened;
}
