import { type Carrier, makeCarrier } from "@/lib/adapters/mail/smtp";
import { claimDueMail, type DueMail, isWithheld, markFailed, markSent } from "@/lib/data/mail-queue";

const BATCH = 10;
/** After a day nobody waits for a message any more: it is given up, and said so. */
const giveUpMs = 24 * 60 * 60 * 1000;

let open: { url: string; carrier: Carrier } | null = null;

/** A message that did not leave, for the log. Never its words or its receiver. */
export type Undelivered = { id: string; attempts: number; why: string; givenUp: boolean };

/**
 * Sends what waits in the outbox through an SMTP server; says what did not leave, and whether more may wait. Every message is
 * tried again later, until a day has passed; what its reader may not see any more is given up, and nobody's failure.
 */
export async function deliverMail(
  at: Date,
  smtpUrl: string,
): Promise<{ more: boolean; undelivered: Undelivered[] }> {
  const carrier = carrierTo(smtpUrl);
  const undelivered: Undelivered[] = [];
  for (let n = 0; n < BATCH; n += 1) {
    const mail = await claimDueMail();
    if (mail === null) return { more: false, undelivered };
    const why = await deliver(mail, carrier, at);
    if (why === null) continue;
    const { id, attempts, toAddress } = mail;
    undelivered.push({ id, attempts, why: withoutReceiver(why, toAddress), givenUp: isLate(mail, at) });
  }
  return { more: true, undelivered };
}

/** Why the message did not leave; null when it did. */
async function deliver(mail: DueMail, carrier: Carrier, at: Date): Promise<string | null> {
  const { id, toAddress: to, subject, textBody: text, htmlBody: html, messageId, createdAt: date } = mail;
  try {
    if (isLate(mail, at) && mail.attempts === 1) throw new Error("It waited for more than a day.");
    if (await isWithheld(id)) {
      await markFailed(id, "What this tells of is not its reader’s to see any more.", at);
      return null;
    }
    await carrier.send({ to, subject, text, html, messageId, date });
    await markSent(id, at);
    return null;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    await markFailed(id, why, isLate(mail, at) ? at : null);
    return why;
  }
}

/** A server's answer repeats whom it does not know: as an address, or as the part before the @ alone. */
function withoutReceiver(why: string, address: string): string {
  const mailbox = address.slice(0, address.lastIndexOf("@")).toLowerCase();
  return why.replace(/[^\s<>()[\]"',;:]+/g, (word) =>
    word.includes("@") || word.toLowerCase() === mailbox ? "(address)" : word,
  );
}

function isLate(mail: DueMail, at: Date): boolean {
  return at.getTime() - mail.createdAt.getTime() > giveUpMs;
}

function carrierTo(url: string): Carrier {
  if (open?.url !== url) {
    open?.carrier.close();
    open = { url, carrier: makeCarrier(url) };
  }
  return open.carrier;
}
