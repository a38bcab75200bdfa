import type { Tx } from "@/lib/data/client";
import { saveDraft } from "@/lib/data/drafts";
import { findTask, saveTask } from "@/lib/data/tasks";
import type { Actor } from "@/lib/domain/actor";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import { whyNotWentOut } from "@/lib/domain/draft/who-may-approve";
import type { Refusal } from "@/lib/domain/refusal";
import type { Result } from "@/lib/domain/result";
import { whyNotClose } from "@/lib/domain/task/must-be-you";
import {
  changeDraft,
  type DraftChanged,
  type DraftTarget,
  moved,
  whyNotSeen,
} from "@/lib/use-cases/draft/change-draft";
import { leavesOpen } from "@/lib/use-cases/invitation/leaves-open";
import { makeNext } from "@/lib/use-cases/task/make-next";

/**
 * "Did it go out? Yes." Approved words left by somebody's own hand: that completes the task, with these words as its gesture.
 * Refuses `only-client-approves` before they are approved, `must-be-you`, `words-changed`.
 */
export function sayWentOut(
  actor: Actor,
  target: DraftTarget & { note: string },
  at: Date,
): Promise<Result<DraftChanged>> {
  return changeDraft(actor, "say-went-out", target.id, {
    ask: (draft) => whyNotWentOut(actor, draft) ?? whyNotSeen(draft, target),
    run: async (draft, tx) => {
      if (!(await saveDraft(tx, actor.workspace.id, draft, { state: "sent" }))) return moved(draft);
      return completeWith(tx, actor, draft, target.note, at);
    },
  });
}

/** Completes the task of words that went out, or has it wait for the answer; whoever acts must be allowed to. */
export async function completeWith(
  tx: Tx,
  actor: Actor,
  draft: Pick<DraftFacts, "id" | "taskId" | "answer">,
  note: string,
  at: Date,
): Promise<Refusal | null> {
  const { id: workspaceId } = actor.workspace;
  const task = await findTask(tx, workspaceId, draft.taskId);
  if (task === null) return { code: "not-found" };
  const no = whyNotClose(actor, task);
  if (no !== null) return no;
  const open = await leavesOpen(tx, actor, task, draft.answer);
  const done = { state: "done" as const, closingNote: note, closingDraft: draft.id };
  if (!(await saveTask(tx, workspaceId, task, open ?? done)))
    return { code: "stale", version: task.version, changed: [] };
  if (open !== null) return null;
  await makeNext(tx, actor, task, at);
  return null;
}
