import type { Actor } from "@/lib/domain/actor";
import type { PhraseSaid } from "@/lib/domain/draft/phrase";
import type { Result } from "@/lib/domain/result";
import { changePhrase, type PhraseChanged, type PhraseTarget } from "@/lib/use-cases/phrase/change-phrase";

/** Changes a saved phrase; drafts that were made with it stay as they are. Refuses `not-found`, `stale`. */
export function editPhrase(
  actor: Actor,
  target: PhraseTarget,
  change: Partial<PhraseSaid>,
): Promise<Result<PhraseChanged>> {
  return changePhrase(actor, "edit-phrase", target, change);
}
