import type { Tx } from "@/lib/data/client";
import type { Circle } from "@/lib/domain/policy/default-tags";

/** Somebody who was taken off the desk and whom the transaction may see. One merged into somebody else is brought back by undoing the merge. */
export async function findRemovedPerson(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<{ id: string; version: number; circles: Circle[]; removedAt: Date } | null> {
  const row = await tx.person.findFirst({
    where: { workspaceId, id, removedAt: { not: null }, mergedIntoId: null },
    select: { id: true, version: true, circles: true, removedAt: true },
  });
  return row?.removedAt ? { ...row, removedAt: row.removedAt } : null;
}

/** Puts somebody back into these circles, with the yearly days that went with them. False: somebody was quicker. */
export async function putBackPerson(
  tx: Tx,
  workspaceId: string,
  person: { id: string; version: number; circles: Circle[]; removedAt: Date },
): Promise<boolean> {
  const saved = await tx.person.updateMany({
    where: { workspaceId, id: person.id, version: person.version, removedAt: { not: null } },
    data: { removedAt: null, circles: person.circles },
  });
  if (saved.count === 0) return false;
  await tx.personDate.updateMany({
    where: { workspaceId, personId: person.id, removedAt: person.removedAt },
    data: { removedAt: null },
  });
  return true;
}
