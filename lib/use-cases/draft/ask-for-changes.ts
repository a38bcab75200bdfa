import { insertComment } from "@/lib/data/draft-comments";
import { saveDraft } from "@/lib/data/drafts";
import type { Actor } from "@/lib/domain/actor";
import { whyNotAskChanges } from "@/lib/domain/draft/who-may-approve";
import type { Result } from "@/lib/domain/result";
import {
  changeDraft,
  type DraftChanged,
  type DraftTarget,
  moved,
  moveTaskOf,
  whyNotSeen,
} from "@/lib/use-cases/draft/change-draft";

/** The client sends a draft back, and says why. Refuses `only-client-approves`, `not-submitted`, `words-changed`. */
export function askForChanges(
  actor: Actor,
  target: DraftTarget & { reason: string },
): Promise<Result<DraftChanged>> {
  return changeDraft(actor, "ask-for-changes", target.id, {
    ask: (draft) => whyNotAskChanges(actor, draft) ?? whyNotSeen(draft, target),
    run: async (draft, tx) => {
      const { id: workspaceId } = actor.workspace;
      if (!(await saveDraft(tx, workspaceId, draft, { state: "changes-requested" }))) return moved(draft);
      const { reason: note } = target;
      await insertComment(tx, workspaceId, draft, { note, mentions: [], asksChanges: true });
      await moveTaskOf(tx, workspaceId, draft, "assistant");
      return null;
    },
  });
}
