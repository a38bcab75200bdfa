import type { Actor } from "@/lib/domain/actor";
import type { FactKind } from "@/lib/domain/person/fact";
import type { Result } from "@/lib/domain/result";
import {
  changeFact,
  type FactChanged,
  type FactTarget,
  whyNotTwice,
} from "@/lib/use-cases/person/write-fact";

/**
 * Changes the words of a fact, its label or its kind. Other words are from whoever wrote them, and not checked yet.
 * Refuses `not-found`, `stale`, and `invalid` for what is written down already.
 */
export function editFact(
  actor: Actor,
  target: FactTarget,
  input: { kind?: FactKind; label?: string; value?: string },
): Promise<Result<FactChanged>> {
  return changeFact(actor, "edit-fact", target, {
    ask: (fact, tx) => whyNotTwice(tx, actor.workspace.id, { ...fact, ...input }),
    change: () => input,
  });
}
