import type { Tx } from "@/lib/data/client";
import { listByIds } from "@/lib/data/task-lists";
import type { RawTask } from "@/lib/data/task-rows";
import type { NewTask } from "@/lib/data/tasks";
import { Prisma } from "@/prisma/generated/client";

/** Where and how a desk counts its days. */
export type DeskDays = { zone: string; leapDayRule: "28-feb" | "1-mar" };

/** The desk's own zone and its rule for 29 February. */
export async function findDeskDays(tx: Tx, workspaceId: string): Promise<DeskDays> {
  const desk = await tx.workspace.findFirstOrThrow({
    where: { id: workspaceId },
    select: { zone: true, leapDayRule: true },
  });
  return desk as DeskDays;
}

/** A hand on the task itself. What was taken back along with something else (a day, a person, an import) may come again. */
const byHand = ["withdraw-task", "undo-task"];

/** Which of these source keys a task has; `ever`: or had, when somebody took that very task back. */
export async function findKnownKeys(
  tx: Tx,
  workspaceId: string,
  keys: string[],
  which: "ever" | "standing",
): Promise<Set<string>> {
  const known = await tx.$queryRaw<{ source_key: string }[]>`
    SELECT source_key FROM tasks t WHERE workspace_id = ${workspaceId}::uuid AND source_key = ANY (${keys}::text[])
      AND (state <> 'withdrawn' OR (${which === "ever"} AND EXISTS (SELECT 1 FROM log_entries l WHERE l.workspace_id = t.workspace_id
        AND l.subject_id = t.id AND l.after ->> 'state' = 'withdrawn' AND l.verb = ANY (${byHand}::text[]))))`;
  return new Set(known.map((row) => row.source_key));
}

/** Makes many tasks at once, each with its rule's tag. One whose `sourceKey` stands already is left out; gives how many were made. */
export async function insertTasks(
  tx: Tx,
  workspaceId: string,
  tasks: (NewTask & { tagRule: string })[],
): Promise<number> {
  if (tasks.length === 0) return 0;
  const made = await tx.task.createMany({
    data: tasks.map((task) => ({
      ...task,
      workspaceId,
      tagBy: "rule",
      fields: task.fields ?? {},
      message: task.message ?? Prisma.DbNull,
      repeat: task.repeat ?? Prisma.DbNull,
    })),
    skipDuplicates: true,
  });
  return made.count;
}

/** The open tasks of these people that their yearly days made, with the keys they were made under. */
export async function listDayTasks(
  tx: Tx,
  workspaceId: string,
  personIds: string[],
): Promise<(RawTask & { sourceKey: string })[]> {
  const keys = await tx.task.findMany({
    where: {
      workspaceId,
      personId: { in: personIds },
      sourceKey: { startsWith: "day:" },
      mergedIntoId: null,
      state: { in: ["inbox", "assistant", "client", "scheduled", "waiting"] },
    },
    select: { id: true, sourceKey: true },
  });
  const keyOf = new Map(keys.map((task) => [task.id, task.sourceKey ?? ""]));
  const tasks = await listByIds(tx, workspaceId, [...keyOf.keys()]);
  return tasks.map((task) => ({ ...task, sourceKey: keyOf.get(task.id) ?? "" }));
}
