import type { Prisma } from "@/prisma/generated/client";

/** A message that is to leave. `workspaceId` is null for what belongs to no desk, such as a sign-in link. */
export type OutgoingMail = {
  workspaceId: string | null;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** With its angle brackets (RFC 5322 §3.6.4); the same at every attempt, so that a message sent twice is seen once. */
  messageId: string;
};

/** Whom a mail about a desk is for, and the people, tasks and events that it tells of: what they may not see when it leaves stays here. */
export type MailTold = { reader: string; about: readonly string[] };

/**
 * Puts a message into the outbox, within the transaction of its cause: both happen or neither. Nothing is read back, as the app's role may not.
 * @param told null for what tells of nothing on a desk, such as a sign-in link
 */
export async function putInOutbox(
  tx: Prisma.TransactionClient,
  mail: OutgoingMail,
  told: MailTold | null,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO outbox (workspace_id, to_address, subject, text_body, html_body, message_id, reader, about)
    VALUES (${mail.workspaceId}::uuid, ${mail.to}, ${mail.subject}, ${mail.text}, ${mail.html}, ${mail.messageId},
      ${told?.reader ?? null}::uuid, ${[...new Set(told?.about)]}::uuid[])`;
}
