import PostalMime, { type Email } from "postal-mime";
import { wordsFromHtml } from "@/lib/adapters/words/from-html";
import { beginningOf } from "@/lib/domain/draft/kept-text";
import { isMailAddress } from "@/lib/domain/draft/mail-address";

/** A message that came by mail, as a task keeps it: its plain words, and what it says of itself. `receivedAt` is ISO UTC. */
export type ReadMessage = {
  text: string;
  from: string;
  receivedAt: string | null;
  mail: {
    messageId: string;
    references: string[];
    subject: string;
    from: { name: string; address: string };
  } | null;
};

const mostText = 50_000;
/** Longer than any id is (RFC 5322 §2.1.1 lets a line have 998 letters). */
const longestId = 998;

/**
 * Reads a message as it was sent (RFC 5322, RFC 2045): words only; its pictures, scripts and files are left out. Null for what is
 * no message. Without a Message-ID, or an address to answer to, it has no thread.
 */
export async function readMessage(source: Uint8Array): Promise<ReadMessage | null> {
  const mail = await parseMail(source);
  return mail === null ? null : messageOf(mail);
}

/** The same of one that is parsed already. */
export function messageOf(mail: Email): ReadMessage | null {
  const text = (mail.text?.trim() ? mail.text : wordsFromHtml(mail.html ?? ""))
    .replaceAll("\0", "")
    .replace(/\r\n?/g, "\n")
    .trim();
  const sender = mail.replyTo?.[0] ?? mail.from;
  const shown = mail.from ?? sender;
  if (text === "" && !shown && !mail.messageId) return null;
  const written = sender && "address" in sender ? (sender.address ?? "").trim() : "";
  const address = isMailAddress(written) ? written : "";
  const date = mail.date ? Date.parse(mail.date) : Number.NaN;
  const messageId = mail.messageId?.trim() ?? "";
  const name = shown?.name?.trim() ?? "";
  return {
    text: beginningOf(text, mostText),
    from: beginningOf(name || written, 300),
    receivedAt: Number.isNaN(date) ? null : new Date(date).toISOString(),
    mail:
      messageId === "" || messageId.length > longestId || address === ""
        ? null
        : {
            messageId,
            references: (mail.references ?? "")
              .split(/\s+/)
              .filter((id) => id !== "" && id.length <= longestId)
              .slice(-50),
            subject: beginningOf((mail.subject ?? "").replace(/[\r\n]+/g, " ").trim(), 500),
            from: { name: beginningOf(name, 200), address },
          },
  };
}

/** A message that was made to be endless (a header of megabytes, hundreds of parts within parts) is none. */
export async function parseMail(source: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(source);
  } catch {
    return null;
  }
}
