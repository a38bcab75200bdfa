import type { Tx } from "@/lib/data/client";
import { layBeforeAgain } from "@/lib/data/drafts";
import { undoChecksOf } from "@/lib/data/event-checks";
import { findChangeTo, isAboutPrivateEntry } from "@/lib/data/task-facts";
import { findTask, type TaskChange } from "@/lib/data/tasks";
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";
import type { Result } from "@/lib/domain/result";
import {
  whyNotChange,
  whyNotMakePrivate,
  whyNotMerge,
  whyNotReopen,
  whyNotRetag,
} from "@/lib/domain/task/must-be-you";
import { whyNotUndecided } from "@/lib/use-cases/calendar/why-not-undecided";
import { layAgain } from "@/lib/use-cases/draft/after-closing";
import { whyNotUnderWords } from "@/lib/use-cases/draft/why-not-under-words";
import { aboutWhomNow, askCirclesAgain } from "@/lib/use-cases/task/back-again";
import { type Changed, changeTask, type SeenTask, type Target } from "@/lib/use-cases/task/change-task";
import { tightened, whyNotThere } from "@/lib/use-cases/task/edit-task";
import { withdrawNext } from "@/lib/use-cases/task/make-next";
import { withdrawTask } from "@/lib/use-cases/task/withdraw-task";

/**
 * Takes back the change that led to `version`, if nothing came after it. Undoing is doing: the same rules are asked as if
 * the old state were being set by hand, so nobody undoes their way around the fence. A task made by mistake is withdrawn.
 * Refuses `not-undoable`, `must-be-you`, `only-client-loosens`, `stale`, `not-found`.
 */
export async function undoTask(
  actor: Actor,
  input: Target,
): Promise<Result<Changed | { id: string; seq: number }>> {
  if (input.version === 1) return withdrawTask(actor, input);
  let before: TaskChange | null = null;
  return changeTask(actor, "undo-task", input, {
    ask: async (task, tx) => {
      before =
        task.version === input.version
          ? await findChangeTo(tx, actor.workspace.id, input.id, input.version)
          : {};
      if (before === null) return { code: "not-undoable" };
      // To undo the taking out of another task is to fold it away again.
      return (
        whyNotUndo(actor, task, before) ??
        (await whyNotBackTo(tx, actor, before)) ??
        (before.mergedIntoId ? await whyNotFoldAgain(tx, actor, task, before.mergedIntoId) : null)
      );
    },
    change: async (task, tx) => {
      const isBack = isClosed(task) || (task.mergedIntoId !== null && before?.mergedIntoId === null);
      return {
        ...before,
        // Whoever it was about may be nearer by now. What the client brings back is their word.
        ...(isClientInPerson(actor) ? {} : await tightened(tx, actor, task, before ?? {})),
        ...(isBack ? await layAgain(tx, actor.workspace.id, task.id) : {}),
        ...(isClosed(task) ? await aboutWhomNow(tx, actor, task) : {}),
      };
    },
    expect: (task) => (isClosed(task) ? "closed" : "open"),
    follow: async (task, tx) => {
      if (!isClosed(task)) {
        if (before?.state === "client") await layBeforeAgain(tx, actor.workspace.id, input);
        return;
      }
      await undoChecksOf(tx, actor.workspace.id, { taskId: task.id });
      await withdrawNext(tx, actor, task);
      await askCirclesAgain(tx, actor, task);
    },
  });
}

/** What a task was about may be gone since, or be the client's own: nobody brings it back who would not be let name it. */
async function whyNotBackTo(tx: Tx, actor: Actor, before: TaskChange): Promise<Refusal | null> {
  const isHidden =
    before.fields !== undefined &&
    !isClientInPerson(actor) &&
    (await isAboutPrivateEntry(tx, actor.workspace.id, before.fields));
  const no = isHidden || (await whyNotThere(tx, actor, before)) !== null;
  return no ? { code: "not-undoable" } : null;
}

/** Folding away again is folding: what it was folded into may be closed by now, looser, or out of sight. */
async function whyNotFoldAgain(
  tx: Tx,
  actor: Actor,
  task: SeenTask,
  intoId: string,
): Promise<Refusal | null> {
  const { id: workspaceId } = actor.workspace;
  const into = await findTask(tx, workspaceId, intoId);
  if (into === null || whyNotMerge(task, into) !== null) return { code: "not-undoable" };
  return (await whyNotUnderWords(tx, workspaceId, task.id)) ?? (await whyNotUndecided(tx, workspaceId, task));
}

function isClosed(task: SeenTask): boolean {
  return task.state === "done" || task.state === "declined";
}

function whyNotUndo(actor: Actor, task: SeenTask, before: TaskChange): Refusal | null {
  if (before.state === "done" || before.state === "declined") return { code: "not-undoable" };
  if (isClosed(task)) return whyNotReopen(actor, task);
  const unfolded = { ...task, mergedIntoId: before.mergedIntoId === null ? null : task.mergedIntoId };
  if (before.tag !== undefined) {
    const no = whyNotRetag(actor, unfolded, before.tag);
    if (no !== null) return no;
  }
  if (before.isPrivate !== undefined && before.isPrivate !== task.isPrivate) return whyNotMakePrivate(actor);
  return whyNotChange(unfolded);
}
