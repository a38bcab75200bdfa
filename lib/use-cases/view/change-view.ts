import { findView, listViews, saveView } from "@/lib/data/saved-views";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { ViewSaid } from "@/lib/domain/task/saved-view";
import { whyNotName } from "@/lib/use-cases/view/why-not-name";

/** Which view, as it was seen. */
export type ViewTarget = { id: string; version: number };
export type ViewChanged = ViewTarget & { seq: number };

/** Changes a view that stands, or one that was removed, under `verb`. Refuses `not-found`, `stale`, and `invalid` as add-view does. */
export async function changeView(
  actor: Actor,
  verb: string,
  { id, version }: ViewTarget,
  change: Partial<ViewSaid> & { removedAt?: Date | null },
  which: "standing" | "removed" = "standing",
): Promise<Result<ViewChanged>> {
  const workspaceId = actor.workspace.id;
  const userId = actor.userId as string;
  const written = await writeAs(actor, verb, { kind: "view", id }, async (tx) => {
    const view = await findView(tx, workspaceId, userId, id);
    if (view === null || (view.removedAt === null) !== (which === "standing"))
      return refused({ code: "not-found" });
    const others = (await listViews(tx, workspaceId, userId)).filter((one) => one.id !== id);
    const no = change.removedAt ? null : whyNotName(change.name ?? view.name, others);
    if (no) return refused(no);
    if (!(await saveView(tx, workspaceId, { id, version }, change)))
      return refused({ code: "stale", version: view.version, changed: [] });
    return granted(version + 1);
  });
  return written.ok ? granted({ id, version: written.value.value, seq: written.value.seq }) : written;
}
