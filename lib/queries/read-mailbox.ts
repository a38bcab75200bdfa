import { findInMailbox, type KeptMail, listMailbox, type MailboxReach } from "@/lib/data/mailbox";

/** A message as it would arrive. Instants are ISO UTC. */
export type MailView = {
  id: string;
  to: string;
  subject: string;
  messageId: string;
  at: string;
  text: string;
  html: string;
};

function toView(mail: KeptMail): MailView {
  const { id, toAddress: to, subject, messageId, createdAt, textBody: text, htmlBody: html } = mail;
  return { id, to, subject, messageId, at: createdAt.toISOString(), text, html };
}

/** The latest fifty messages within reach, newest first. */
export async function readMailbox(reach: MailboxReach): Promise<MailView[]> {
  return (await listMailbox(reach)).map(toView);
}

/** One message, or null when there is none or it is out of reach. */
export async function readMail(reach: MailboxReach, id: string): Promise<MailView | null> {
  const mail = /^[0-9a-f-]{36}$/.test(id) ? await findInMailbox(reach, id) : null;
  return mail && toView(mail);
}
