import { authDatabase } from "@/lib/data/auth-database";
import type { Tx } from "@/lib/data/client";

/** A signed statement about to be kept. `payload` is the very text that was signed. */
export type NewProof = {
  id: string;
  token: string;
  draftId: string;
  taskId: string;
  approvalId: string;
  keyId: string;
  payload: string;
  signed: Uint8Array<ArrayBuffer>;
};

/** Keeps a proof; the database refuses anybody but the client, and one of an approval that does not stand. */
export async function insertProof(tx: Tx, workspaceId: string, proof: NewProof): Promise<void> {
  await tx.proof.createMany({ data: [{ ...proof, workspaceId }] });
}

/** One proof, as the transaction may see it. */
export function findProof(tx: Tx, workspaceId: string, id: string) {
  return tx.proof.findFirst({ where: { workspaceId, id }, select: { version: true, revokedAt: true } });
}

/** Takes a proof back. False: it is at another version, or was taken back already. */
export async function endProof(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version: number },
  at: Date,
): Promise<boolean> {
  const saved = await tx.proof.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version, revokedAt: null },
    data: { revokedAt: at },
  });
  return saved.count === 1;
}

/** What whoever has the link is told: what was signed, with which key, and whether it was taken back since. */
export type ProofByLink = {
  payload: string;
  signed: Uint8Array;
  publicKey: Uint8Array;
  revoked: boolean;
};

/** The proof of a link; null when there is none. Asked without any desk: the token is all that counts. */
export async function findProofByLink(token: string): Promise<ProofByLink | null> {
  const [row] = await authDatabase().$queryRaw<ProofByLink[]>`
    SELECT payload, signed, public_key AS "publicKey", revoked FROM fence.read_proof(${token})`;
  return row ?? null;
}
