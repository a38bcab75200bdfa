import { sendClientMail } from "@/lib/adapters/mail/client-mail";
import type { MailLimits, MailServer } from "@/lib/adapters/mail/smtp-session";
import type { ClientMail } from "@/lib/adapters/mail/write-client-mail";
import { here } from "./moody-server";

/** A short message of Mira's to two people. */
export const letter: ClientMail = {
  from: { name: "Mira Sandoval", address: "mira@sandoval.example" },
  sender: null,
  to: [{ name: "Noor", address: "noor@harbour.example" }],
  cc: [{ name: "Tomas", address: "tomas@lind.example" }],
  subject: "Lunch",
  text: "Shall we?\n.\nMira",
  html: "",
  messageId: "<one@sandoval.example>",
  inReplyTo: null,
  references: [],
  date: new Date("2026-03-02T09:00:00Z"),
  attachments: [],
};

/** Sends it with these changes; says what became of it, and how often the moment before the body was told. */
export async function sendLetter(
  account: MailServer,
  changes: Partial<ClientMail> = {},
  limits: MailLimits = {},
) {
  let told = 0;
  const beforeBody = async () => {
    told += 1;
  };
  const went = await sendClientMail(account, { ...letter, ...changes }, { ...here, ...limits, beforeBody });
  return { went, told };
}
