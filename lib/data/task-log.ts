import type { Tx } from "@/lib/data/client";
import { nameUsers } from "@/lib/data/task-detail";
import type { ActingRole, Door } from "@/lib/domain/actor";
import { kindsToAnswer } from "@/lib/domain/gesture/how-done";
import type { LoggedChange } from "@/lib/domain/history/entry";
import type { TaskKind } from "@/lib/domain/task/task";

/** What happened to one task, the latest first. */
export async function listTaskLog(
  tx: Tx,
  workspaceId: string,
  taskId: string,
  { title, kind }: { title: string; kind: TaskKind },
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
    asksForAnswer: kindsToAnswer.includes(kind),
    before: entry.before as LoggedChange["before"],
    after: entry.after as LoggedChange["after"],
    refusal: entry.refusal,
  }));
}
