import type { Tx } from "@/lib/data/client";
import type { CircleRules } from "@/lib/domain/policy/circles";
import type { CircleEver } from "@/lib/domain/policy/come-back";
import type { Circle } from "@/lib/domain/policy/default-tags";

/** A circle as stored: its rules, its row's id and the version one saw. */
export type StoredCircle = CircleRules & { id: string; version: number };

/** The circles of a desk, from near to far. */
export async function listCircles(tx: Tx, workspaceId: string): Promise<StoredCircle[]> {
  const rows = await tx.circle.findMany({
    where: { workspaceId, removedAt: null },
    omit: { workspaceId: true, removedAt: true },
    orderBy: [{ position: "asc" }, { key: "asc" }],
  });
  return rows as StoredCircle[];
}

/** Every circle that a desk has or had. */
export async function listCirclesEver(tx: Tx, workspaceId: string): Promise<CircleEver[]> {
  const rows = await tx.circle.findMany({ where: { workspaceId }, omit: { workspaceId: true } });
  return rows.map(({ removedAt, ...circle }) => ({
    ...(circle as StoredCircle),
    isGone: removedAt !== null,
  }));
}

/** How many people are in each circle whom the transaction may see; a person of two counts in both. */
export async function countInCircles(tx: Tx, workspaceId: string): Promise<Map<Circle, number>> {
  const rows = await tx.$queryRaw<{ key: string; n: number }[]>`
    SELECT k AS key, count(*)::int AS n FROM persons p, unnest(p.circles) k
    WHERE p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL GROUP BY k`;
  return new Map(rows.map((row) => [row.key, row.n]));
}

/** Every key that a circle of this desk has or had: a new one takes another. */
export async function listCircleKeys(tx: Tx, workspaceId: string): Promise<Set<Circle>> {
  const rows = await tx.circle.findMany({ where: { workspaceId }, select: { key: true } });
  return new Set(rows.map((row) => row.key));
}

/** Makes a circle. The database refuses anybody but the client. */
export async function insertCircle(tx: Tx, workspaceId: string, circle: CircleRules): Promise<void> {
  await tx.circle.createMany({ data: [{ ...circle, workspaceId }] });
}

/** Changes a circle where it still is as it was seen. False: somebody was quicker. */
export async function saveCircleRow(
  tx: Tx,
  workspaceId: string,
  seen: Pick<StoredCircle, "key" | "version">,
  change: Partial<Omit<CircleRules, "key">> & { removedAt?: Date | null },
): Promise<boolean> {
  const saved = await tx.circle.updateMany({
    where: { workspaceId, key: seen.key, version: seen.version, removedAt: null },
    data: change,
  });
  return saved.count === 1;
}
