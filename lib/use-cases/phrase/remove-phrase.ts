import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { changePhrase, type PhraseChanged, type PhraseTarget } from "@/lib/use-cases/phrase/change-phrase";

/** Takes a saved phrase away; restore-phrase brings it back. Refuses `not-found`, `stale`. */
export function removePhrase(actor: Actor, target: PhraseTarget, at: Date): Promise<Result<PhraseChanged>> {
  return changePhrase(actor, "remove-phrase", target, { removedAt: at });
}
