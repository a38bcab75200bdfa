import { listViews } from "@/lib/data/saved-views";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import type { SavedView } from "@/lib/domain/task/saved-view";

/** One's own saved views of the queue, in the order in which they were saved. Refuses `signed-out`. */
export function readViews(actor: Actor): Promise<Result<{ views: SavedView[] }>> {
  return readAs(actor, async (tx) => ({
    views: await listViews(tx, actor.workspace.id, actor.userId as string),
  }));
}
