import { saveDraft } from "@/lib/data/drafts";
import type { Actor } from "@/lib/domain/actor";
import { whyNotCallBack } from "@/lib/domain/draft/who-may-approve";
import type { Result } from "@/lib/domain/result";
import { changeDraft, type DraftChanged, moved, moveTaskOf } from "@/lib/use-cases/draft/change-draft";
import { givenAway } from "@/lib/use-cases/invitation/give-away";

/**
 * Undo, while the words have not left: the very draft is there again, addressed as it was, and the approval is void. Anybody
 * of the desk may: stopping is always the safe side. Refuses `leaving`, `not-undoable`.
 */
export function callBackDraft(actor: Actor, id: string): Promise<Result<DraftChanged>> {
  return changeDraft(actor, "undo-approval", id, {
    ask: (draft) => whyNotCallBack(draft),
    run: async (draft, tx) => {
      const { id: workspaceId } = actor.workspace;
      const wasSubmitted = draft.submittedAt !== null;
      const state = wasSubmitted ? "submitted" : "draft";
      if (!(await saveDraft(tx, workspaceId, draft, { state }))) return moved(draft);
      if (draft.answer !== null) await givenAway(tx, workspaceId, draft, false);
      await moveTaskOf(
        tx,
        workspaceId,
        draft,
        wasSubmitted || actor.role === "client" ? "client" : "assistant",
      );
      return null;
    },
  });
}
