import { randomUUID } from "node:crypto";
import { insertDecision } from "@/lib/data/decisions";
import { holdWordsOf } from "@/lib/data/hold-words";
import { findTask } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChange } from "@/lib/domain/task/must-be-you";
import { type DecisionChanged, moveTask } from "@/lib/use-cases/decision/write-decision";

/** A question; no `choices` mean yes, no, or need more. */
export type Question = { taskId: string; question: string; choices: string[] };

/** Puts a question about a task before the client. Refuses `not-found`, `already-closed`, and `invalid` while another is open. */
export async function askClient(actor: Actor, input: Question): Promise<Result<DecisionChanged>> {
  const { id: workspaceId } = actor.workspace;
  const id = randomUUID();
  const written = await writeAs(actor, "ask-client", { kind: "task", id: input.taskId }, async (tx) => {
    await holdWordsOf(tx, workspaceId, input.taskId);
    const task = await findTask(tx, workspaceId, input.taskId);
    if (task === null) return refused({ code: "not-found" });
    const no = whyNotChange(task);
    if (no !== null) return refused(no);
    const { question, choices } = input;
    if (!(await insertDecision(tx, workspaceId, { id, taskId: task.id, question, choices })))
      return refused({
        code: "invalid",
        fields: { question: "There is an open question already. One at a time." },
      });
    await moveTask(tx, workspaceId, task.id, "client");
    return granted(id);
  });
  return written.ok ? granted({ id, version: 1, taskId: input.taskId, seq: written.value.seq }) : written;
}
