import { showTasks } from "@/lib/data/shown-tasks";
import { listHeads, listSection, type TaskPage } from "@/lib/data/task-lists";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { openStates, type TaskState } from "@/lib/domain/task/task";
import type { QueueFilter, QueueView } from "@/lib/domain/task/view";
import { filterNow } from "@/lib/queries/filter-now";

/** How many rows of a section come with the page; the rest follow by cursor as one scrolls. */
const firstRows: Partial<Record<TaskState, number>> = { inbox: 25, done: 50, declined: 50 };

/**
 * The queue page: the sections that the filter asks for (all open ones unless it names a state), each with its first
 * rows and its count. Refuses `signed-out`.
 */
export function readQueue(actor: Actor, asked: QueueFilter, at: Date): Promise<Result<QueueView>> {
  const workspaceId = actor.workspace.id;
  const states: readonly TaskState[] = asked.state ? [asked.state] : openStates;
  return readAs(actor, async (tx, seq) => {
    const filter = await filterNow(tx, workspaceId, asked);
    const wanted = states
      .filter((state) => openStates.some((open) => open === state))
      .map((state) => ({ state, limit: firstRows[state] ?? 12 }));
    const heads = await listHeads(tx, workspaceId, wanted, filter, at);
    const pages: ({ state: TaskState } & TaskPage & { count?: number })[] = [];
    for (const state of states) {
      const limit = firstRows[state] ?? 12;
      const page = heads.get(state) ?? (await listSection(tx, workspaceId, state, filter, at, limit, null));
      pages.push({ state, ...page });
    }
    // Of all sections at once: what is looked up beside the rows is looked up once.
    const shown = await showTasks(
      tx,
      actor,
      pages.flatMap(({ rows }) => rows),
    );
    const sections = pages.map(({ state, rows, more, count }) => ({
      state,
      count: count ?? rows.length,
      tasks: shown.splice(0, rows.length),
      more,
    }));
    return { seq, sections, filter };
  });
}
