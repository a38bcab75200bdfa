import { domainToASCII } from "node:url";
import MailComposer from "nodemailer/lib/mail-composer";
import { MailProblem } from "@/lib/adapters/mail/mail-problem";

export type MailAddress = { name: string; address: string };

/** A message of the client's, as it was approved. Ids with their angle brackets (RFC 5322 §3.6.4). */
export type ClientMail = {
  from: MailAddress;
  /** Who sends it for the client, where the account says so (RFC 5322 §3.6.2). */
  sender: MailAddress | null;
  to: MailAddress[];
  cc: MailAddress[];
  subject: string;
  text: string;
  html: string;
  messageId: string;
  inReplyTo: string | null;
  references: string[];
  date: Date;
  attachments: { name: string; mediaType: string; bytes: Uint8Array }[];
  /** An answer to an invitation, for the organiser's calendar (RFC 6047). */
  calendar?: { method: "REPLY" | "COUNTER"; content: string };
};

/**
 * What goes to the server: who sends, who receives (each once), an address in it that is not written in ASCII, and the message
 * with CRLF at every line's end.
 */
export type WrittenMail = { from: string; receivers: string[]; foreign: string | null; bytes: Buffer };

/** A dot-atom (RFC 5322 §3.2.3, RFC 6531 §3.3 for other letters) at a domain. Nothing that could end a command is in it. */
const ADDRESS = /^([\w!#$%&'*+\-/=?^`{|}~.\p{L}\p{N}\p{M}\p{So}]{1,64})@([^\s@<>]{1,255})$/u;
/** An id as another program may have made it, without anything that could end the header it stands in. */
const ID = /^<[!-;=?-~]{1,900}>$/;
const DOMAIN = /^(?!-)[a-z\d-]+(?:\.[a-z\d-]+)*$/;
const PLAIN_TYPE = /^(?!message\/|multipart\/)[\w!#$&^.+-]{1,100}\/[\w!#$&^.+-]{1,100}$/i;

/** Writes the message (RFC 5322, RFC 2045) and its envelope. Throws {@link MailProblem} for an address that is none. */
export async function writeClientMail(mail: ClientMail): Promise<WrittenMail> {
  if (!ID.test(mail.messageId)) throw new TypeError(`${mail.messageId} is no Message-ID`);
  const everybody = [mail.from, ...(mail.sender ? [mail.sender] : []), ...mail.to, ...mail.cc];
  const receivers = [...new Set([...mail.to, ...mail.cc].map(({ address }) => routed(address)))];
  if (receivers.length === 0) throw new MailProblem("This message goes to nobody yet.", true);
  const composer = new MailComposer({
    from: headed(mail.from),
    sender: mail.sender ? headed(mail.sender) : undefined,
    to: mail.to.map(headed),
    cc: mail.cc.length > 0 ? mail.cc.map(headed) : undefined,
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html || undefined,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo && ID.test(mail.inReplyTo) ? mail.inReplyTo : undefined,
    references: mail.references.filter((id) => ID.test(id)),
    date: mail.date,
    attachments: mail.attachments.map(({ name, mediaType, bytes }) => ({
      filename: oneLine(name),
      content: Buffer.from(bytes),
      // A message within the message may hold lines that no server takes; as plain bytes it arrives whole.
      contentType: PLAIN_TYPE.test(mediaType) ? mediaType : "application/octet-stream",
      contentTransferEncoding: "base64",
    })),
    // Beside the words, where programs look for an answer (RFC 6047 §2.4), and once more as a file, where the others do.
    icalEvent: mail.calendar ? { filename: "invite.ics", ...mail.calendar } : undefined,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const built = (await composer.compile().build()).toString("latin1");
  return {
    from: routed(mail.from.address),
    receivers,
    foreign: everybody.find(({ address }) => /[^ -~]/.test(routed(address)))?.address ?? null,
    bytes: Buffer.from(built.replace(/\r\n?|\n/g, "\r\n"), "latin1"),
  };
}

/**
 * The message as it goes over the line, up to the dot that ends it: a dot that begins a line is doubled (RFC 5321 §4.5.2), so
 * that no words of the message can end it early.
 */
export function stuffed(bytes: Buffer): Buffer {
  const text = bytes.toString("latin1").replace(/(^|\n)\./g, "$1..");
  return Buffer.from(text.endsWith("\r\n") ? text : `${text}\r\n`, "latin1");
}

function headed({ name, address }: MailAddress): MailAddress {
  return { name: oneLine(name), address: routed(address) };
}

/** The address with its domain in ASCII (RFC 5891 §4.4). */
function routed(address: string): string {
  const [, local = "", domain = ""] = ADDRESS.exec(address.trim()) ?? [];
  const ascii = domainToASCII(domain);
  if (local === "" || !DOMAIN.test(ascii) || /^\.|\.\.|\.$/.test(local))
    throw new MailProblem(`“${oneLine(address).slice(0, 100)}” is not an address that mail can go to.`, true);
  return `${local}@${ascii}`;
}

/** Whoever writes a name or a subject cannot write a header with it. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
