import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { changeFact, type FactChanged, type FactTarget } from "@/lib/use-cases/person/write-fact";

/** Brings a removed fact back, with who said it and when. Refuses `not-found` (also when it stands), `stale`. */
export function restoreFact(actor: Actor, target: FactTarget): Promise<Result<FactChanged>> {
  return changeFact(actor, "restore-fact", target, {
    which: "removed",
    change: () => ({ removedAt: null }),
  });
}
