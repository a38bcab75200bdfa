import { diffWords } from "@/lib/adapters/words/diff-words";
import { listVersions } from "@/lib/data/draft-page";
import { findGestureWords } from "@/lib/data/gesture-words";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { asAuthored } from "@/lib/domain/draft/as-authored";
import { sayHowMuch } from "@/lib/domain/draft/say-how-much";
import { sentencesOf } from "@/lib/domain/draft/sentences-of";
import type { GestureWords } from "@/lib/domain/draft/view";
import { whoseWords } from "@/lib/domain/draft/whose-words";
import { firstName } from "@/lib/domain/person/first-name";

/**
 * Whose words went out with a gesture, sentence by sentence, also when it was opened again. Without a draft they are all of
 * whoever closed it; where nobody wrote any down there are none. Null for a gesture that is absent, private, or a stranger's.
 */
export async function readGestureWords(actor: Actor, id: string): Promise<GestureWords | null> {
  const { id: workspaceId } = actor.workspace;
  const read = await readAs(actor, async (tx) => {
    const gesture = await findGestureWords(tx, workspaceId, id);
    if (gesture === null) return null;
    const { draftId, draftNo, words: text, by } = gesture;
    const versions = draftId === null ? [] : await listVersions(tx, workspaceId, [draftId]);
    const until = versions.filter(({ no }) => no <= (draftNo ?? 0));
    return until.length > 0 || text === "" ? until : [{ text, by, phrases: [] }];
  });
  if (!read.ok || read.value === null) return null;
  // Laid side by side when the transaction is over: it takes a while, and a connection is not to wait for it.
  const stretches = whoseWords(asAuthored(read.value), diffWords);
  return {
    whose: sentencesOf(stretches),
    howMuch: stretches.length > 0 ? sayHowMuch(stretches, firstName(actor.clientName)) : "",
  };
}
