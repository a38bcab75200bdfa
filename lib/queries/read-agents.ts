import { type AgentRow, listAgents } from "@/lib/data/agents";
import { listMembers } from "@/lib/data/members";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type AgentView, whyNotChangeAgent, whyNotPause, whyNotWake } from "@/lib/domain/agent";
import type { Result } from "@/lib/domain/result";
import { whyNotMakeToken } from "@/lib/domain/token";

/** `owners`: who can answer for an agent; for whoever may say so. */
export type AgentsView = { agents: AgentView[]; owners: { id: string; name: string }[]; canAdd: boolean };

/** The AI assistants of the desk, with what the reader may do about each. Refuses `signed-out`. */
export async function readAgents(actor: Actor): Promise<Result<AgentsView>> {
  const canAdd = whyNotChangeAgent(actor) === null;
  return readAs(actor, async (tx) => {
    const rows = await listAgents(tx, actor.workspace.id);
    const members = canAdd ? await listMembers(tx, actor.workspace.id) : [];
    const people = members.filter(({ role, endedAt }) => role !== "agent" && endedAt === null);
    return {
      agents: rows.map((row) => toView(actor, row)),
      owners: people.map(({ userId, name }) => ({ id: userId, name })),
      canAdd,
    };
  });
}

function toView(actor: Actor, row: AgentRow): AgentView {
  const { ownerId, ownerName, ownerIsHere, pausedAt, pausedBy, pausedByName, joinedAt, ...rest } = row;
  const isPaused = pausedAt !== null;
  return {
    ...rest,
    owner: { id: ownerId, name: ownerName, isHere: ownerIsHere },
    paused: isPaused ? { at: pausedAt.toISOString(), byName: pausedByName ?? "" } : null,
    joinedAt: joinedAt.toISOString(),
    can: {
      change: whyNotChangeAgent(actor) === null,
      pause: !isPaused && whyNotPause(actor, { ownerId }) === null,
      wake: isPaused && ownerIsHere && whyNotWake(actor, { ownerId, pausedBy }) === null,
      makeToken: whyNotMakeToken(actor, { userId: row.id, ownerId }) === null,
    },
  };
}
