import { MailProblem, type MailServerField, mailProblemOf } from "@/lib/adapters/mail/mail-problem";
import { offerMessage } from "@/lib/adapters/mail/smtp-envelope";
import {
  type MailLimits,
  type MailServer,
  openSession,
  type SmtpSession,
} from "@/lib/adapters/mail/smtp-session";
import { type SmtpReply, wordsOf } from "@/lib/adapters/mail/smtp-talk";
import { type ClientMail, stuffed, writeClientMail } from "@/lib/adapters/mail/write-client-mail";
import { stop } from "@/lib/domain/full-stop";

/**
 * What became of a message. Refused: it has certainly gone to nobody; final, when trying the same again is no use. Undecided:
 * the server may have it (`wasWhole`) or should have thrown it away as unfinished (RFC 5321 §4.1.1.10); nobody can know.
 */
export type Went =
  | { how: "accepted"; response: string }
  | { how: "refused"; why: string; isFinal: boolean }
  | { how: "undecided"; why: string; wasWhole: boolean };

/** Whether a server can be used, and if not, at which setting to say why. */
export type Tried = { ok: true } | { ok: false; field: MailServerField; why: string };

/** `beforeBody` is awaited when the server waits for the message: from its end on, it cannot be known until an answer comes. */
export type SendAbout = MailLimits & { beforeBody: () => Promise<void> };

/** A server that looks for spam takes its time; giving up early would make two messages of one (RFC 5321 §4.5.3.2.6). */
const ANSWER_MILLISECONDS = 120_000;

/**
 * Sends a client's message through the server of the client's own account, to all receivers or to none. Never throws for what the
 * server or the line does; what `beforeBody` throws is passed on, and then nothing was sent.
 */
export async function sendClientMail(server: MailServer, mail: ClientMail, about: SendAbout): Promise<Went> {
  let session: SmtpSession | null = null;
  try {
    const written = await writeClientMail(mail);
    session = await openSession(server, about);
    await offerMessage(session, written, server.port);
    await about.beforeBody();
    return await handOver(session, stuffed(written.bytes), server.port, about);
  } catch (error) {
    if (!(error instanceof MailProblem)) {
      session?.talk.end();
      throw error;
    }
    void session?.quit();
    return { how: "refused", why: error.sentence, isFinal: error.isFinal };
  }
}

/** Connects, signs in and takes leave, as sending would. */
export async function tryMailServer(server: MailServer, limits: MailLimits = {}): Promise<Tried> {
  try {
    const session = await openSession(server, limits);
    await session.quit();
    return { ok: true };
  } catch (error) {
    if (!(error instanceof MailProblem)) throw error;
    return { ok: false, field: error.field, why: error.sentence };
  }
}

/** The message, its dot, and the answer. Does not wait for the goodbye: what counts is to be written down at once. */
async function handOver(
  { host, talk, socketMs, quit }: SmtpSession,
  body: Uint8Array,
  port: number,
  { answerMs = ANSWER_MILLISECONDS }: MailLimits,
): Promise<Went> {
  if (talk.isLost()) {
    talk.end();
    return {
      how: "refused",
      why: `${host} ended the connection before the message was sent.`,
      isFinal: false,
    };
  }
  let wasWhole = false;
  try {
    await talk.say(body, socketMs);
    wasWhole = !talk.isLost();
    await talk.say(".", socketMs);
    const reply = await talk.hear(answerMs);
    void quit();
    return outcome(host, reply, wasWhole);
  } catch (error) {
    // A server that says no in the middle of a message, and hangs up, has answered.
    const reply = await talk.hear(1).catch(() => null);
    talk.end();
    if (reply) return outcome(host, reply, wasWhole);
    const { sentence } = mailProblemOf(error, { host, port });
    return { how: "undecided", why: `${sentence} Whether it took the message cannot be known.`, wasWhole };
  }
}

/** What an answer means: yes to a message that has not ended is none. */
function outcome(host: string, reply: SmtpReply, wasWhole: boolean): Went {
  const words = wordsOf(reply);
  if (reply.code >= 400)
    return {
      how: "refused",
      why: stop(`${host} did not take the message. It says: ${words}`),
      isFinal: reply.code >= 500,
    };
  if (wasWhole && reply.code >= 200 && reply.code < 300) return { how: "accepted", response: words };
  const why = stop(`${host} gave an answer that says neither yes nor no: ${words}`);
  return { how: "undecided", why, wasWhole };
}
