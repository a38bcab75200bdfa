import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { changeFact, type FactChanged, type FactTarget } from "@/lib/use-cases/person/write-fact";

/** Says that a fact is still right, or takes that back. Refuses `not-found`, `stale`. */
export function checkFact(
  actor: Actor,
  target: FactTarget,
  isRight: boolean,
  at: Date,
): Promise<Result<FactChanged>> {
  return changeFact(actor, "check-fact", target, { change: () => ({ checkedAt: isRight ? at : null }) });
}
