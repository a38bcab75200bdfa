import type { Tx } from "@/lib/data/client";

/** What somebody's own row says about keeping in touch. Days are "YYYY-MM-DD". */
export type TouchRow = {
  cadenceDays: number | null;
  neverDue: boolean;
  isDead: boolean;
  circles: string[];
  pausedUntil: string | null;
  createdAt: Date;
};

/** What the row of somebody who is there says; null otherwise. */
export async function findTouchRow(tx: Tx, workspaceId: string, id: string): Promise<TouchRow | null> {
  const row = await tx.person.findFirst({
    where: { workspaceId, id, removedAt: null },
    select: {
      cadenceDays: true,
      neverDue: true,
      isDead: true,
      circles: true,
      touchPausedUntil: true,
      createdAt: true,
    },
  });
  if (row === null) return null;
  const { touchPausedUntil, ...rest } = row;
  return { ...rest, pausedUntil: touchPausedUntil?.toISOString().slice(0, 10) ?? null };
}

/** What may be changed. `pausedUntil` is "YYYY-MM-DD". */
export type TouchChange = { cadenceDays?: number | null; neverDue?: boolean; pausedUntil?: string | null };

/** Saves it where the person still is as seen. False: somebody was quicker. */
export async function saveTouch(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version: number },
  { pausedUntil, ...change }: TouchChange,
): Promise<boolean> {
  const until = pausedUntil ? new Date(`${pausedUntil}T00:00:00Z`) : null;
  const saved = await tx.person.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version, removedAt: null },
    data: { ...change, ...(pausedUntil === undefined ? {} : { touchPausedUntil: until }) },
  });
  return saved.count === 1;
}
