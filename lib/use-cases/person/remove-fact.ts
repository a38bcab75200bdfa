import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { changeFact, type FactChanged, type FactTarget } from "@/lib/use-cases/person/write-fact";

/** Takes a fact away; restore-fact brings it back. Refuses `not-found`, `stale`. */
export function removeFact(actor: Actor, target: FactTarget, at: Date): Promise<Result<FactChanged>> {
  return changeFact(actor, "remove-fact", target, { change: () => ({ removedAt: at }) });
}
