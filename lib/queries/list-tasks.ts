import { showTasks } from "@/lib/data/shown-tasks";
import { listSection } from "@/lib/data/task-lists";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import type { QueueFilter, TaskRow } from "@/lib/domain/task/view";
import { filterNow } from "@/lib/queries/filter-now";

/** The next rows of one section, fifty at a time. `more` is the cursor to ask with next, or null. Refuses `signed-out`. */
export function listTasks(
  actor: Actor,
  asked: QueueFilter,
  cursor: string | null,
  at: Date,
): Promise<Result<{ tasks: TaskRow[]; more: string | null }>> {
  return readAs(actor, async (tx) => {
    const workspaceId = actor.workspace.id;
    const filter = await filterNow(tx, workspaceId, asked);
    const page = await listSection(tx, workspaceId, filter.state ?? "inbox", filter, at, 50, cursor);
    return { tasks: await showTasks(tx, actor, page.rows), more: page.more };
  });
}
