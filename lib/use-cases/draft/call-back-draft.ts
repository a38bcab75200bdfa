import { saveDraft } from "@/lib/data/drafts";
import type { Actor } from "@/lib/domain/actor";
import { whyNotCallBack } from "@/lib/domain/draft/who-may-approve";
import type { Result } from "@/lib/domain/result";
import { changeDraft, type DraftChanged, moved } from "@/lib/use-cases/draft/change-draft";
import { givenAway } from "@/lib/use-cases/invitation/give-away";

/**
 * Undo, while the words have not left: the very draft is there again, addressed as it was, and the approval is void. Anybody
 * of the desk may: stopping is always the safe side. What the client had approved lies before them again. Refuses `leaving`, `not-undoable`.
 */
export function callBackDraft(actor: Actor, id: string): Promise<Result<DraftChanged>> {
  return changeDraft(actor, "undo-approval", id, {
    ask: (draft) => whyNotCallBack(draft),
    run: async (draft, tx) => {
      const { id: workspaceId } = actor.workspace;
      const state = draft.submittedAt === null ? "draft" : "submitted";
      if (!(await saveDraft(tx, workspaceId, draft, { state }))) return moved(draft);
      if (draft.answer !== null) await givenAway(tx, workspaceId, draft, false);
      return null;
    },
  });
}
