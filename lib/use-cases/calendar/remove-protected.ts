import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { changeProtected, type ProtectedChanged } from "@/lib/use-cases/calendar/change-protected";
import type { ProtectedTarget } from "@/lib/use-cases/calendar/find-protected";

/** Gives protected hours free; restore-protected keeps them again. Refuses `not-found`, `only-client`, `stale`. */
export function removeProtected(
  actor: Actor,
  target: ProtectedTarget,
  at: Date,
): Promise<Result<ProtectedChanged>> {
  return changeProtected(actor, "remove-protected", target, { removedAt: at }, at);
}
