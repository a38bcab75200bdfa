import type { Tx } from "@/lib/data/client";
import { saveDraft } from "@/lib/data/drafts";
import { findVoiceFor } from "@/lib/data/voice-of-desk";
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import { type DraftFacts, saysSomething } from "@/lib/domain/draft/draft";
import { whyNotPutForward } from "@/lib/domain/draft/put-forward";
import { marksIn, whyNotSubmit } from "@/lib/domain/draft/voice";
import type { Refusal } from "@/lib/domain/refusal";
import type { Result } from "@/lib/domain/result";
import {
  changeDraft,
  type DraftChanged,
  type DraftTarget,
  moved,
  moveTaskOf,
  whyNotSeen,
} from "@/lib/use-cases/draft/change-draft";

/**
 * Puts a draft before the client. Refuses `unready` while placeholders are unfilled or the voice sheet is not kept to,
 * `expired`, `words-changed`, `leaving`, `invalid` for an empty text.
 */
export function submitDraft(actor: Actor, target: DraftTarget, at: Date): Promise<Result<DraftChanged>> {
  return changeDraft(actor, "submit-draft", target.id, {
    ask: async (draft, tx) =>
      whyNotPutForward(actor, draft, at) ??
      whyNotSeen(draft, target) ??
      (takesRequestBack(actor, draft) ? null : await whyNotReady(tx, actor, draft)),
    run: async (draft, tx) => {
      if (draft.state === "submitted") return null;
      const { id: workspaceId } = actor.workspace;
      if (!(await saveDraft(tx, workspaceId, draft, { state: "submitted" }))) return moved(draft);
      await moveTaskOf(tx, workspaceId, draft, "client");
      return null;
    },
  });
}

/** The client has it before them again, as it lay there: nobody holds them to their own sheet for that. */
function takesRequestBack(actor: Actor, { state }: DraftFacts): boolean {
  return state === "changes-requested" && isClientInPerson(actor);
}

/** What the voice sheet and the gaps of a phrase say to a text that is to be shown, or sent. */
export async function whyNotReady(tx: Tx, actor: Actor, draft: DraftFacts): Promise<Refusal | null> {
  if (!saysSomething(draft)) return { code: "invalid", fields: { text: "There are no words yet." } };
  const { sheet, towards } = await findVoiceFor(tx, actor, draft.taskId);
  return whyNotSubmit(marksIn(draft.text, sheet, towards));
}
