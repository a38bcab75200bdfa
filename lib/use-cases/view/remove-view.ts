import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { changeView, type ViewChanged, type ViewTarget } from "@/lib/use-cases/view/change-view";

/** Takes one's own view away; restore-view brings it back. Refuses `not-found`, `stale`. */
export function removeView(actor: Actor, target: ViewTarget, at: Date): Promise<Result<ViewChanged>> {
  return changeView(actor, "remove-view", target, { removedAt: at });
}
