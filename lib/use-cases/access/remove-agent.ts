import { findAgent } from "@/lib/data/agents";
import { announceAccess } from "@/lib/data/announce";
import { endMembership } from "@/lib/data/members";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotChangeAgent } from "@/lib/domain/agent";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Ends an agent's place on the desk, and its tokens with it. What it did stays in the history. Refuses `only-client`, `not-found`. */
export async function removeAgent(actor: Actor, id: string, at: Date): Promise<Result<{ seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "remove-agent", { kind: "agent", id }, async (tx) => {
    if ((await findAgent(tx, workspaceId, id)) === null) return refused({ code: "not-found" });
    const no = whyNotChangeAgent(actor);
    if (no !== null) return refused(no);
    await endMembership(tx, workspaceId, id, at);
    return granted(null);
  });
  if (!written.ok) return written;
  announceAccess(workspaceId);
  return granted({ seq: written.value.seq });
}
