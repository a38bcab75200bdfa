import type { Tx } from "@/lib/data/client";
import { findDraft, saveDraft } from "@/lib/data/drafts";
import { holdTaskOfSending } from "@/lib/data/hold-words";
import { type SendingFacts, saveSending } from "@/lib/data/sendings";
import { findTask, saveTask } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { closesItsTask } from "@/lib/domain/draft/carry";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import { granted, type Result } from "@/lib/domain/result";
import { isOpen } from "@/lib/domain/task/task";
import { leavesOpen } from "@/lib/use-cases/invitation/leaves-open";
import { noteAnswered } from "@/lib/use-cases/invitation/note-answered";
import { makeNext } from "@/lib/use-cases/task/make-next";

/**
 * Writes down that a server has taken the words: the sending, the draft and the task in one transaction. The task is done under the name of
 * whoever let the words go, which the database looks up for itself; a job has none. "lost": somebody else carries them now.
 */
export async function finishSending(
  actor: Actor,
  seen: SendingFacts,
  at: Date,
): Promise<Result<"sent" | "lost">> {
  const { id: workspaceId } = actor.workspace;
  const written = await writeAs(actor, "carry-sending", { kind: "sending", id: seen.id }, async (tx) => {
    await holdTaskOfSending(tx, workspaceId, seen.id);
    if (!(await saveSending(tx, workspaceId, seen, { state: "sent", lastError: "" })))
      return granted("lost" as const);
    const draft = await findDraft(tx, workspaceId, seen.draftId);
    if (draft !== null) {
      await saveDraft(tx, workspaceId, draft, { state: "sent" });
      await noteAnswered(tx, workspaceId, draft);
    }
    await closeTask(tx, actor, seen, { answer: draft?.answer ?? null, at });
    return granted("sent" as const);
  });
  return written.ok ? granted(written.value.value) : written;
}

async function closeTask(
  tx: Tx,
  actor: Actor,
  seen: SendingFacts,
  { answer, at }: { answer: DraftFacts["answer"]; at: Date },
): Promise<void> {
  const { id: workspaceId } = actor.workspace;
  const task = await findTask(tx, workspaceId, seen.taskId);
  if (task === null || !isOpen(task)) return;
  // An assistant sent it by leave, and it was made the client's while it was on its way: gone is gone, the rest is for the client to say.
  if (!closesItsTask(seen.approvalId === null ? seen.pressedRole : "client", task.tag)) {
    await saveTask(tx, workspaceId, task, { state: "client" });
    return;
  }
  const open = await leavesOpen(tx, actor, task, answer);
  if (open !== null) {
    await saveTask(tx, workspaceId, task, open);
    return;
  }
  await saveTask(tx, workspaceId, task, { state: "done", closingDraft: seen.draftId });
  await makeNext(tx, actor, task, at);
}
