import type { ZodType } from "zod";
import { parseInput } from "@/lib/actions/field-sentences";
import type { Actor } from "@/lib/domain/actor";
import { type Result, refused } from "@/lib/domain/result";
import * as schemas from "@/lib/schemas/task";
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

type Run = (actor: Actor, id: string, body: unknown, at: Date) => Promise<Result<unknown>>;

function verb<I extends object>(
  schema: ZodType<I>,
  perform: (actor: Actor, input: I & { id: string }, at: Date) => Promise<Result<unknown>>,
): Run {
  return async (actor, id, body, at) => {
    const input = parseInput(schema, body);
    return input.ok
      ? perform(actor, { ...input.value, id }, at)
      : refused({ code: "invalid", fields: input.fields });
  };
}

/** Every verb that a door may speak to a task. A new one comes with its row in the doors × roles test. */
export const taskVerbs = {
  complete: verb(schemas.completeSchema, completeTask),
  decline: verb(schemas.declineSchema, declineTask),
  reopen: verb(schemas.reopenSchema, reopenTask),
  snooze: verb(schemas.snoozeSchema, snoozeTask),
  wake: verb(schemas.targetSchema, wakeTask),
  move: verb(schemas.moveSchema, moveTask),
  retag: verb(schemas.retagSchema, retagTask),
  merge: verb(schemas.mergeSchema, mergeTask),
  unmerge: verb(schemas.targetSchema, unmergeTask),
  edit: verb(schemas.editSchema, editTask),
  withdraw: verb(schemas.targetSchema, withdrawTask),
  undo: verb(schemas.targetSchema, undoTask),
} satisfies Record<string, Run>;

export type TaskVerb = keyof typeof taskVerbs;

export function isTaskVerb(word: string): word is TaskVerb {
  return Object.hasOwn(taskVerbs, word);
}
