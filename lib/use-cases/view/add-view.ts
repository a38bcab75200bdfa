import { insertView, listViews } from "@/lib/data/saved-views";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { ViewSaid } from "@/lib/domain/task/saved-view";
import { whyNotName } from "@/lib/use-cases/view/why-not-name";

/** Saves a filter of the queue under a name, for oneself. Refuses `invalid` for a name one has already, and for one too many. */
export async function addView(
  actor: Actor,
  view: ViewSaid,
): Promise<Result<{ id: string; version: number; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const userId = actor.userId as string;
  const written = await writeAs(actor, "add-view", { kind: "view", id: null }, async (tx) => {
    const no = whyNotName(view.name, await listViews(tx, workspaceId, userId));
    return no ? refused(no) : granted(await insertView(tx, workspaceId, userId, view));
  });
  return written.ok ? granted({ id: written.value.value, version: 1, seq: written.value.seq }) : written;
}
