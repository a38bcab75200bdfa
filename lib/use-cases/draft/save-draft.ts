import { mergeTexts } from "@/lib/adapters/words/merge-texts";
import type { Tx } from "@/lib/data/client";
import { findLastWriter, findVersionText, insertVersion } from "@/lib/data/drafts";
import type { Actor } from "@/lib/domain/actor";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import { keptText, whyNotKept } from "@/lib/domain/draft/kept-text";
import { whyNotWrite } from "@/lib/domain/draft/who-may-approve";
import type { Refusal } from "@/lib/domain/refusal";
import type { Result } from "@/lib/domain/result";
import { changeDraft, type DraftChanged } from "@/lib/use-cases/draft/change-draft";

/** Words to keep. `basedOn` is the version they were begun from; `phrases` the saved ones that were put into them. */
export type Saving = { id: string; basedOn: number; text: string; phrases: readonly { text: string }[] };

/**
 * Keeps words as a new version of whoever wrote them; the same words again keep nothing. A change of what was approved voids
 * that. Refuses `words-moved` with both texts laid together when somebody else wrote meanwhile, `leaving`, `already-closed`.
 */
export function saveWords(actor: Actor, input: Saving): Promise<Result<DraftChanged>> {
  const { id: workspaceId } = actor.workspace;
  const text = keptText(input.text);
  return changeDraft(actor, "write-draft", input.id, {
    ask: async (draft, tx) =>
      whyNotWrite(actor, draft) ?? (await whyNotHere(tx, workspaceId, draft, { ...input, text })),
    run: async (draft, tx) => {
      if (text === draft.text) return null;
      const phrases = input.phrases.filter((phrase) => phrase.text.trim() !== "").slice(0, 50);
      await insertVersion(tx, workspaceId, draft.id, { text, basedOn: input.basedOn, phrases });
      return null;
    },
  });
}

async function whyNotHere(
  tx: Tx,
  workspaceId: string,
  draft: DraftFacts,
  input: Saving,
): Promise<Refusal | null> {
  const tooLong = whyNotKept(input.text);
  if (tooLong !== null) return tooLong;
  if (input.basedOn === draft.latest || input.text === draft.text) return null;
  const base = (await findVersionText(tx, workspaceId, draft.id, input.basedOn)) ?? "";
  const { text, parts } = mergeTexts({ base, mine: input.text, theirs: draft.text });
  const by = await findLastWriter(tx, workspaceId, draft.id);
  return { code: "words-moved", merge: { latest: draft.latest, by, theirs: draft.text, text, parts } };
}
