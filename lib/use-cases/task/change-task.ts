import type { Tx } from "@/lib/data/client";
import { takeFromBefore } from "@/lib/data/drafts";
import { showTask } from "@/lib/data/shown-tasks";
import type { RawTask } from "@/lib/data/task-rows";
import { changedSince, findTask, saveTask, type TaskChange } from "@/lib/data/tasks";
import { type Written, writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { granted, type Result, refused } from "@/lib/domain/result";
import { isWithAssistant, type TaskFacts } from "@/lib/domain/task/task";
import type { TaskRow } from "@/lib/domain/task/view";
import { whyNotKeepLessIn } from "@/lib/use-cases/task/why-not-shorten";

export type SeenTask = TaskFacts & { raw: RawTask };

/** Which task, as the person acting saw it. */
export type Target = { id: string; version: number };

/** The task after a change, and the desk's live cursor. */
export type Changed = { task: TaskRow; seq: number };

type Step = {
  /** The domain's answer: null means yes. */
  ask: (task: SeenTask, tx: Tx) => Refusal | null | Promise<Refusal | null>;
  change: (task: SeenTask, tx: Tx) => TaskChange | Promise<TaskChange>;
  /** In which life the task must still be when it is saved; open unless said. */
  expect?: (task: SeenTask) => "open" | "closed";
  /** What follows in the same transaction: the next of a repeating task, for one. */
  follow?: (task: SeenTask, tx: Tx) => Promise<void>;
};

/**
 * The one shape of every verb on a task: load, ask the domain, save where nothing moved, all in one transaction whose
 * triggers write the record. Refuses `not-found`, `stale`, and whatever the domain says.
 */
export async function changeTask(
  actor: Actor,
  verb: string,
  target: Target,
  step: Step,
): Promise<Result<Changed>> {
  const written = await writeAs(actor, verb, { kind: "task", id: target.id }, (tx) =>
    changeTaskIn(tx, actor, target, step),
  );
  return flatten(written);
}

/** The same within a transaction that is open already. */
async function changeTaskIn(tx: Tx, actor: Actor, target: Target, step: Step): Promise<Result<TaskRow>> {
  const workspaceId = actor.workspace.id;
  const task = await findTask(tx, workspaceId, target.id);
  if (task === null) return refused({ code: "not-found" });
  const no = await step.ask(task, tx);
  if (no !== null) return refused(no);
  if (task.version !== target.version) return refused(await stale(tx, workspaceId, task, target));
  const change = await step.change(task, tx);
  const less = await whyNotKeepLessIn(tx, actor, task, change);
  if (less !== null) return refused(less);
  const saved = await saveTask(tx, workspaceId, task, change, step.expect?.(task));
  if (!saved) return refused(await stale(tx, workspaceId, task, target));
  // A task that goes back to the assistant takes the words along that lay before the client: nobody would look at them there.
  if (isWithAssistant(change.state)) await takeFromBefore(tx, workspaceId, task.id);
  await step.follow?.(task, tx);
  const after = await findTask(tx, workspaceId, target.id);
  return after === null ? refused({ code: "not-found" }) : granted(await showTask(tx, actor, after.raw));
}

/** A written task, as the doors answer it. */
export function flatten(written: Result<Written<TaskRow>>): Result<Changed> {
  return written.ok ? granted({ task: written.value.value, seq: written.value.seq }) : written;
}

async function stale(tx: Tx, workspaceId: string, task: TaskFacts, target: Target): Promise<Refusal> {
  return {
    code: "stale",
    version: task.version,
    ...(await changedSince(tx, workspaceId, task.id, target.version)),
  };
}
