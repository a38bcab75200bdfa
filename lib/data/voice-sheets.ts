import type { Tx } from "@/lib/data/client";

/** One sheet as stored: for everybody (circle ""), or for one circle. */
export type StoredSheet = {
  circle: string;
  version: number;
  greeting: string;
  signOff: string;
  neverWords: string[];
  mostWords: number | null;
};

/** Every sheet of a desk, the one for everybody first. */
export function listSheets(tx: Tx, workspaceId: string): Promise<StoredSheet[]> {
  return tx.voiceSheet.findMany({
    where: { workspaceId },
    omit: { workspaceId: true, id: true },
    orderBy: { circle: "asc" },
  });
}

/** Saves a sheet where it still is as it was seen; `version` null makes it. False: somebody was quicker. */
export async function saveSheet(
  tx: Tx,
  workspaceId: string,
  { circle, version, ...said }: Omit<StoredSheet, "version"> & { version: number | null },
): Promise<boolean> {
  const saved =
    version === null
      ? await tx.voiceSheet.createMany({ data: [{ ...said, circle, workspaceId }], skipDuplicates: true })
      : await tx.voiceSheet.updateMany({ where: { workspaceId, circle, version }, data: said });
  return saved.count === 1;
}
