import { authDatabase } from "@/lib/data/auth-database";
import type { Outbox } from "@/prisma/generated/client";

/** A message whose turn it is; whoever claimed it has until its next turn to say how it went. */
export type DueMail = Pick<
  Outbox,
  "id" | "toAddress" | "subject" | "textBody" | "htmlBody" | "messageId" | "attempts" | "createdAt"
>;

/**
 * Claims the message whose turn came first, no two processes the same one; null when none waits. One alone, as whoever claims many and
 * sends them slowly is not at the last before its next turn. Claiming sets that already, later each time (1, 2, 4 … 60 minutes): whoever
 * dies while sending loses nothing, and a message sent twice carries the same id. The clock is the database's: servers' own go apart.
 */
export async function claimDueMail(): Promise<DueMail | null> {
  // Chosen once and for all: a sub-select may be asked again for every row, and then claims more than its limit.
  const [due = null] = await authDatabase().$queryRaw<DueMail[]>`
    WITH due AS MATERIALIZED (
      SELECT id AS due_id FROM outbox WHERE sent_at IS NULL AND given_up_at IS NULL AND send_after <= now()
      ORDER BY send_after LIMIT 1 FOR UPDATE SKIP LOCKED)
    UPDATE outbox SET attempts = attempts + 1,
      send_after = now() + least(power(2, attempts), 60) * interval '1 minute'
    FROM due WHERE id = due_id
    RETURNING id, to_address AS "toAddress", subject, text_body AS "textBody", html_body AS "htmlBody",
      message_id AS "messageId", attempts, created_at AS "createdAt"`;
  return due;
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
