import { endGrant, findGrant, listOwnAgents } from "@/lib/data/programs";
import { writeAs } from "@/lib/data/transaction";
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";

/**
 * Sends a program away: its token and its secret open nothing from now on. For whoever let it in, whoever answers for its agent, and the
 * client, in person. Refuses `not-found` (also for one that has ended), `in-person`, `stale`.
 */
export async function endProgram(
  actor: Actor,
  target: { id: string; version: number },
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "end-program", { kind: "program", id: target.id }, async (tx) => {
    const grant = await findGrant(tx, workspaceId, target.id);
    if (grant === null || grant.isOver) return refused({ code: "not-found" });
    if (actor.door !== "screen" || actor.role === "agent") return refused({ code: "in-person" });
    const own = await listOwnAgents(tx, workspaceId, actor.userId ?? "");
    const isTheirs = grant.madeBy === actor.userId || own.some(({ id }) => id === grant.userId);
    if (!isTheirs && !isClientInPerson(actor)) return refused({ code: "not-found" });
    if (!(await endGrant(tx, workspaceId, target, at)))
      return refused({ code: "stale", version: grant.version, changed: [] });
    return granted(target.id);
  });
  return written.ok ? granted({ id: target.id, seq: written.value.seq }) : written;
}
