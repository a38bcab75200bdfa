import type { Tx } from "@/lib/data/client";
import { nameUsers } from "@/lib/data/task-detail";
import type { ActingRole, Door } from "@/lib/domain/actor";
import type { LoggedChange } from "@/lib/domain/history/entry";

/** What happened to one task, the latest first. */
export async function listTaskLog(
  tx: Tx,
  workspaceId: string,
  taskId: string,
  title: string,
): Promise<LoggedChange[]> {
  const entries = await tx.logEntry.findMany({
    where: { workspaceId, subject: "task", subjectId: taskId },
    orderBy: { seq: "desc" },
    take: 20,
  });
  const names = await nameUsers(
    tx,
    entries.map((entry) => entry.byUser),
  );
  return entries.map((entry) => ({
    seq: Number(entry.seq),
    at: entry.at.toISOString(),
    by: { name: entry.byUser ? (names.get(entry.byUser) ?? null) : null, role: entry.byRole as ActingRole },
    door: entry.door as Door,
    verb: entry.verb,
    subject: entry.subject,
    subjectId: entry.subjectId,
    subjectName: title,
    before: entry.before as LoggedChange["before"],
    after: entry.after as LoggedChange["after"],
    refusal: entry.refusal,
  }));
}
