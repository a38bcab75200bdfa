import type { Tx } from "@/lib/data/client";
import { findDecision, type RawDecision, saveDecision } from "@/lib/data/decisions";
import { findTask, saveTask } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { DecisionFacts } from "@/lib/domain/decision/decision";
import type { Refusal } from "@/lib/domain/refusal";
import { granted, type Result, refused } from "@/lib/domain/result";
import { isOpen, type OpenState } from "@/lib/domain/task/task";

/** A decision after a change. */
export type DecisionChanged = { id: string; version: number; taskId: string; seq: number };

type Step = {
  ask: (decision: DecisionFacts) => Refusal | null;
  change: { answer?: string | null; answerNote?: string; withdrawnAt?: Date };
  /** Where the task goes with it. */
  moves: OpenState;
};

/** The one shape of every verb on a decision; the answer moves its task. Refuses `not-found`, `stale`, and what the domain says. */
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
    if (!(await saveDecision(tx, workspaceId, target, step.change)))
      return refused({ code: "stale", version: decision.version, changed: [] });
    await moveTask(tx, workspaceId, decision.taskId, step.moves);
    return granted(decision.taskId);
  });
  if (!written.ok) return written;
  const { value: taskId, seq } = written.value;
  return granted({ id: target.id, version: target.version + 1, taskId, seq });
}

/** Puts an open task where its question, or the answer, is. */
export async function moveTask(tx: Tx, workspaceId: string, taskId: string, to: OpenState): Promise<void> {
  const task = await findTask(tx, workspaceId, taskId);
  if (task !== null && isOpen(task) && task.state !== to)
    await saveTask(tx, workspaceId, task, { state: to, snoozedUntil: null, snoozedUntilAnswer: false });
}

/** What the rules need to know of a decision. */
function toFacts({ withdrawnAt, ...decision }: RawDecision): DecisionFacts {
  return { ...decision, isWithdrawn: withdrawnAt !== null };
}
