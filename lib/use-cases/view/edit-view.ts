import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import type { ViewSaid } from "@/lib/domain/task/saved-view";
import { changeView, type ViewChanged, type ViewTarget } from "@/lib/use-cases/view/change-view";

/** Gives one's own view another name or filter. Refuses `not-found`, `stale`, and `invalid` for a name one has already. */
export function editView(
  actor: Actor,
  target: ViewTarget,
  change: Partial<ViewSaid>,
): Promise<Result<ViewChanged>> {
  return changeView(actor, "edit-view", target, change);
}
