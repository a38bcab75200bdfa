import { diffWords } from "@/lib/adapters/words/diff-words";
import { findDraft, findVersionText } from "@/lib/data/drafts";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { DraftDiff } from "@/lib/domain/draft/view";

/** What changed between two versions of a draft, word by word; null where the draft or one of them is absent. */
export async function readDraftDiff(
  actor: Actor,
  id: string,
  { from, to }: { from: number; to: number },
): Promise<DraftDiff | null> {
  const { id: workspaceId } = actor.workspace;
  const read = await readAs(actor, async (tx) => {
    if ((await findDraft(tx, workspaceId, id)) === null) return null;
    const before = await findVersionText(tx, workspaceId, id, from);
    const after = await findVersionText(tx, workspaceId, id, to);
    return before === null || after === null ? null : { before, after };
  });
  if (!read.ok || read.value === null) return null;
  return { from, to, parts: diffWords(read.value.before, read.value.after) };
}
