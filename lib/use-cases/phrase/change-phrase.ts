import { findPhrase, savePhrase } from "@/lib/data/phrases";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { PhraseSaid } from "@/lib/domain/draft/phrase";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Which phrase, as it was seen. */
export type PhraseTarget = { id: string; version: number };
export type PhraseChanged = PhraseTarget & { seq: number };

/** Changes a phrase that stands, or one that was removed, under `verb`. Refuses `not-found`, `stale`. */
export async function changePhrase(
  actor: Actor,
  verb: string,
  target: PhraseTarget,
  change: Partial<PhraseSaid> & { removedAt?: Date | null },
  which: "standing" | "removed" = "standing",
): Promise<Result<PhraseChanged>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, verb, { kind: "phrase", id: target.id }, async (tx) => {
    const phrase = await findPhrase(tx, workspaceId, target.id);
    if (phrase === null || (phrase.removedAt === null) !== (which === "standing"))
      return refused({ code: "not-found" });
    if (!(await savePhrase(tx, workspaceId, target, change)))
      return refused({ code: "stale", version: phrase.version, changed: [] });
    return granted(phrase.version + 1);
  });
  if (!written.ok) return written;
  return granted({ id: target.id, version: written.value.value, seq: written.value.seq });
}
