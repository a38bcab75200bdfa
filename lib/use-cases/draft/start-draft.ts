import { randomUUID } from "node:crypto";
import { findDraft, findDraftOfTask, insertDraft, insertVersion } from "@/lib/data/drafts";
import { holdWordsOf } from "@/lib/data/hold-words";
import { findTask } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { keptText, whyNotKept } from "@/lib/domain/draft/kept-text";
import { takesDraft } from "@/lib/domain/draft/takes-draft";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChange } from "@/lib/domain/task/must-be-you";
import { addressNewDraft } from "@/lib/use-cases/draft/address-new-draft";
import type { DraftChanged } from "@/lib/use-cases/draft/change-draft";

/** A draft to begin, with its first words (which may be none yet). */
export type Starting = { taskId: string; text: string; phrases: readonly { text: string }[] };

/**
 * Begins a draft for a task, addressed as far as is known: in the thread it answers, to whom it came from, from the account it
 * came to. Refuses `not-found`, `already-closed`, `has-draft`, and `invalid` for a kind that sends no words to anybody, or for too many.
 */
export async function startDraft(actor: Actor, input: Starting): Promise<Result<DraftChanged>> {
  const { id: workspaceId } = actor.workspace;
  const id = randomUUID();
  const text = keptText(input.text);
  const written = await writeAs(actor, "start-draft", { kind: "task", id: input.taskId }, async (tx) => {
    await holdWordsOf(tx, workspaceId, input.taskId);
    const task = await findTask(tx, workspaceId, input.taskId);
    if (task === null) return refused({ code: "not-found" });
    const no = whyNotChange(task) ?? whyNotKept(text);
    if (no !== null) return refused(no);
    if (!takesDraft(task.kind))
      return refused({ code: "invalid", fields: { text: "This kind of task sends no words to anybody." } });
    const standing = await findDraftOfTask(tx, workspaceId, task.id);
    if (standing !== null) return refused({ code: "has-draft", id: standing.id });
    if (!(await insertDraft(tx, workspaceId, await addressNewDraft(tx, workspaceId, task, id)))) {
      // Somebody else began one in the same moment.
      const twin = await findDraftOfTask(tx, workspaceId, task.id);
      return refused(twin === null ? { code: "not-found" } : { code: "has-draft", id: twin.id });
    }
    await insertVersion(tx, workspaceId, id, { text, basedOn: 0, phrases: input.phrases });
    const draft = await findDraft(tx, workspaceId, id);
    return draft === null ? refused({ code: "not-found" }) : granted(draft);
  });
  if (!written.ok) return written;
  const { version, latest, state, seal } = written.value.value;
  return granted({ id, version, latest, state, seal, seq: written.value.seq });
}
