import type { Tx } from "@/lib/data/client";
import { type RawTask, toTaskRow } from "@/lib/data/task-rows";
import { listWhoComes } from "@/lib/data/who-comes";
import type { Actor } from "@/lib/domain/actor";
import type { TaskRow } from "@/lib/domain/task/view";

/** Tasks as a list shows them to whoever reads, in the same order. */
export async function showTasks(tx: Tx, actor: Actor, rows: readonly RawTask[]): Promise<TaskRow[]> {
  const whoComes = await listWhoComes(tx, actor.workspace.id, rows);
  return rows.map((raw) => toTaskRow(raw, actor, whoComes.get(raw.id)));
}

/** One of them. */
export async function showTask(tx: Tx, actor: Actor, raw: RawTask): Promise<TaskRow> {
  return toTaskRow(raw, actor, (await listWhoComes(tx, actor.workspace.id, [raw])).get(raw.id));
}
