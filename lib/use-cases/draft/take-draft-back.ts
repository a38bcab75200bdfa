import { saveDraft } from "@/lib/data/drafts";
import type { Actor } from "@/lib/domain/actor";
import { whyNotTakeBack } from "@/lib/domain/draft/put-forward";
import type { Result } from "@/lib/domain/result";
import { changeDraft, type DraftChanged, moved, moveTaskOf } from "@/lib/use-cases/draft/change-draft";

/** Takes a submitted draft back to work on it. Refuses `not-submitted`, `leaving`. */
export function takeDraftBack(actor: Actor, id: string): Promise<Result<DraftChanged>> {
  return changeDraft(actor, "take-draft-back", id, {
    ask: (draft) => whyNotTakeBack(actor, draft),
    run: async (draft, tx) => {
      const { id: workspaceId } = actor.workspace;
      if (!(await saveDraft(tx, workspaceId, draft, { state: "draft" }))) return moved(draft);
      await moveTaskOf(tx, workspaceId, draft, "assistant");
      return null;
    },
  });
}
