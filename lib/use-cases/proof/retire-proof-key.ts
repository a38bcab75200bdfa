import type { Tx } from "@/lib/data/client";
import { endProofKey, findSigningKey } from "@/lib/data/proof-keys";

/** Ends the signing of the key that signs, within a transaction of the client's. What it has signed still holds. */
export async function retireProofKey(tx: Tx, workspaceId: string, at: Date): Promise<void> {
  const stands = await findSigningKey(tx, workspaceId);
  if (stands !== null) await endProofKey(tx, workspaceId, stands, { retiredAt: at });
}
