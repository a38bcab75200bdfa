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
import { sayAndCall } from "@/lib/use-cases/draft/say-and-call";

/**
 * The client sends a draft back, and says why; "@Ana" in it calls her. Refuses `only-client-approves`, `not-submitted`, `words-changed`.
 * @param origin the public origin, which mailed links are built from alone
 */
export function askForChanges(
  actor: Actor,
  target: DraftTarget & { reason: string },
  origin: string,
): Promise<Result<DraftChanged>> {
  return changeDraft(actor, "ask-for-changes", target.id, {
    ask: (draft) => whyNotAskChanges(actor, draft) ?? whyNotSeen(draft, target),
    run: async (draft, tx) => {
      const { id: workspaceId } = actor.workspace;
      if (!(await saveDraft(tx, workspaceId, draft, { state: "changes-requested" }))) return moved(draft);
      await sayAndCall(tx, actor, draft, { note: target.reason, asksChanges: true }, origin);
      await moveTaskOf(tx, workspaceId, draft, "assistant");
      return null;
    },
  });
}
