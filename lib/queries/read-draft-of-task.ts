import { findDraftLine } from "@/lib/data/draft-of-task";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { DraftView } from "@/lib/domain/draft/view";
import type { TaskDetail } from "@/lib/domain/task/view";
import { readDraft } from "@/lib/queries/read-draft";
import { readTask } from "@/lib/queries/read-task";

/**
 * The page on which a task's words are written: its draft, or only the task where nobody has begun one. Null for a task that
 * is absent, private to the client, or a stranger's.
 * @param origin the public origin, at which a proof's link is
 */
export async function readDraftOfTask(
  actor: Actor,
  taskId: string,
  at: Date,
  origin: string,
): Promise<{ task: TaskDetail; draft: DraftView | null } | null> {
  const task = await readTask(actor, taskId);
  if (task === null) return null;
  const line = await readAs(actor, (tx) => findDraftLine(tx, actor.workspace.id, taskId, actor.userId));
  const draft = line.ok && line.value ? await readDraft(actor, line.value.id, at, origin) : null;
  return { task, draft };
}
