import PostalMime, { type Email } from "postal-mime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sendClientMail, tryMailServer } from "@/lib/adapters/mail/client-mail";
import type { MailServer } from "@/lib/adapters/mail/smtp-session";
import type { ClientMail } from "@/lib/adapters/mail/write-client-mail";
import { readAllowed } from "@/lib/adapters/net/allowed-addresses";
import { type MailHouse, startMailServer } from "../../support/mail/start-mail-server";

let house: MailHouse;
let server: MailServer;
const here = { allowed: readAllowed("localhost"), beforeBody: async () => undefined };

beforeAll(async () => {
  house = await startMailServer();
  const { host, port, security, username, password, ca } = house;
  server = { host, port, security, username, password, ca };
});
afterAll(() => house.stop());

const invitation = "ارحب بكم في الميناء يوم الخميس القادم، الساعة السابعة مساءً";
const letter: ClientMail = {
  from: { name: "Mira Sandoval", address: "mira@sandoval.example" },
  sender: { name: 'Ana "Anka" Petrović', address: "ana@büro.example" },
  to: [
    { name: "نور حداد", address: "noor@harbour.example" },
    { name: "Lind, Tomas", address: "tomas@lind.example" },
  ],
  cc: [{ name: "", address: "desk@harbour.example" }],
  subject: invitation,
  text: "Dear Noor,\n\nyes, with joy.\n.\n..and dots\n-- \nMira",
  html: "<p>Dear Noor,</p><p>yes, with joy 🙂</p>",
  messageId: "<8f2c@sandoval.example>",
  inReplyTo: "<first@harbour.example>",
  references: Array.from({ length: 30 }, (_, n) => `<${n}.a-rather-long-id-of-a-thread@harbour.example>`),
  date: new Date("2026-03-02T09:00:00Z"),
  attachments: [
    {
      name: "Einladung für Noor ☕.pdf",
      mediaType: "application/pdf",
      bytes: Buffer.from("%PDF-1.7 \0\r\n.\r\n"),
    },
  ],
};

/** The message with this id as it was delivered, raw and read. */
async function arrived(messageId: string): Promise<{ raw: string; mail: Email }> {
  const found = (await house.messages()).filter((one) => one.includes(`Message-ID: ${messageId}`));
  expect(found).toHaveLength(1);
  const raw = found[0] ?? "";
  return { raw, mail: await PostalMime.parse(Buffer.from(raw, "latin1")) };
}

describe("Mira's mail goes through a real server", () => {
  test("It arrives whole: who writes for whom, to whom, in which thread, with what", async () => {
    const went = await sendClientMail(server, letter, here);
    expect(went).toEqual({ how: "accepted", response: expect.stringMatching(/^250 OK id=/) });
    const { raw, mail } = await arrived(letter.messageId);

    expect(mail.from).toEqual({ name: "Mira Sandoval", address: "mira@sandoval.example" });
    expect(mail.sender).toEqual({ name: 'Ana "Anka" Petrović', address: "ana@xn--bro-hoa.example" });
    expect(mail.to).toEqual(letter.to);
    expect(mail.cc).toEqual(letter.cc);
    expect(mail.subject).toBe(invitation);
    expect(mail.messageId).toBe(letter.messageId);
    expect(mail.inReplyTo).toBe(letter.inReplyTo);
    expect(mail.references?.split(/\s+/)).toEqual(letter.references);
    expect(mail.date).toBe("2026-03-02T09:00:00.000Z");
    expect(mail.text?.replaceAll("\r\n", "\n").trimEnd()).toBe(letter.text);
    expect(mail.html?.trim()).toBe(letter.html);
    expect(mail.attachments).toHaveLength(1);
    const [pdf] = mail.attachments;
    expect(pdf).toMatchObject({ filename: "Einladung für Noor ☕.pdf", mimeType: "application/pdf" });
    expect(Buffer.from(pdf?.content as ArrayBuffer)).toEqual(letter.attachments[0]?.bytes);

    expect(raw).toMatch(/^Return-path: <mira@sandoval\.example>$/m);
    expect(raw.replace(/\r?\n\s+/g, " ")).toMatch(
      /^Envelope-to: noor@harbour\.example, tomas@lind\.example, desk@harbour\.example$/m,
    );
    expect(raw).not.toMatch(/^(Bcc|Auto-Submitted|X-Mailer):/im);
    expect(raw).toMatch(/with esmtpsa/);
  });

  test("One receiver whom the server does not know, or puts off, keeps it from everybody", async () => {
    const before = (await house.messages()).length;
    for (const [name, isFinal] of [
      ["nobody-here", true],
      ["later", false],
    ] as const) {
      const to = [...letter.to, { name: "", address: `${name}@harbour.example` }];
      const went = await sendClientMail(server, { ...letter, to, messageId: `<${name}@x.example>` }, here);
      expect(went).toMatchObject({ how: "refused", isFinal });
      expect(went).toHaveProperty("why", expect.stringContaining(`mail for ${name}@harbour.example`));
    }
    expect(await house.messages()).toHaveLength(before);
  });

  test("More than the server takes is refused before it is begun", async () => {
    const attachments = [{ name: "a.bin", mediaType: "", bytes: new Uint8Array(6_000_000) }];
    const went = await sendClientMail(server, { ...letter, attachments, messageId: "<big@x.example>" }, here);
    expect(went).toMatchObject({ how: "refused", isFinal: true });
    expect(went).toHaveProperty(
      "why",
      expect.stringMatching(/ MB with its attachments; localhost takes 5\.2 MB at most\.$/),
    );
  });

  test("Nearly as much as it takes goes through", async () => {
    const bytes = Buffer.alloc(3_600_000, "a line of a large attachment\r\n.\r\n");
    const attachments = [{ name: "big.bin", mediaType: "application/zip", bytes }];
    const went = await sendClientMail(
      server,
      { ...letter, attachments, messageId: "<large@x.example>" },
      here,
    );
    expect(went.how).toBe("accepted");
    const { mail } = await arrived("<large@x.example>");
    expect(bytes.equals(Buffer.from(mail.attachments[0]?.content as ArrayBuffer))).toBe(true);
  });

  test("An address in letters of its own is written to as it is", async () => {
    const to = [{ name: "", address: "नूर@भारत.example" }];
    const went = await sendClientMail(server, { ...letter, to, messageId: "<utf8@x.example>" }, here);
    expect(went.how).toBe("accepted");
    const { mail } = await arrived("<utf8@x.example>");
    expect(mail.to).toEqual([{ name: "", address: "नूर@भारत.example" }]);
  });

  test("It can be tried, over STARTTLS and over TLS, and a wrong password is told", async () => {
    expect(await tryMailServer(server, here)).toEqual({ ok: true });
    expect(await tryMailServer({ ...server, password: "grey" }, here)).toMatchObject({
      ok: false,
      field: "password",
    });
    const other = await startMailServer("tls");
    const account = { ...server, port: other.port, security: other.security, ca: other.ca };
    expect(await tryMailServer(account, here)).toEqual({ ok: true });
    expect(
      await tryMailServer({ ...account, security: "starttls" }, { ...here, socketMs: 500 }),
    ).toMatchObject({
      ok: false,
    });
    expect(await tryMailServer({ ...account, ca: undefined }, here)).toMatchObject({
      ok: false,
      field: "host",
    });
    await other.stop();
  });

  test("A server that is ended and comes back has lost nothing it took", async () => {
    const messageId = "<before-the-end@x.example>";
    expect((await sendClientMail(server, { ...letter, messageId }, here)).how).toBe("accepted");
    await house.restart();
    await arrived(messageId);
    expect(await tryMailServer(server, here)).toEqual({ ok: true });
  });
});
