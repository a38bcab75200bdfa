import type { Tx } from "@/lib/data/client";
import type { AgentFacts } from "@/lib/domain/agent";
import { Prisma } from "@/prisma/generated/client";

export type AgentRow = AgentFacts & {
  name: string;
  ownerName: string;
  ownerIsHere: boolean;
  changedToday: number;
  pausedAt: Date | null;
  pausedByName: string | null;
  joinedAt: Date;
};

/** The agents that belong to a desk, in the order they came. Today is a day of the desk's zone. */
export function listAgents(tx: Tx, workspaceId: string): Promise<AgentRow[]> {
  return tx.$queryRaw<AgentRow[]>`
    SELECT a.user_id AS id, a.version, u.name, a.owner_id AS "ownerId", o.name AS "ownerName", om.ended_at IS NULL AS "ownerIsHere",
      a.may_finish AS "mayFinish", a.daily_limit AS "dailyLimit", coalesce(d.changes, 0) AS "changedToday",
      a.paused_at AS "pausedAt", a.paused_by AS "pausedBy", p.name AS "pausedByName", m.joined_at AS "joinedAt"
    FROM agents a
    JOIN workspaces w ON w.id = a.workspace_id
    JOIN memberships m ON m.workspace_id = a.workspace_id AND m.user_id = a.user_id AND m.ended_at IS NULL
    JOIN users u ON u.id = a.user_id
    JOIN memberships om ON om.workspace_id = a.workspace_id AND om.user_id = a.owner_id
    JOIN users o ON o.id = a.owner_id
    LEFT JOIN users p ON p.id = a.paused_by
    LEFT JOIN agent_days d ON d.workspace_id = a.workspace_id AND d.user_id = a.user_id AND d.day = (now() AT TIME ZONE w.zone)::date
    WHERE a.workspace_id = ${workspaceId}::uuid ORDER BY m.joined_at, a.user_id`;
}

/** An agent that belongs to the desk; null otherwise. */
export async function findAgent(tx: Tx, workspaceId: string, id: string): Promise<AgentFacts | null> {
  const [agent] = await tx.$queryRaw<AgentFacts[]>`
    SELECT a.user_id AS id, a.version, a.owner_id AS "ownerId", a.may_finish AS "mayFinish", a.daily_limit AS "dailyLimit", a.paused_by AS "pausedBy"
    FROM agents a JOIN memberships m ON m.workspace_id = a.workspace_id AND m.user_id = a.user_id AND m.ended_at IS NULL
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.user_id = ${id}::uuid`;
  return agent ?? null;
}

/** Which of these are, or were, agents of the desk. */
export async function agentsAmong(
  tx: Tx,
  workspaceId: string,
  ids: readonly (string | null)[],
): Promise<Set<string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Set();
  const found = await tx.agent.findMany({
    where: { workspaceId, userId: { in: wanted } },
    select: { userId: true },
  });
  return new Set(found.map(({ userId }) => userId));
}

/** Whether somebody can answer for an agent: a person who belongs to the desk. */
export async function isPersonHere(tx: Tx, workspaceId: string, userId: string): Promise<boolean> {
  const where = { workspaceId, userId, endedAt: null, role: { not: "agent" } };
  return (await tx.membership.count({ where })) === 1;
}

export type NewAgent = { id: string; name: string; ownerId: string; mayFinish: boolean; dailyLimit: number };

/** A user who can never sign in, their membership, and who answers for it. */
export async function insertAgent(
  tx: Tx,
  { id, name, ownerId, mayFinish, dailyLimit }: NewAgent,
): Promise<void> {
  await tx.$executeRaw`SELECT fence.add_agent(${id}::uuid, ${name}, ${ownerId}::uuid, ${mayFinish}, ${dailyLimit}::integer)`;
}

export type AgentChange = Partial<Pick<AgentFacts, "ownerId" | "mayFinish" | "dailyLimit">>;

/** Changes an agent where it still is as it was seen. */
export async function saveAgent(
  tx: Tx,
  workspaceId: string,
  { id, version }: Pick<AgentFacts, "id" | "version">,
  change: AgentChange,
): Promise<boolean> {
  return (
    (await tx.agent.updateMany({ where: { workspaceId, userId: id, version }, data: change })).count === 1
  );
}

/** Stops an agent, or lets it go on; when, and by whom, the guard writes. */
export async function setPaused(tx: Tx, workspaceId: string, id: string, isPaused: boolean): Promise<void> {
  const pausedAt = isPaused ? Prisma.sql`now()` : Prisma.sql`NULL`;
  await tx.$executeRaw`
    UPDATE agents SET paused_at = ${pausedAt} WHERE workspace_id = ${workspaceId}::uuid AND user_id = ${id}::uuid
      AND (paused_at IS NULL) = ${isPaused}`;
}
