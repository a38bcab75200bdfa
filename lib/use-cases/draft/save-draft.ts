import { mergeTexts } from "@/lib/adapters/words/merge-texts";
import type { Tx } from "@/lib/data/client";
import { findDraft, findLastWriter, findVersionText, insertVersion, saveDraft } from "@/lib/data/drafts";
import type { Actor } from "@/lib/domain/actor";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import { keptText, whyNotKept } from "@/lib/domain/draft/kept-text";
import { whyNotWrite, whyNotWriteOver } from "@/lib/domain/draft/who-may-approve";
import type { Refusal } from "@/lib/domain/refusal";
import type { Result } from "@/lib/domain/result";
import { changeDraft, type DraftChanged, moved, moveTaskOf } from "@/lib/use-cases/draft/change-draft";
import { whyNotReady } from "@/lib/use-cases/draft/submit-draft";

/**
 * Words to keep. `basedOn` is the version they were begun from; `phrases` the saved ones that were put into them; `voids`: they end
 * an approval, and whoever writes knows.
 */
export type Saving = {
  id: string;
  basedOn: number;
  text: string;
  phrases: readonly { text: string }[];
  voids?: boolean;
};

/**
 * Keeps words as a new version of whoever wrote them; the same words again keep nothing. A change of what was approved voids
 * that, and has to say so; words of an assistant's that are not ready take the draft from before the client. Refuses `let-go`, `words-moved` with both texts laid together when somebody else wrote meanwhile, `leaving`, `already-closed`.
 */
export function saveWords(actor: Actor, input: Saving): Promise<Result<DraftChanged>> {
  const { id: workspaceId } = actor.workspace;
  const text = keptText(input.text);
  return changeDraft(actor, "write-draft", input.id, {
    ask: async (draft, tx) =>
      whyNotWrite(actor, draft) ?? (await whyNotHere(tx, actor, draft, { ...input, text })),
    run: async (draft, tx) => {
      if (text === draft.text) return null;
      const phrases = input.phrases.filter((phrase) => phrase.text.trim() !== "").slice(0, 50);
      await insertVersion(tx, workspaceId, draft.id, { text, basedOn: input.basedOn, phrases });
      return actor.role === "client" ? null : takeUnreadyBack(tx, actor, draft.id);
    },
  });
}

/** C10: what would not have been put before the client does not lie there either. Submitting it again says when it is ready. */
async function takeUnreadyBack(tx: Tx, actor: Actor, draftId: string): Promise<Refusal | null> {
  const { id: workspaceId } = actor.workspace;
  const draft = await findDraft(tx, workspaceId, draftId);
  if (draft?.state !== "submitted" || (await whyNotReady(tx, actor, draft)) === null) return null;
  if (!(await saveDraft(tx, workspaceId, draft, { state: "draft" }))) return moved(draft);
  await moveTaskOf(tx, workspaceId, draft, "assistant");
  return null;
}

async function whyNotHere(tx: Tx, actor: Actor, draft: DraftFacts, input: Saving): Promise<Refusal | null> {
  const tooLong = whyNotKept(input.text);
  if (tooLong !== null) return tooLong;
  if (input.text === draft.text) return null;
  const no = whyNotWriteOver(actor, draft, input.voids === true);
  if (no !== null || input.basedOn === draft.latest) return no;
  const { id: workspaceId } = actor.workspace;
  const base = (await findVersionText(tx, workspaceId, draft.id, input.basedOn)) ?? "";
  const { text, parts } = mergeTexts({ base, mine: input.text, theirs: draft.text });
  const writer = await findLastWriter(tx, workspaceId, draft.id);
  return { code: "words-moved", merge: { latest: draft.latest, ...writer, theirs: draft.text, text, parts } };
}
