import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import type { SavedView, ViewSaid } from "@/lib/domain/task/saved-view";

/** A view as stored. */
export type StoredView = SavedView & { removedAt: Date | null };

const shown = { id: true, version: true, name: true, filter: true, asBoard: true } as const;

/** The views of whoever asks, on one desk, in the order in which they were saved; of nobody else, whatever `userId` says. */
export async function listViews(tx: Tx, workspaceId: string, userId: string): Promise<SavedView[]> {
  const rows = await tx.savedView.findMany({
    where: { workspaceId, userId, removedAt: null },
    select: shown,
    orderBy: [{ savedAt: "asc" }, { id: "asc" }],
  });
  return rows as SavedView[];
}

/** A view of whoever asks, removed or not; null when there is none. */
export async function findView(
  tx: Tx,
  workspaceId: string,
  userId: string,
  id: string,
): Promise<StoredView | null> {
  const row = await tx.savedView.findFirst({
    where: { workspaceId, userId, id },
    select: { ...shown, removedAt: true },
  });
  return row as StoredView | null;
}

/** Saves a new view and gives its id. */
export async function insertView(
  tx: Tx,
  workspaceId: string,
  userId: string,
  view: ViewSaid,
): Promise<string> {
  const id = randomUUID();
  await tx.savedView.create({ data: { ...view, workspaceId, userId, id }, select: { id: true } });
  return id;
}

/** Changes a view where it still is as it was seen. False: another window was quicker. */
export async function saveView(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version: number },
  change: Partial<ViewSaid> & { removedAt?: Date | null },
): Promise<boolean> {
  const saved = await tx.savedView.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version },
    data: { ...change, version: { increment: 1 } },
  });
  return saved.count === 1;
}
