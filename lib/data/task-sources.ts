import type { Tx } from "@/lib/data/client";
import { findTask } from "@/lib/data/tasks";

/** What a task came from; null for one that somebody made. */
export async function findSourceKey(tx: Tx, workspaceId: string, id: string): Promise<string | null> {
  const found = await tx.task.findFirst({ where: { workspaceId, id }, select: { sourceKey: true } });
  return found?.sourceKey ?? null;
}

/** The task that came from one source (a repeated task, a yearly day, an import); null when none stands, or none may be seen. */
export async function findTaskBySource(
  tx: Tx,
  workspaceId: string,
  sourceKey: string,
): Promise<Awaited<ReturnType<typeof findTask>>> {
  const found = await tx.task.findFirst({
    where: { workspaceId, sourceKey, state: { not: "withdrawn" } },
    select: { id: true },
  });
  return found ? findTask(tx, workspaceId, found.id) : null;
}
