import type { Tx } from "@/lib/data/client";
import { findDecision, findOpenQuestion, type RawDecision, saveDecision } from "@/lib/data/decisions";
import { findDraftOfTask } from "@/lib/data/drafts";
import { holdWordsOf } from "@/lib/data/hold-words";
import { awake, findTask, isAsleep, saveTask } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { DecisionFacts } from "@/lib/domain/decision/decision";
import { whereItLies } from "@/lib/domain/draft/where-it-lies";
import type { Refusal } from "@/lib/domain/refusal";
import { granted, type Result, refused } from "@/lib/domain/result";
import { isOpen, type OpenState } from "@/lib/domain/task/task";

/** A decision after a change. */
export type DecisionChanged = { id: string; version: number; taskId: string; seq: number };

type Step = {
  ask: (decision: DecisionFacts) => Refusal | null;
  change: { answer?: string | null; answerNote?: string; withdrawnAt?: Date };
  /** Where the task goes with it: before the client, or where its words are. */
  moves: "client" | "on";
  /** What the answer does beside that: true where it has put the task where it belongs. */
  settle?: (tx: Tx, decision: Pick<RawDecision, "id" | "taskId" | "aboutEvent">) => Promise<Result<boolean>>;
};

/**
 * The one shape of every verb on a decision; the answer moves its task. Refuses `not-found`, `stale`, what the domain says, and
 * `not-undoable` for a question that would lie there again beside another.
 */
export async function changeDecision(
  actor: Actor,
  verb: string,
  target: { id: string; version: number },
  step: Step,
): Promise<Result<DecisionChanged>> {
  const { id: workspaceId } = actor.workspace;
  const written = await writeAs(actor, verb, { kind: "decision", id: target.id }, async (tx) => {
    const decision = await findDecision(tx, workspaceId, target.id);
    if (decision === null) return refused({ code: "not-found" });
    const no = step.ask(toFacts(decision));
    if (no !== null) return refused(no);
    const { taskId } = decision;
    await holdWordsOf(tx, workspaceId, taskId);
    const open = step.moves === "client" ? await findOpenQuestion(tx, workspaceId, taskId) : null;
    if (open !== null && open !== target.id) return refused({ code: "not-undoable" });
    if (!(await saveDecision(tx, workspaceId, target, step.change)))
      return refused({ code: "stale", version: decision.version, changed: [] });
    const settled = (await step.settle?.(tx, decision)) ?? granted(false);
    if (!settled.ok) return settled;
    if (settled.value) return granted(taskId);
    const words = step.moves === "client" ? null : await findDraftOfTask(tx, workspaceId, taskId);
    await moveTask(tx, workspaceId, taskId, step.moves === "client" ? "client" : whereItLies(words));
    return granted(taskId);
  });
  if (!written.ok) return written;
  const { value: taskId, seq } = written.value;
  return granted({ id: target.id, version: target.version + 1, taskId, seq });
}

/** Puts an open task where its question, or the answer, is; one that sleeps wakes with the question. */
export async function moveTask(tx: Tx, workspaceId: string, taskId: string, to: OpenState): Promise<void> {
  const task = await findTask(tx, workspaceId, taskId);
  if (task === null || !isOpen(task)) return;
  if (task.state !== to || (to === "client" && isAsleep(task.raw)))
    await saveTask(tx, workspaceId, task, { state: to, ...awake });
}

/** What the rules need to know of a decision. */
function toFacts({ withdrawnAt, ...decision }: RawDecision): DecisionFacts {
  return { ...decision, isWithdrawn: withdrawnAt !== null };
}
