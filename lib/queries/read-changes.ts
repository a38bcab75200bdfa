import { countBeforeClient } from "@/lib/data/for-you-lists";
import { showTasks } from "@/lib/data/shown-tasks";
import { countSections, listByIds, listTouched } from "@/lib/data/task-lists";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { endOfToday } from "@/lib/domain/task/for-you";
import type { TaskRow } from "@/lib/domain/task/view";

/** What moved on a desk after a cursor. `reload`: too much has, or more than a token for some kinds of task is told; read the page afresh. */
export type ChangesView = {
  seq: number;
  tasks: TaskRow[];
  gone: string[];
  counts: Record<string, number>;
  reload: boolean;
};

const noFilter = {
  q: "",
  kind: null,
  tag: null,
  state: null,
  personId: null,
  snoozed: false,
  overdue: false,
};

/** The tasks touched after `after`, as they are now; `gone` are those that one may not see any more. Refuses `signed-out`. */
export function readChanges(actor: Actor, after: number, at: Date): Promise<Result<ChangesView>> {
  const { id: workspaceId, zone } = actor.workspace;
  const tonight = endOfToday(at, zone, zone);
  return readAs(actor, async (tx, seq) => {
    const forYou = await countBeforeClient(tx, workspaceId, at, tonight);
    const counts = { ...(await countSections(tx, workspaceId, noFilter, at)), forYou };
    const touched = await listTouched(tx, workspaceId, after, 500);
    if (touched === null) return { seq, tasks: [], gone: [], counts, reload: true };
    const rows = (await listByIds(tx, workspaceId, touched)).filter((raw) => raw.state !== "withdrawn");
    const seen = new Set(rows.map((raw) => raw.id));
    return {
      seq,
      tasks: await showTasks(tx, actor, rows),
      gone: touched.filter((id) => !seen.has(id)),
      counts,
      reload: false,
    };
  });
}
