import { endProof, findProof } from "@/lib/data/proofs";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";

/** Takes "Personally written" back for one message, for good: its link says nothing any more. Refuses `not-found`, `only-client`, `stale`. */
export async function revokeProof(
  actor: Actor,
  target: { id: string; version: number },
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const about = { kind: "proof", id: target.id } as const;
  const written = await writeAs(actor, "revoke-proof", about, async (tx) => {
    const proof = await findProof(tx, workspaceId, target.id);
    if (proof === null || proof.revokedAt !== null) return refused({ code: "not-found" });
    const no = whyNotChangeDesk(actor);
    if (no !== null) return refused(no);
    if (!(await endProof(tx, workspaceId, target, at)))
      return refused({ code: "stale", version: proof.version, changed: [] });
    return granted(target.id);
  });
  return written.ok ? granted({ id: target.id, seq: written.value.seq }) : written;
}
