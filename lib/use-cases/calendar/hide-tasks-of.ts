import type { Tx } from "@/lib/data/client";
import { listEventTasks } from "@/lib/data/event-tasks";
import { findTask, saveTask } from "@/lib/data/tasks";
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import type { RowChange } from "@/lib/use-cases/calendar/judge-series";

/**
 * The open tasks about entries that become private do so themselves, by whichever door; the client opens them again one by one. All the
 * others about such an entry, and what a job reads, are hidden as long as it is private (the policy of_entries_one_sees).
 */
export async function hideTasksOfIn(tx: Tx, actor: Actor, changes: readonly RowChange[]): Promise<void> {
  const { id: workspaceId } = actor.workspace;
  const hidden = changes.filter(({ before, after }) => after.isPrivate && before?.isPrivate === false);
  if (hidden.length === 0 || !isClientInPerson(actor)) return;
  const ids = hidden.map(({ after }) => after.id);
  const uids = [...new Set(hidden.map(({ after }) => after.uid))];
  for (const { id } of await listEventTasks(tx, workspaceId, ids, uids)) {
    const task = await findTask(tx, workspaceId, id);
    if (task !== null && !task.isPrivate) await saveTask(tx, workspaceId, task, { isPrivate: true });
  }
}
