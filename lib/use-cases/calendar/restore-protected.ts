import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { changeProtected, type ProtectedChanged } from "@/lib/use-cases/calendar/change-protected";
import type { ProtectedTarget } from "@/lib/use-cases/calendar/find-protected";

/** Keeps protected hours again that were given free. Refuses `not-found` (also when they stand), `only-client`, `stale`. */
export function restoreProtected(
  actor: Actor,
  target: ProtectedTarget,
  at: Date,
): Promise<Result<ProtectedChanged>> {
  return changeProtected(actor, "restore-protected", target, { removedAt: null }, at, "removed");
}
