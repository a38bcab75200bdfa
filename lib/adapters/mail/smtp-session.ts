import { isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { domainToASCII } from "node:url";
import { MailProblem, mailProblemOf } from "@/lib/adapters/mail/mail-problem";
import { type SmtpReply, type SmtpTalk, talkOver, wordsOf } from "@/lib/adapters/mail/smtp-talk";
import { type Allowed, allowedBySettings, plainHost } from "@/lib/adapters/net/allowed-addresses";
import { openGuarded } from "@/lib/adapters/net/guarded-socket";
import { NetProblem } from "@/lib/adapters/net/net-problem";
import { stop } from "@/lib/domain/full-stop";

/** Where an account's mail leaves. `ca` (PEM) is believed instead of the usual authorities: for a server of one's own. */
export type MailServer = {
  host: string;
  port: number;
  security: "tls" | "starttls";
  username: string;
  password: string;
  ca?: string;
};

/** How long to wait in milliseconds: to connect, for one answer, for the answer to a whole message. `allowed` as the settings say. */
export type MailLimits = { connectMs?: number; socketMs?: number; answerMs?: number; allowed?: Allowed };

/** A conversation that is encrypted and signed in. */
export type SmtpSession = {
  host: string;
  talk: SmtpTalk;
  /** How long one answer may take in milliseconds. */
  socketMs: number;
  /** What the server offers (RFC 5321 §4.1.1.1), in capitals, each with its words: SIZE → "35882577". */
  offers: ReadonlyMap<string, string>;
  /** Says one command and hears its answer. */
  ask: (command: string) => Promise<SmtpReply>;
  /** Takes leave before a message has begun, or after it was answered. */
  quit: () => Promise<void>;
};

const CONNECT_MILLISECONDS = 10_000;
const SOCKET_MILLISECONDS = 30_000;

/**
 * Connects over TLS (RFC 8314) or STARTTLS (RFC 3207), never without, to an address that may be reached, and signs in
 * (RFC 4954). We speak ourselves: nodemailer sends DATA along with the receivers where a server offers PIPELINING, and one that
 * is refused could not stop the message any more. Throws {@link MailProblem} alone.
 */
export async function openSession(server: MailServer, limits: MailLimits): Promise<SmtpSession> {
  const { connectMs = CONNECT_MILLISECONDS, socketMs = SOCKET_MILLISECONDS } = limits;
  const host = plainHost(domainToASCII(server.host.trim()) || server.host.trim());
  const at = { host, port: server.port };
  const opened: { end: () => void }[] = [];
  try {
    const socket = await openGuarded(host, server.port, limits.allowed ?? allowedBySettings(), connectMs);
    opened.push({ end: () => socket.destroy() });
    const secured = server.security === "tls" ? await secure(socket, host, server.ca, connectMs) : socket;
    let talk = talkOver(secured, host);
    opened.push(talk);
    const greeting = await talk.hear(socketMs);
    if (greeting.code !== 220) throw turnedAway(host, greeting);
    let offers = await greet(talk, host, socketMs);
    if (server.security === "starttls") {
      talk = talkOver(await startTls(talk, host, offers, server.ca, { connectMs, socketMs }), host);
      opened.push(talk);
      offers = await greet(talk, host, socketMs);
    }
    const ask = (command: string) => exchange(talk, command, socketMs);
    await signIn(ask, host, offers, server);
    const quit = () => takeLeave(talk, socketMs);
    return { host, talk, socketMs, offers, ask, quit };
  } catch (error) {
    for (const one of opened.reverse()) one.end();
    throw mailProblemOf(error, at);
  }
}

async function exchange(talk: SmtpTalk, command: string, ms: number): Promise<SmtpReply> {
  await talk.say(command, ms);
  return talk.hear(ms);
}

/** EHLO with an address that says nothing about this machine; what is offered comes back by name. */
async function greet(talk: SmtpTalk, host: string, ms: number): Promise<Map<string, string>> {
  const reply = await exchange(talk, "EHLO [127.0.0.1]", ms);
  if (reply.code !== 250) throw turnedAway(host, reply);
  return new Map(
    reply.lines.slice(1).map((line) => {
      const [, name = "", words = ""] = /^([^\s=]+)[\s=]*(.*)$/.exec(line.trim()) ?? [];
      return [name.toUpperCase(), words.toUpperCase()];
    }),
  );
}

async function startTls(
  talk: SmtpTalk,
  host: string,
  offers: ReadonlyMap<string, string>,
  ca: string | undefined,
  { connectMs, socketMs }: { connectMs: number; socketMs: number },
): Promise<Socket> {
  const none = `${host} offers no STARTTLS on this port, so anybody on the way could read the password. Choose TLS, or another port.`;
  if (!offers.has("STARTTLS")) throw new MailProblem(none, false, "security");
  const reply = await exchange(talk, "STARTTLS", socketMs);
  if (reply.code !== 220) throw turnedAway(host, reply);
  // What came in plain text after the answer could be somebody else's, put in front of the encrypted talk.
  if (talk.hasMore()) throw new NetProblem("untrusted", host);
  return secure(talk.leave(), host, ca, connectMs);
}

/** The certificate is always asked for, whatever NODE_TLS_REJECT_UNAUTHORIZED says. */
function secure(socket: Socket, host: string, ca: string | undefined, ms: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    socket.on("error", () => undefined);
    const servername = isIP(host) ? undefined : host;
    const safe = connectTls({ socket, host, servername, ca, rejectUnauthorized: true });
    const timer = setTimeout(() => safe.destroy(new NetProblem("too-slow", host)), ms);
    const onClose = () => reject(new MailProblem(`${host} ended the connection.`));
    safe.once("error", reject).once("close", onClose);
    safe.once("close", () => clearTimeout(timer));
    safe.once("secureConnect", () => {
      clearTimeout(timer);
      safe.off("error", reject).off("close", onClose);
      resolve(safe);
    });
  });
}

/** PLAIN (RFC 4616), or else LOGIN: both are safe inside TLS, and every server offers one of them. */
async function signIn(
  ask: SmtpSession["ask"],
  host: string,
  offers: ReadonlyMap<string, string>,
  { username, password }: MailServer,
): Promise<void> {
  const ways = (offers.get("AUTH") ?? "").split(/[\s=]+/);
  const base64 = (text: string) => Buffer.from(text, "utf8").toString("base64");
  let reply: SmtpReply;
  if (ways.includes("PLAIN")) reply = await ask(`AUTH PLAIN ${base64(`\0${username}\0${password}`)}`);
  else if (ways.includes("LOGIN")) {
    reply = await ask("AUTH LOGIN");
    for (const word of [username, password]) if (reply.code === 334) reply = await ask(base64(word));
  } else
    throw new MailProblem(
      `${host} asks for a way of signing in that Firsthand does not speak; it knows user name and password (PLAIN, LOGIN).`,
      false,
      "username",
    );
  if (reply.code === 235) return;
  if (reply.code < 500) throw turnedAway(host, reply);
  throw new MailProblem(
    stop(`Cannot sign in: ${host} does not take this user name and password. It says: ${wordsOf(reply)}`),
    false,
    "password",
  );
}

async function takeLeave(talk: SmtpTalk, ms: number): Promise<void> {
  try {
    await exchange(talk, "QUIT", Math.min(ms, 2_000));
  } catch {
    // What counted was answered before: a server that does not say goodbye changes nothing.
  } finally {
    talk.end();
  }
}

function turnedAway(host: string, reply: SmtpReply): MailProblem {
  return new MailProblem(stop(`${host} takes no mail from us just now. It says: ${wordsOf(reply)}`));
}
