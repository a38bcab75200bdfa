import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { whyNotMakePrivate } from "@/lib/domain/task/must-be-you";
import { changeFact, type FactChanged, type FactTarget } from "@/lib/use-cases/person/write-fact";

/** Hides a fact from everybody but the client, or shows it again. Refuses `only-client`, `not-found`, `stale`. */
export function setFactPrivacy(
  actor: Actor,
  target: FactTarget,
  isPrivate: boolean,
): Promise<Result<FactChanged>> {
  return changeFact(actor, "set-fact-privacy", target, {
    ask: () => whyNotMakePrivate(actor),
    change: () => ({ isPrivate }),
  });
}
