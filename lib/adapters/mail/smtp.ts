import nodemailer, { type Transporter } from "nodemailer";
import { env } from "@/lib/env";

/** A message as it leaves. Addresses go over as objects, so that nothing in a name can become a second receiver. */
export type SmtpMail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  date: Date;
};

/** Sends through one server; throws what that server says when it does not take the message. */
export type Carrier = { send: (mail: SmtpMail) => Promise<void>; close: () => void };

/** `Name <address>`, or a bare address, as MAIL_FROM gives it (RFC 5322 §3.4). */
function readSender(text: string): { name: string; address: string } {
  const match = /^(.*)<([^<>]+)>\s*$/.exec(text);
  const name = (match?.[1] ?? "").trim().replace(/^"(.*)"$/, "$1");
  return { name, address: (match?.[2] ?? text).trim() };
}

/** Makes the carrier for an SMTP address such as `smtps://user:password@mail.example.com:465`. */
export function makeCarrier(smtpUrl: string): Carrier {
  const transport: Transporter = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const from = readSender(env.MAIL_FROM);

  async function send({ to, subject, text, html, messageId, date }: SmtpMail): Promise<void> {
    await transport.sendMail({
      from,
      to: { name: "", address: to },
      subject,
      text,
      html: html || undefined,
      messageId,
      date,
      headers: { "Auto-Submitted": "auto-generated" },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  return { send, close: () => transport.close() };
}
