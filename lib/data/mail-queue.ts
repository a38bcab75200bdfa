import { authDatabase } from "@/lib/data/auth-database";
import type { Outbox } from "@/prisma/generated/client";

/** A message whose turn it is; whoever claimed it has until its next turn to say how it went. */
export type DueMail = Pick<
  Outbox,
  "id" | "toAddress" | "subject" | "textBody" | "htmlBody" | "messageId" | "attempts" | "createdAt"
>;

/**
 * Claims messages whose turn has come, no two processes the same one. Claiming sets the next turn already, later each time
 * (1, 2, 4 … 60 minutes): whoever dies while sending loses nothing, and a message sent twice carries the same id.
 */
export async function claimDueMail(at: Date, limit: number): Promise<DueMail[]> {
  // Chosen once and for all: a sub-select may be asked again for every row, and then claims more than its limit.
  return authDatabase().$queryRaw<DueMail[]>`
    WITH due AS MATERIALIZED (
      SELECT id AS due_id FROM outbox WHERE sent_at IS NULL AND given_up_at IS NULL AND send_after <= ${at}
      ORDER BY send_after LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    UPDATE outbox SET attempts = attempts + 1,
      send_after = ${at}::timestamptz + least(power(2, attempts), 60) * interval '1 minute'
    FROM due WHERE id = due_id
    RETURNING id, to_address AS "toAddress", subject, text_body AS "textBody", html_body AS "htmlBody",
      message_id AS "messageId", attempts, created_at AS "createdAt"`;
}

/** Whether a message is not to leave: its reader may not see any more what it tells of, or does not belong to the desk. */
export async function isWithheld(id: string): Promise<boolean> {
  const [row] = await authDatabase().$queryRaw<
    { no: boolean }[]
  >`SELECT fence.is_mail_withheld(${id}::uuid) AS no`;
  return row?.no === true;
}

export async function markSent(id: string, at: Date): Promise<void> {
  await authDatabase().outbox.updateMany({ where: { id }, data: { sentAt: at, lastError: "" } });
}

/** Notes why a message did not leave; with `givenUpAt` it is not tried again. */
export async function markFailed(id: string, why: string, givenUpAt: Date | null): Promise<void> {
  const lastError = why.slice(0, 500);
  await authDatabase().outbox.updateMany({ where: { id, sentAt: null }, data: { lastError, givenUpAt } });
}

/** Throws away what left, or was given up, before this. */
export async function sweepMail(before: Date): Promise<void> {
  await authDatabase().$executeRaw`
    DELETE FROM outbox WHERE (sent_at IS NOT NULL OR given_up_at IS NOT NULL) AND coalesce(sent_at, given_up_at) < ${before}`;
}
