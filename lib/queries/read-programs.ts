import { listGrants } from "@/lib/data/programs";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { ProgramView } from "@/lib/domain/program";
import type { Result } from "@/lib/domain/result";

/** The programs that are signed in as agents, the latest first: the client sees all, others their own. Refuses `signed-out`. */
export function readPrograms(actor: Actor, at: Date): Promise<Result<{ programs: ProgramView[] }>> {
  return readAs(actor, async (tx) => ({ programs: await listGrants(tx, actor.workspace.id, at) }));
}
