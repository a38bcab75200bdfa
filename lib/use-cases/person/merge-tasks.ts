import type { Tx } from "@/lib/data/client";
import { listLooseTasks } from "@/lib/data/loose-tasks";
import { listTasksOfDays, listTaskVersions, moveTasks } from "@/lib/data/merge-rows";
import { findTask, hasMerged, saveTask } from "@/lib/data/tasks";
import type { Actor } from "@/lib/domain/actor";
import type { MergedDays } from "@/lib/domain/person/merge-days";
import type { MovedRow } from "@/lib/domain/person/merge-undo";
import type { CirclesAsk } from "@/lib/domain/policy/default-tags";
import { whyNotMerge, whyNotWithdraw } from "@/lib/domain/task/must-be-you";
import { whyNotUnderWords } from "@/lib/use-cases/draft/why-not-under-words";
import { tightenLoose } from "@/lib/use-cases/person/tighten-tasks";

type Wanted = { kept: string; merged: string; days: MergedDays; isPrivate: boolean; asks: CirclesAsk };

/**
 * The open tasks of two who become one: they all go to the kept one; where both have a task of the same day, the looser is
 * folded into the stricter; that of a day that is gone is taken back where that is allowed; and what the circles of both
 * together ask tightens. Gives what an undo needs to know.
 */
export async function mergeTasksIn(
  tx: Tx,
  actor: Actor,
  wanted: Wanted,
): Promise<{ tasks: MovedRow[]; folded: MovedRow[]; tightened: number }> {
  const workspaceId = actor.workspace.id;
  await withdrawOfGoneDays(tx, actor, wanted.days);
  const moved = await moveTasks(tx, workspaceId, wanted.merged, wanted.kept, wanted.isPrivate);
  const tightened = await tighten(tx, workspaceId, wanted);
  const folded = await foldTwins(tx, workspaceId, wanted);
  return {
    tasks: await listTaskVersions(tx, workspaceId, moved),
    folded: await listTaskVersions(tx, workspaceId, folded),
    tightened,
  };
}

async function withdrawOfGoneDays(tx: Tx, actor: Actor, days: MergedDays): Promise<void> {
  const gone = days.removed.filter((id) => !days.twins.some((twin) => twin.gone === id));
  for (const { id } of await listTasksOfDays(tx, actor.workspace.id, gone)) {
    const task = await findTask(tx, actor.workspace.id, id);
    if (!task) continue;
    const no =
      whyNotWithdraw(actor, { ...task, hasMerged: await hasMerged(tx, actor.workspace.id, id) }) ??
      (await whyNotUnderWords(tx, actor.workspace.id, id));
    if (no === null) await saveTask(tx, actor.workspace.id, task, { state: "withdrawn" });
  }
}

/** Asks of all of theirs what both circles ask together. Counts what whoever may take the merge back may hear of. */
async function tighten(
  tx: Tx,
  workspaceId: string,
  { kept, merged, asks, isPrivate }: Wanted,
): Promise<number> {
  const loose = await listLooseTasks(tx, workspaceId, { personIds: [kept, merged] });
  const [told, hidden] = [
    loose.filter((task) => isPrivate || !task.isPrivate),
    loose.filter((task) => !isPrivate && task.isPrivate),
  ];
  await tightenLoose(tx, workspaceId, hidden, () => asks);
  return tightenLoose(tx, workspaceId, told, () => asks);
}

async function foldTwins(
  tx: Tx,
  workspaceId: string,
  { days: { twins }, isPrivate }: Wanted,
): Promise<string[]> {
  const tasks = await listTasksOfDays(
    tx,
    workspaceId,
    twins.flatMap(({ gone, stays }) => [gone, stays]),
  );
  const folded: string[] = [];
  for (const { gone, stays } of twins) {
    for (const { id, year } of tasks.filter((task) => task.dayId === gone)) {
      const twin = tasks.find((task) => task.dayId === stays && task.year === year);
      const [one, other] = [
        await findTask(tx, workspaceId, id),
        twin && (await findTask(tx, workspaceId, twin.id)),
      ];
      if (!one || !other || (!isPrivate && (one.isPrivate || other.isPrivate))) continue;
      const [task, into] = whyNotMerge(one, other) === null ? [one, other] : [other, one];
      if (whyNotMerge(task, into) !== null || (await whyNotUnderWords(tx, workspaceId, task.id)) !== null)
        continue;
      if (await saveTask(tx, workspaceId, task, { mergedIntoId: into.id })) folded.push(task.id);
    }
  }
  return folded;
}
