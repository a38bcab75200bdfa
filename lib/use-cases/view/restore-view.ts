import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { changeView, type ViewChanged, type ViewTarget } from "@/lib/use-cases/view/change-view";

/** Brings one's own removed view back. Refuses `not-found` (also when it stands), `stale`, and `invalid` when its name is taken by now. */
export function restoreView(actor: Actor, target: ViewTarget): Promise<Result<ViewChanged>> {
  return changeView(actor, "restore-view", target, { removedAt: null }, "removed");
}
