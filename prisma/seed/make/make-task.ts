import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { TaskRow } from "@/lib/domain/task/view";
import { flatten } from "@/lib/use-cases/task/change-task";
import { createTaskIn, type TaskToMake } from "@/lib/use-cases/task/create-task";
import { must } from "./must";

/**
 * Makes a task as `actor`, as imports and jobs do, which may say which entry of the calendar it is about. Without a kind it is a
 * birthday, which may be delegated.
 */
export async function makeTask(
  actor: Actor,
  task: Partial<TaskToMake> = {},
  at = new Date(),
): Promise<TaskRow> {
  const input = { kind: "birthday", title: "A task", ...task } as const;
  const about = { kind: "task", id: null } as const;
  const made = await writeAs(actor, "create-task", about, (tx) => createTaskIn(tx, actor, input, at));
  return must(flatten(made)).task;
}
