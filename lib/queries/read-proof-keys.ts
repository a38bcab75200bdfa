import { listProofKeys, type ProofKeyRow } from "@/lib/data/proof-keys";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";

/** A key as its settings show it: its public half in hexadecimal, never the private one. */
export type ProofKeyView = Omit<ProofKeyRow, "publicKey"> & { publicKey: string };

/** The keys of the client's proofs, the newest first; whoever is not the client sees none. Refuses `signed-out`. */
export function readProofKeys(actor: Actor): Promise<Result<{ keys: ProofKeyView[] }>> {
  return readAs(actor, async (tx) => {
    const keys = await listProofKeys(tx, actor.workspace.id);
    return {
      keys: keys.map((key) => ({
        ...key,
        publicKey: Array.from(key.publicKey, (byte) => byte.toString(16).padStart(2, "0")).join(""),
      })),
    };
  });
}
