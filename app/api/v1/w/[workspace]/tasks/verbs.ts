import type { ZodType } from "zod";
import { parseInput } from "@/lib/actions/field-sentences";
import type { Actor } from "@/lib/domain/actor";
import { type Result, refused } from "@/lib/domain/result";
import * as operations from "@/lib/schemas/api/task-verbs";
import type { Operation } from "@/lib/schemas/operation";
import type { Changed } from "@/lib/use-cases/task/change-task";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { declineTask } from "@/lib/use-cases/task/decline-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { mergeTask } from "@/lib/use-cases/task/merge-task";
import { moveTask } from "@/lib/use-cases/task/move-task";
import { reopenTask } from "@/lib/use-cases/task/reopen-task";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { snoozeTask } from "@/lib/use-cases/task/snooze-task";
import { undoTask } from "@/lib/use-cases/task/undo-task";
import { unmergeTask } from "@/lib/use-cases/task/unmerge-task";
import { wakeTask } from "@/lib/use-cases/task/wake-task";
import { withdrawTask } from "@/lib/use-cases/task/withdraw-task";

/** The task as it is then; one that was taken back is no more. */
type Answer = Changed | { id: string; seq: number };

type Verb = {
  is: Operation<object, unknown>;
  /** With a body that its operation's schema has read. */
  perform: (actor: Actor, id: string, input: object, at: Date) => Promise<Result<Answer>>;
  /** With a body as it came. */
  run: (actor: Actor, id: string, body: unknown, at: Date) => Promise<Result<Answer>>;
};

function verb<I extends object>(
  is: Operation<I, unknown> & { input?: unknown },
  use: (actor: Actor, input: I & { id: string }, at: Date) => Promise<Result<Answer>>,
): Verb {
  return {
    is: is as unknown as Operation<object, unknown>,
    perform: (actor, id, input, at) => use(actor, { ...(input as I), id }, at),
    run: async (actor, id, body, at) => {
      const input = parseInput(is.input as ZodType<I>, body);
      return input.ok
        ? use(actor, { ...input.value, id }, at)
        : refused({ code: "invalid", fields: input.fields });
    },
  };
}

/** Every verb that a door may speak to a task. A new one comes with its row in the doors × roles test. */
export const taskVerbs = {
  complete: verb(operations.completeTask, completeTask),
  decline: verb(operations.declineTask, declineTask),
  reopen: verb(operations.reopenTask, reopenTask),
  snooze: verb(operations.snoozeTask, snoozeTask),
  wake: verb(operations.wakeTask, wakeTask),
  move: verb(operations.moveTask, moveTask),
  retag: verb(operations.retagTask, retagTask),
  merge: verb(operations.mergeTask, mergeTask),
  unmerge: verb(operations.unmergeTask, unmergeTask),
  edit: verb(operations.editTask, editTask),
  withdraw: verb(operations.withdrawTask, withdrawTask),
  undo: verb(operations.undoTask, undoTask),
} satisfies Record<string, Verb>;

export type TaskVerb = keyof typeof taskVerbs;

/** The verb that a word in the path names, if it is one. */
export function findTaskVerb(word = ""): Verb | undefined {
  return Object.hasOwn(taskVerbs, word) ? taskVerbs[word as TaskVerb] : undefined;
}
