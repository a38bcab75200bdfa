import type { Tx } from "@/lib/data/client";
import { type RawTask, taskColumns, taskJoins } from "@/lib/data/task-rows";
import type { TaskDetail } from "@/lib/domain/task/view";

/** What was finally done for a task, the latest first; re-opened ones stay, marked. */
export async function listGestures(
  tx: Tx,
  workspaceId: string,
  taskId: string,
): Promise<TaskDetail["gestures"]> {
  const gestures = await tx.gesture.findMany({
    where: { workspaceId, taskId },
    orderBy: { at: "desc" },
    take: 50,
  });
  const names = await nameUsers(
    tx,
    gestures.map((gesture) => gesture.byUser),
  );
  return gestures.map((gesture) => ({
    id: gesture.id,
    outcome: gesture.outcome as "done" | "declined",
    at: gesture.at.toISOString(),
    by: names.get(gesture.byUser) ?? "",
    role: gesture.byRole as "client" | "assistant",
    note: gesture.note,
    words: gesture.words,
    undoneAt: gesture.undoneAt?.toISOString() ?? null,
  }));
}

/** Tasks that were folded into this one. */
export function listMergedHere(
  tx: Tx,
  workspaceId: string,
  taskId: string,
): Promise<{ id: string; title: string }[]> {
  return tx.task.findMany({
    where: { workspaceId, mergedIntoId: taskId },
    select: { id: true, title: true },
    take: 20,
  });
}

/** Open tasks that may be the same thing: of the same kind and person, or worded very much alike. At most five. */
export function listLikely(tx: Tx, workspaceId: string, task: RawTask): Promise<RawTask[]> {
  return tx.$queryRaw<RawTask[]>`
    SELECT ${taskColumns} FROM (
      SELECT *, similarity(title, ${task.title}) AS alike FROM tasks
      WHERE workspace_id = ${workspaceId}::uuid AND id <> ${task.id}::uuid AND merged_into_id IS NULL
        AND state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting')
        AND ((kind = ${task.kind} AND person_id = ${task.person_id}::uuid) OR similarity(title, ${task.title}) >= 0.6)
      ORDER BY alike DESC, id LIMIT 5
    ) t ${taskJoins} ORDER BY t.alike DESC, t.id`;
}

/** The account of a task, in a few words. */
export async function findAccount(
  tx: Tx,
  workspaceId: string,
  id: string | null,
): Promise<TaskDetail["account"]> {
  if (id === null) return null;
  return tx.account.findFirst({
    where: { workspaceId, id },
    select: { id: true, name: true, service: true },
  });
}

/** Names of people with a login, as far as the transaction may know them. */
export async function nameUsers(tx: Tx, ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  if (wanted.length === 0) return new Map();
  const users = await tx.user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(users.map((user) => [user.id, user.name]));
}
