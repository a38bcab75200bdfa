import type { Actor } from "@/lib/domain/actor";
import type { ProtectedInput } from "@/lib/domain/calendar/kept";
import type { Result } from "@/lib/domain/result";
import { changeProtected, type ProtectedChanged } from "@/lib/use-cases/calendar/change-protected";
import type { ProtectedTarget } from "@/lib/use-cases/calendar/find-protected";

/** Says protected hours anew. What is booked stays where it is. Refuses `not-found`, `only-client`, `stale`, `invalid`. */
export function editProtected(
  actor: Actor,
  target: ProtectedTarget,
  hours: ProtectedInput,
  at: Date,
): Promise<Result<ProtectedChanged>> {
  return changeProtected(actor, "edit-protected", target, hours, at);
}
