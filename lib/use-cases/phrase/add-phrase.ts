import { insertPhrases, listPhrasesEver } from "@/lib/data/phrases";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { MOST_PHRASES, type PhraseSaid } from "@/lib/domain/draft/phrase";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Saves a phrase for both of them to use. Refuses `signed-out`, and `invalid` for one too many. */
export async function addPhrase(
  actor: Actor,
  phrase: PhraseSaid,
): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "add-phrase", { kind: "phrase", id: null }, async (tx) => {
    const standing = (await listPhrasesEver(tx, workspaceId)).filter((one) => one.removedAt === null);
    if (standing.length >= MOST_PHRASES)
      return refused({ code: "invalid", fields: { title: `There are ${MOST_PHRASES} phrases already.` } });
    const [id = ""] = await insertPhrases(tx, workspaceId, [phrase]);
    return granted(id);
  });
  return written.ok ? granted({ id: written.value.value, seq: written.value.seq }) : written;
}
