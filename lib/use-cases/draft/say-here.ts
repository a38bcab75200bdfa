import { listHere, noteHere } from "@/lib/data/draft-presence";
import { findDraft } from "@/lib/data/drafts";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { PresentView } from "@/lib/domain/draft/view";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Whoever has not said so for this long is gone. */
const awayAfterMs = 45_000;

/** Says that one has a draft open, and hears who else has, and whether they type. Writes nothing into the record. Refuses `not-found`. */
export async function sayHere(
  actor: Actor,
  input: { id: string; isTyping: boolean },
  at: Date,
): Promise<Result<{ here: PresentView[]; latest: number }>> {
  const { id: workspaceId } = actor.workspace;
  const userId = actor.userId ?? "";
  const written = await writeAs(actor, "say-here", { kind: "draft", id: input.id }, async (tx) => {
    const draft = await findDraft(tx, workspaceId, input.id);
    if (draft === null || draft.removedAt !== null) return refused({ code: "not-found" });
    await noteHere(tx, workspaceId, draft.id, { userId, isTyping: input.isTyping, at });
    const since = new Date(at.getTime() - awayAfterMs);
    return granted({
      here: await listHere(tx, workspaceId, draft.id, userId, since),
      latest: draft.latest,
    });
  });
  return written.ok ? granted(written.value.value) : written;
}
