import { findDraft, findDraftOfTask, saveDraft } from "@/lib/data/drafts";
import { holdTaskOfDraft } from "@/lib/data/hold-words";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChange } from "@/lib/domain/task/must-be-you";

/** Brings a draft back that was taken away. Refuses `has-draft` when its task has another meanwhile, `already-closed`. */
export async function restoreDraft(actor: Actor, id: string): Promise<Result<{ id: string; seq: number }>> {
  const { id: workspaceId } = actor.workspace;
  const written = await writeAs(actor, "restore-draft", { kind: "draft", id }, async (tx) => {
    await holdTaskOfDraft(tx, workspaceId, id);
    const draft = await findDraft(tx, workspaceId, id);
    if (draft === null || draft.removedAt === null) return refused({ code: "not-found" });
    const no = whyNotChange(draft.task);
    if (no !== null) return refused(no);
    const other = await findDraftOfTask(tx, workspaceId, draft.taskId);
    if (other !== null) return refused({ code: "has-draft", id: other.id });
    if (!(await saveDraft(tx, workspaceId, draft, { removedAt: null })))
      return refused({ code: "not-found" });
    return granted(id);
  });
  return written.ok ? granted({ id, seq: written.value.seq }) : written;
}
