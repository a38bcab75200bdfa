import PostalMime from "postal-mime";
import { wordsFromHtml } from "@/lib/adapters/words/from-html";

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

/**
 * Reads a message as it was sent (RFC 5322, RFC 2045): words only; its pictures, scripts and files are left out. Null for what is
 * no message. Without a Message-ID, or an address to answer to, it has no thread.
 */
export async function readMessage(source: Uint8Array): Promise<ReadMessage | null> {
  const mail = await PostalMime.parse(source);
  const text = (mail.text?.trim() ? mail.text : wordsFromHtml(mail.html ?? ""))
    .replaceAll("\0", "")
    .replace(/\r\n?/g, "\n")
    .trim();
  const sender = mail.replyTo?.[0] ?? mail.from;
  const shown = mail.from ?? sender;
  if (text === "" && !shown && !mail.messageId) return null;
  const address = sender && "address" in sender ? (sender.address ?? "") : "";
  const date = mail.date ? Date.parse(mail.date) : Number.NaN;
  const messageId = mail.messageId?.trim() ?? "";
  const name = shown?.name?.trim() ?? "";
  return {
    text: text.slice(0, mostText),
    from: (name || address).slice(0, 300),
    receivedAt: Number.isNaN(date) ? null : new Date(date).toISOString(),
    mail:
      messageId === "" || address === ""
        ? null
        : {
            messageId,
            references: (mail.references ?? "").split(/\s+/).filter(Boolean).slice(-50),
            subject: (mail.subject ?? "")
              .replace(/[\r\n]+/g, " ")
              .trim()
              .slice(0, 500),
            from: { name: name.slice(0, 200), address },
          },
  };
}
