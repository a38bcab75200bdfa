import { randomUUID } from "node:crypto";
import { insertAgent, isPersonHere, listAgents } from "@/lib/data/agents";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { MOST_AGENTS, whyNotChangeAgent } from "@/lib/domain/agent";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { AddAgentInput } from "@/lib/schemas/access";

/**
 * Adds an AI assistant that somebody of the desk answers for. It never signs in: it works with the tokens that its owner makes.
 * Refuses `only-client`, and `invalid` for an owner who is no person of the desk and for too many agents.
 */
export async function addAgent(
  actor: Actor,
  { ownerId, ...input }: AddAgentInput,
): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "add-agent", { kind: "agent", id: null }, async (tx) => {
    const no = whyNotChangeAgent(actor);
    if (no !== null) return refused(no);
    const owner = ownerId ?? (actor.userId as string);
    if (!(await isPersonHere(tx, workspaceId, owner)))
      return refused({ code: "invalid", fields: { ownerId: "Choose somebody of this desk." } });
    if ((await listAgents(tx, workspaceId)).length >= MOST_AGENTS)
      return refused({ code: "invalid", fields: { form: `There are ${MOST_AGENTS} agents already.` } });
    const id = randomUUID();
    await insertAgent(tx, { ...input, id, ownerId: owner });
    return granted(id);
  });
  return written.ok ? granted({ id: written.value.value, seq: written.value.seq }) : written;
}
