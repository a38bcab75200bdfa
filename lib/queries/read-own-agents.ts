import { listOwnAgents, type OwnAgent } from "@/lib/data/programs";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";

/** The agents that the actor answers for, as whom a program may sign in. Refuses `signed-out`. */
export function readOwnAgents(actor: Actor): Promise<Result<OwnAgent[]>> {
  return readAs(actor, (tx) => listOwnAgents(tx, actor.workspace.id, actor.userId ?? ""));
}
