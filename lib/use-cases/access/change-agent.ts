import { findAgent, isPersonHere, saveAgent } from "@/lib/data/agents";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotChangeAgent } from "@/lib/domain/agent";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { ChangeAgentInput } from "@/lib/schemas/access";

/**
 * Says anew who answers for an agent, what it may, or how much in a day. Tokens that another owner made for it end. Refuses
 * `only-client`, `not-found`, `stale`, and `invalid` for an owner who is no person of the desk.
 */
export async function changeAgent(
  actor: Actor,
  id: string,
  { version, ...change }: ChangeAgentInput,
): Promise<Result<{ seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "change-agent", { kind: "agent", id }, async (tx) => {
    const agent = await findAgent(tx, workspaceId, id);
    if (agent === null) return refused({ code: "not-found" });
    const no = whyNotChangeAgent(actor);
    if (no !== null) return refused(no);
    // One whose owner has left waits for another: until then nothing about it can be said.
    if (!(await isPersonHere(tx, workspaceId, change.ownerId ?? agent.ownerId)))
      return refused({ code: "invalid", fields: { ownerId: "Choose somebody of this desk." } });
    const saved = await saveAgent(tx, workspaceId, { id, version }, change);
    return saved ? granted(null) : refused({ code: "stale", version: agent.version, changed: [] });
  });
  return written.ok ? granted({ seq: written.value.seq }) : written;
}
