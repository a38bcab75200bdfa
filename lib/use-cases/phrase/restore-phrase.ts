import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { changePhrase, type PhraseChanged, type PhraseTarget } from "@/lib/use-cases/phrase/change-phrase";

/** Brings a removed phrase back. Refuses `not-found` (also when it stands), `stale`. */
export function restorePhrase(actor: Actor, target: PhraseTarget): Promise<Result<PhraseChanged>> {
  return changePhrase(actor, "restore-phrase", target, { removedAt: null }, "removed");
}
