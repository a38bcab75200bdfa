import { findAgent, setPaused } from "@/lib/data/agents";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotWake } from "@/lib/domain/agent";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Lets a paused agent go on; one that is awake stays so. Refuses `not-found`, `in-person`, and `only-client` for an owner whom the client has stopped. */
export async function wakeAgent(actor: Actor, id: string): Promise<Result<{ seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "wake-agent", { kind: "agent", id }, async (tx) => {
    const agent = await findAgent(tx, workspaceId, id);
    if (agent === null) return refused({ code: "not-found" });
    const no = whyNotWake(actor, agent);
    if (no !== null) return refused(no);
    await setPaused(tx, workspaceId, id, false);
    return granted(null);
  });
  return written.ok ? granted({ seq: written.value.seq }) : written;
}
