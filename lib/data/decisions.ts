import type { Tx } from "@/lib/data/client";
import type { ActingRole } from "@/lib/domain/actor";
import type { DecisionFacts } from "@/lib/domain/decision/decision";
import { Prisma } from "@/prisma/generated/client";

/** A decision as it is read: with who asked and who answered. */
export type RawDecision = Omit<DecisionFacts, "isWithdrawn"> & {
  question: string;
  choices: string[];
  askedByName: string;
  askedByRole: ActingRole;
  askedAt: Date;
  answerNote: string;
  answeredByName: string | null;
  answeredAt: Date | null;
  withdrawnAt: Date | null;
  /** The entry of the calendar that it asks about, where it is one over kept time. */
  aboutEvent: string | null;
};

/** One decision; null for one that is absent or not to be seen. */
export async function findDecision(tx: Tx, workspaceId: string, id: string): Promise<RawDecision | null> {
  const [row] = await select(tx, Prisma.sql`d.workspace_id = ${workspaceId}::uuid AND d.id = ${id}::uuid`);
  return row ?? null;
}

/** The questions of these tasks that were not taken back, the newest first. */
export function listDecisions(tx: Tx, workspaceId: string, taskIds: string[]): Promise<RawDecision[]> {
  if (taskIds.length === 0) return Promise.resolve([]);
  return select(
    tx,
    Prisma.sql`d.workspace_id = ${workspaceId}::uuid AND d.task_id = ANY (${taskIds}::uuid[]) AND d.withdrawn_at IS NULL`,
  );
}

/** The one question of a task that nobody has answered or taken back; its id, or null. */
export async function findOpenQuestion(tx: Tx, workspaceId: string, taskId: string): Promise<string | null> {
  const open = await tx.decision.findFirst({
    where: { workspaceId, taskId, answeredAt: null, withdrawnAt: null },
    select: { id: true },
  });
  return open?.id ?? null;
}

/** Asks. False when the task has an open question already. */
export async function insertDecision(
  tx: Tx,
  workspaceId: string,
  decision: { id: string; taskId: string; question: string; choices: string[]; aboutEvent?: string },
): Promise<boolean> {
  const made = await tx.decision.createMany({ data: [{ workspaceId, ...decision }], skipDuplicates: true });
  return made.count === 1;
}

/** Answers, takes the answer back, or takes the question back, where it is still at this version. */
export async function saveDecision(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version: number },
  change: { answer?: string | null; answerNote?: string; withdrawnAt?: Date },
): Promise<boolean> {
  const saved = await tx.decision.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version },
    data: change,
  });
  return saved.count === 1;
}

function select(tx: Tx, where: Prisma.Sql): Promise<RawDecision[]> {
  return tx.$queryRaw<RawDecision[]>`
    SELECT d.id, d.version, d.task_id AS "taskId", d.question, d.choices, d.asked_by AS "askedBy", a.name AS "askedByName", d.asked_role AS "askedByRole", d.asked_at AS "askedAt",
      d.answer, d.answer_note AS "answerNote", b.name AS "answeredByName", d.answered_at AS "answeredAt", d.withdrawn_at AS "withdrawnAt", d.about_event AS "aboutEvent"
    FROM decisions d JOIN users a ON a.id = d.asked_by LEFT JOIN users b ON b.id = d.answered_by
    WHERE ${where} ORDER BY d.asked_at DESC, d.id`;
}

/** Whether a question put its task before the client, where it did not lie already. */
export async function hasPutBefore(
  tx: Tx,
  workspaceId: string,
  { id, taskId }: Pick<RawDecision, "id" | "taskId">,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM log_entries q JOIN log_entries t ON t.workspace_id = q.workspace_id AND t.subject = 'task'
        AND t.subject_id = ${taskId}::uuid AND t.verb = q.verb AND t.seq > q.seq AND t.after ->> 'state' = 'client'
      WHERE q.workspace_id = ${workspaceId}::uuid AND q.subject = 'decision' AND q.subject_id = ${id}::uuid AND q.before IS NULL) AS is`;
  return row?.is ?? false;
}
