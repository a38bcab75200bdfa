import type { Tx } from "@/lib/data/client";

/** The key that signs. `sealed` is the private one, encrypted. */
export type SigningKey = { id: string; version: number; sealed: Uint8Array };

/** A key as the client sees it. Instants ISO UTC; `proofs` is how many messages it has signed. */
export type ProofKeyRow = {
  id: string;
  version: number;
  publicKey: Uint8Array;
  madeAt: string;
  retiredAt: string | null;
  revokedAt: string | null;
  proofs: number;
};

/** The desk's one key that signs, if there is one that the transaction may see. */
export async function findSigningKey(tx: Tx, workspaceId: string): Promise<SigningKey | null> {
  return tx.proofKey.findFirst({
    where: { workspaceId, retiredAt: null, revokedAt: null },
    select: { id: true, version: true, sealed: true },
  });
}

/** All keys that the transaction may see, the newest first. */
export async function listProofKeys(tx: Tx, workspaceId: string): Promise<ProofKeyRow[]> {
  const keys = await tx.proofKey.findMany({
    where: { workspaceId },
    omit: { workspaceId: true, sealed: true },
    orderBy: [{ madeAt: "desc" }, { id: "asc" }],
    take: 100,
  });
  const signed = await tx.proof.groupBy({ by: ["keyId"], where: { workspaceId }, _count: true });
  const counts = new Map(signed.map((one) => [one.keyId, one._count]));
  return keys.map(({ madeAt, retiredAt, revokedAt, ...key }) => ({
    ...key,
    madeAt: madeAt.toISOString(),
    retiredAt: retiredAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    proofs: counts.get(key.id) ?? 0,
  }));
}

/** Adds a key; the database refuses anybody but the client, and a second one that signs. */
export async function insertProofKey(
  tx: Tx,
  workspaceId: string,
  key: { id: string; publicKey: Uint8Array<ArrayBuffer>; sealed: Uint8Array<ArrayBuffer> },
): Promise<void> {
  await tx.proofKey.createMany({ data: [{ ...key, workspaceId }] });
}

/** Ends a key's signing, or all that it says. False: it was revoked already, or is at another version. */
export async function endProofKey(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version: number },
  change: { retiredAt: Date } | { revokedAt: Date },
): Promise<boolean> {
  const saved = await tx.proofKey.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version, revokedAt: null },
    data: change,
  });
  return saved.count === 1;
}
