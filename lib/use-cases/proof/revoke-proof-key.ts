import { endProofKey, listProofKeys } from "@/lib/data/proof-keys";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";

/**
 * Takes a key's word back for good: nothing it has signed verifies any more, and it signs nothing. Refuses `not-found` (whoever is
 * not the client has no keys, and a key is revoked once), `only-client`, `stale`.
 */
export async function revokeProofKey(
  actor: Actor,
  target: { id: string; version: number },
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const about = { kind: "proof-key", id: target.id } as const;
  const written = await writeAs(actor, "revoke-proof-key", about, async (tx) => {
    const key = (await listProofKeys(tx, workspaceId)).find((one) => one.id === target.id);
    if (key === undefined || key.revokedAt !== null) return refused({ code: "not-found" });
    const no = whyNotChangeDesk(actor);
    if (no !== null) return refused(no);
    if (!(await endProofKey(tx, workspaceId, target, { revokedAt: at })))
      return refused({ code: "stale", version: key.version, changed: [] });
    return granted(target.id);
  });
  return written.ok ? granted({ id: target.id, seq: written.value.seq }) : written;
}
