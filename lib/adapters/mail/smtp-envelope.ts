import { MailProblem, mailProblemOf } from "@/lib/adapters/mail/mail-problem";
import type { SmtpSession } from "@/lib/adapters/mail/smtp-session";
import { type SmtpReply, wordsOf } from "@/lib/adapters/mail/smtp-talk";
import type { WrittenMail } from "@/lib/adapters/mail/write-client-mail";
import { stop } from "@/lib/domain/full-stop";

/**
 * Says who writes to whom and asks for the word to go ahead (RFC 5321 §3.3). All or nothing: when one receiver is refused, the
 * message goes to nobody. Throws {@link MailProblem}; until this returns, no byte of the message has left.
 */
export async function offerMessage(session: SmtpSession, written: WrittenMail, port: number): Promise<void> {
  const { host, ask } = session;
  try {
    const words = envelopeWords(session, written);
    const sender = await ask(`MAIL FROM:<${written.from}>${words}`);
    if (!isYes(sender)) throw saidNo(`${host} does not take mail from ${written.from}`, sender);
    const no: { receiver: string; reply: SmtpReply }[] = [];
    for (const receiver of written.receivers) {
      const reply = await ask(`RCPT TO:<${receiver}>`);
      if (!isYes(reply)) no.push({ receiver, reply });
    }
    const worst = no.find(({ reply }) => reply.code >= 500) ?? no[0];
    if (worst) {
      const whom = no.map(({ receiver }) => receiver).join(", ");
      throw saidNo(`${host} does not take mail for ${whom}, so it went to nobody`, worst.reply);
    }
    const ahead = await ask("DATA");
    if (ahead.code !== 354) throw saidNo(`${host} does not take this message`, ahead);
  } catch (error) {
    throw mailProblemOf(error, { host, port });
  }
}

/** What MAIL FROM adds: SIZE (RFC 1870), and SMTPUTF8 (RFC 6531) where an address is written in other letters. */
function envelopeWords({ host, offers }: SmtpSession, { foreign, bytes }: WrittenMail): string {
  const most = Number(offers.get("SIZE") ?? 0);
  if (most > 0 && bytes.length > most)
    throw new MailProblem(
      `This message is ${sayMegabytes(bytes.length)} with its attachments; ${host} takes ${sayMegabytes(most)} at most.`,
      true,
    );
  const size = offers.has("SIZE") ? ` SIZE=${bytes.length}` : "";
  // Names and texts are encoded; only an address can bring other bytes than ASCII, in the envelope or in a header.
  if (foreign === null) return size;
  if (!offers.has("SMTPUTF8") || !offers.has("8BITMIME"))
    throw new MailProblem(`${host} cannot handle an address in such letters: ${foreign}.`, true);
  return `${size} BODY=8BITMIME SMTPUTF8`;
}

function isYes({ code }: SmtpReply): boolean {
  return code >= 200 && code < 300;
}

function saidNo(what: string, reply: SmtpReply): MailProblem {
  return new MailProblem(stop(`${what}. It says: ${wordsOf(reply)}`), reply.code >= 500);
}

function sayMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString("en-GB", { maximumFractionDigits: 1, minimumFractionDigits: 1 })} MB`;
}
