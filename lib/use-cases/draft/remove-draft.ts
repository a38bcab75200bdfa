import { findDraft, saveDraft } from "@/lib/data/drafts";
import { holdTaskOfDraft } from "@/lib/data/hold-words";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotTakeAway } from "@/lib/domain/draft/put-forward";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotSeen } from "@/lib/use-cases/draft/change-draft";

/** Takes a draft away; nothing of it is deleted, and it can be brought back. What was approved is called back first. Refuses `leaving`, `words-changed`. */
export async function removeDraft(
  actor: Actor,
  target: { id: string; latest: number },
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const { id: workspaceId } = actor.workspace;
  const written = await writeAs(actor, "remove-draft", { kind: "draft", id: target.id }, async (tx) => {
    await holdTaskOfDraft(tx, workspaceId, target.id);
    const draft = await findDraft(tx, workspaceId, target.id);
    if (draft === null) return refused({ code: "not-found" });
    const no = whyNotTakeAway(actor, draft) ?? whyNotSeen(draft, target);
    if (no !== null) return refused(no);
    // What expired stays so: brought back, it is held until it has another time.
    const state = draft.state === "expired" ? "expired" : "draft";
    if (!(await saveDraft(tx, workspaceId, draft, { removedAt: at, state })))
      return refused({ code: "words-changed", latest: draft.latest });
    return granted(draft.id);
  });
  return written.ok ? granted({ id: written.value.value, seq: written.value.seq }) : written;
}
