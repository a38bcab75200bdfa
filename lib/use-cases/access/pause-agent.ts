import { findAgent, setPaused } from "@/lib/data/agents";
import { announceAccess } from "@/lib/data/announce";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotPause } from "@/lib/domain/agent";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Stops an agent at once: nothing of it is let in until it is woken. Paused already, it stays so. Refuses `not-found`, `in-person`, `only-client`. */
export async function pauseAgent(actor: Actor, id: string): Promise<Result<{ seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "pause-agent", { kind: "agent", id }, async (tx) => {
    const agent = await findAgent(tx, workspaceId, id);
    if (agent === null) return refused({ code: "not-found" });
    const no = whyNotPause(actor, agent);
    if (no !== null) return refused(no);
    await setPaused(tx, workspaceId, id, true);
    return granted(null);
  });
  if (!written.ok) return written;
  announceAccess(workspaceId);
  return granted({ seq: written.value.seq });
}
