import type { Tx } from "@/lib/data/client";
import { type AsItStood, asItStood } from "@/lib/data/taken-back";
import { listByIds } from "@/lib/data/task-lists";
import type { RawTask } from "@/lib/data/task-rows";
import type { NewTask } from "@/lib/data/tasks";

/** Open tasks that somebody's life asks for: their days, and keeping in touch; with the keys they were made under. */
export async function listCallingTasks(
  tx: Tx,
  workspaceId: string,
  personId: string,
): Promise<(RawTask & { sourceKey: string | null })[]> {
  const found = await tx.task.findMany({
    where: {
      workspaceId,
      personId,
      mergedIntoId: null,
      state: { in: ["inbox", "assistant", "client", "scheduled", "waiting"] },
      OR: [{ kind: { in: ["birthday", "keep-in-touch"] } }, { sourceKey: { startsWith: "day:" } }],
    },
    select: { id: true, sourceKey: true },
  });
  const keyOf = new Map(found.map((task) => [task.id, task.sourceKey]));
  const tasks = await listByIds(tx, workspaceId, [...keyOf.keys()]);
  return tasks.map((task) => ({ ...task, sourceKey: keyOf.get(task.id) ?? null }));
}

/** Verbs by which it comes to be known that somebody has died. */
const diedBy = ["mark-died", "confirm-import", "merge-people", "sync-address-book", "resolve-card-conflict"];

/**
 * What was taken back when it was last known that somebody has died, but for their days, as tasks to be made again. To be
 * asked before they are written down as living.
 */
export async function listTakenBack(
  tx: Tx,
  workspaceId: string,
  personId: string,
): Promise<(Omit<NewTask, "id" | "tag" | "tagRule"> & AsItStood)[]> {
  const found = await tx.$queryRaw<(AsItStood & { id: string })[]>`
    SELECT t.id, ${asItStood} FROM tasks t WHERE t.workspace_id = ${workspaceId}::uuid AND t.person_id = ${personId}::uuid AND t.state = 'withdrawn'
      AND coalesce(t.source_key, '') NOT LIKE 'day:%' AND EXISTS (
        SELECT 1 FROM log_entries l WHERE l.workspace_id = t.workspace_id AND l.subject_id = t.id AND l.verb = ANY (${diedBy}::text[])
          AND l.after ->> 'state' = 'withdrawn' AND l.seq > coalesce((SELECT max(m.seq) FROM log_entries m
            WHERE m.workspace_id = t.workspace_id AND m.subject_id = ${personId}::uuid AND m.refusal IS NULL AND m.before IS NOT NULL
              AND (m.after ->> 'is_dead' = 'false' OR (l.verb = 'merge-people' AND m.verb = 'undo-merge'))), 0))
      AND NOT EXISTS (SELECT 1 FROM tasks s WHERE s.workspace_id = t.workspace_id AND s.source_key = t.source_key AND s.state <> 'withdrawn')`;
  const stood = new Map(found.map(({ id, ...row }) => [id, row]));
  const tasks = await tx.task.findMany({
    where: { workspaceId, id: { in: [...stood.keys()] } },
    select: {
      id: true,
      kind: true,
      title: true,
      personId: true,
      accountId: true,
      fields: true,
      repeat: true,
      dueAt: true,
      dueAllDay: true,
      sourceKey: true,
    },
  });
  return tasks.map(
    ({ id, ...task }) =>
      ({ ...task, ...stood.get(id) }) as Omit<NewTask, "id" | "tag" | "tagRule"> & AsItStood,
  );
}
