import type { Actor } from "@/lib/domain/actor";
import type { TaskRow } from "@/lib/domain/task/view";
import { createTask, type TaskToMake } from "@/lib/use-cases/task/create-task";
import { must } from "./must";

/** Makes a task as `actor`, through the same door as everybody. Without a kind it is a birthday, which may be delegated. */
export async function makeTask(
  actor: Actor,
  task: Partial<TaskToMake> = {},
  at = new Date(),
): Promise<TaskRow> {
  return must(await createTask(actor, { kind: "birthday", title: "A task", ...task }, at)).task;
}
