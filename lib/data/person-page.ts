import type { Tx } from "@/lib/data/client";
import { idsOfPerson } from "@/lib/data/merged-people";
import { type RawTask, taskColumns, taskJoins } from "@/lib/data/task-rows";

/** What is open about somebody, the most urgent first; folded ones stand under the task they were folded into. At most 100. */
export async function listOpenTasksOf(tx: Tx, workspaceId: string, personId: string): Promise<RawTask[]> {
  return tx.$queryRaw<RawTask[]>`
    SELECT ${taskColumns} FROM tasks t ${taskJoins}
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.person_id = ANY (${await idsOfPerson(tx, workspaceId, personId)}::uuid[]) AND t.merged_into_id IS NULL
      AND t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting')
    ORDER BY t.urgency, t.sort_at, t.id LIMIT 100`;
}

/** The name of the file that somebody came from; null when by hand, or when the import is not one's own to see. */
export async function findFileOf(
  tx: Tx,
  workspaceId: string,
  importId: string | null,
): Promise<string | null> {
  if (importId === null) return null;
  const found = await tx.import.findFirst({
    where: { workspaceId, id: importId },
    select: { fileName: true },
  });
  return found?.fileName ?? null;
}

/** Open tasks about somebody, or that came from them: made private with them, so that open windows let go of them. Gives how many. */
export async function hideTasksOf(tx: Tx, workspaceId: string, personId: string): Promise<number> {
  const cameFrom = await listTasksFrom(tx, personId);
  const hidden = await tx.task.updateMany({
    where: {
      workspaceId,
      OR: [{ personId }, { id: { in: cameFrom } }],
      isPrivate: false,
      state: { in: ["inbox", "assistant", "client", "scheduled", "waiting"] },
    },
    data: { isPrivate: true },
  });
  return hidden.count;
}

/** The other way round: open tasks that became private with the person, and those their days made. Others stay private. */
export async function showTasksOf(
  tx: Tx,
  workspaceId: string,
  personId: string,
  verb: string,
): Promise<number> {
  return tx.$executeRaw`
    UPDATE tasks SET is_private = false
    WHERE workspace_id = ${workspaceId}::uuid AND (person_id = ${personId}::uuid OR id IN (SELECT fence.tasks_from(${personId}::uuid))) AND is_private
      AND state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting')
      AND (source_key LIKE 'day:%' OR ${verb} = (SELECT l.verb FROM log_entries l WHERE l.workspace_id = tasks.workspace_id
        AND l.subject_id = tasks.id AND l.before IS NOT NULL AND l.after -> 'is_private' = 'true'::jsonb ORDER BY l.seq DESC LIMIT 1))`;
}

/** Tasks that came from somebody before anybody knew who they are: about nobody, so far. */
async function listTasksFrom(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<
    { id: string }[]
  >`SELECT t.id FROM fence.tasks_from(${personId}::uuid) AS t (id)`;
  return rows.map(({ id }) => id);
}
