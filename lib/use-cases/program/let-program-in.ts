import { randomUUID } from "node:crypto";
import { insertGrant, listOwnAgents } from "@/lib/data/programs";
import { makeSecret } from "@/lib/data/secrets";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type Asking, PROGRAM_DAYS } from "@/lib/domain/program";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { Scope } from "@/lib/domain/token";

const A_DAY = 24 * 60 * 60 * 1000;

/**
 * Somebody lets a program in, as an agent of their own and for some of what it asks for, and gives it a code that is good for a minute.
 * Refuses `in-person` to whoever is a program themselves, `paused`, and `invalid` for an agent that is not theirs, or nothing chosen.
 */
export async function letProgramIn(
  actor: Actor,
  asking: Asking,
  chosen: { agentId: string; scopes: readonly Scope[] },
  at: Date,
): Promise<Result<{ code: string; seq: number }>> {
  const [id, code] = [randomUUID(), makeSecret()];
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "let-program-in", { kind: "program", id }, async (tx) => {
    if (actor.door !== "screen" || actor.role === "agent") return refused({ code: "in-person" });
    const agents = await listOwnAgents(tx, workspaceId, actor.userId ?? "");
    const agent = agents.find((one) => one.id === chosen.agentId);
    if (agent === undefined)
      return refused({ code: "invalid", fields: { agent: "Choose an agent that you answer for." } });
    if (agent.isPaused) return refused({ code: "paused" });
    const scopes = asking.scopes.filter((scope) => chosen.scopes.includes(scope));
    if (scopes.length === 0)
      return refused({ code: "invalid", fields: { form: "Choose at least one thing that it may do." } });
    const expiresAt = new Date(at.getTime() + PROGRAM_DAYS * A_DAY - 60_000);
    await insertGrant(tx, workspaceId, { id, agentId: agent.id, scopes, expiresAt, code, asking });
    return granted(null);
  });
  return written.ok ? granted({ code, seq: written.value.seq }) : written;
}
