import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";
import { addProofKey } from "@/lib/use-cases/proof/ensure-proof-key";
import { retireProofKey } from "@/lib/use-cases/proof/retire-proof-key";

/** Makes a key that signs from now on; the one before is retired, and what it signed still holds. Refuses `only-client`. */
export async function makeProofKey(actor: Actor, at: Date): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "make-proof-key", { kind: "proof-key", id: null }, async (tx) => {
    const no = whyNotChangeDesk(actor);
    if (no !== null) return refused(no);
    await retireProofKey(tx, workspaceId, at);
    return granted((await addProofKey(tx, workspaceId)).id);
  });
  return written.ok ? granted({ id: written.value.value, seq: written.value.seq }) : written;
}
