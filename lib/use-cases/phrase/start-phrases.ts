import { insertPhrases, listPhrasesEver } from "@/lib/data/phrases";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { startingPhrases } from "@/lib/domain/draft/starting-phrases";
import { granted, type Result, refused } from "@/lib/domain/result";

/**
 * Puts the first phrases of a language in, to be made one's own; each once, so one that was there and was removed does not
 * come back. Refuses `invalid` for a language that has none.
 */
export async function startPhrases(
  actor: Actor,
  language: string,
): Promise<Result<{ added: number; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "start-phrases", { kind: "phrase", id: null }, async (tx) => {
    const first = startingPhrases.filter((one) => one.language === language);
    if (first.length === 0)
      return refused({ code: "invalid", fields: { language: "There are no phrases to start from in it." } });
    const ever = await listPhrasesEver(tx, workspaceId);
    const missing = first.filter(
      ({ title }) => !ever.some((one) => one.language === language && one.title === title),
    );
    const phrases = missing.map(({ kind, title, text }) => ({ language, kind, title, text }));
    return granted((await insertPhrases(tx, workspaceId, phrases)).length);
  });
  return written.ok ? granted({ added: written.value.value, seq: written.value.seq }) : written;
}
