import fc from "fast-check";
import PostalMime from "postal-mime";
import { afterEach, describe, expect, test } from "vitest";
import { sendClientMail } from "@/lib/adapters/mail/client-mail";
import { stuffed, writeClientMail } from "@/lib/adapters/mail/write-client-mail";
import { letter as both } from "../../support/mail/letter";
import { here, startMoodyServer, stopServers } from "../../support/mail/moody-server";

afterEach(stopServers);

const letter = { ...both, cc: [] };

const headersOf = (bytes: Buffer) => {
  const text = bytes.toString("utf8");
  const lines = text.slice(0, text.indexOf("\r\n\r\n")).split(/\r\n(?![ \t])/);
  return lines.map((line) => line.replace(/\r\n/g, ""));
};
const named = (bytes: Buffer) => headersOf(bytes).map((line) => line.split(":")[0] ?? "");

describe("A message says what was approved, and nothing else", () => {
  test("It has the headers of a person's mail alone, and a Sender only where the account says so", async () => {
    const plain = ["From", "To", "Subject", "Message-ID", "Date", "MIME-Version"];
    const technical = ["Content-Type", "Content-Transfer-Encoding"];
    const alone = await writeClientMail(letter);
    expect(named(alone.bytes).sort()).toEqual([...plain, ...technical].sort());
    expect(alone).toMatchObject({ from: "mira@sandoval.example", receivers: ["noor@harbour.example"] });

    const ana = { name: "Ana", address: "ana@office.example" };
    const forMira = await writeClientMail({ ...letter, sender: ana });
    expect(headersOf(forMira.bytes)).toContain("Sender: Ana <ana@office.example>");
    expect(headersOf(forMira.bytes)).toContain("From: Mira Sandoval <mira@sandoval.example>");
    expect(forMira.from).toBe("mira@sandoval.example");
  });

  test("Somebody named twice receives it once", async () => {
    const twice = { name: "N.", address: " noor@HARBOUR.example" };
    expect((await writeClientMail({ ...letter, cc: [twice] })).receivers).toEqual(["noor@harbour.example"]);
  });

  test("No name, subject, id or attachment can write a header or add a receiver", async () => {
    const evil = 'x\r\nBcc: spy@evil.example\r\n\r\n<b>", spy@evil.example, "\u2028\u0000';
    const mail = {
      ...letter,
      from: { name: evil, address: letter.from.address },
      to: [{ name: evil, address: "noor@harbour.example" }],
      subject: evil,
      inReplyTo: `<a@b.example>${evil}`,
      references: [evil, "<good@b.example>"],
      attachments: [{ name: evil, mediaType: evil, bytes: Buffer.from("a") }],
    };
    const { bytes, receivers } = await writeClientMail(mail);
    expect(receivers).toEqual(["noor@harbour.example"]);
    const read = await PostalMime.parse(bytes);
    expect([read.bcc, read.inReplyTo, read.references]).toEqual([undefined, undefined, "<good@b.example>"]);
    expect(read.to?.map(({ address }) => address)).toEqual(["noor@harbour.example"]);
    expect(read.attachments.map(({ mimeType }) => mimeType)).toEqual(["application/octet-stream"]);
    expect(named(bytes)).not.toContain("Bcc");
  });

  test.each([
    "noor",
    "noor@",
    "@harbour.example",
    "noor@harbour.example>\r\nRCPT TO:<spy@evil.example",
    "noor@harbour.example, spy@evil.example",
    "noor@har bour.example",
    "no..or@harbour.example",
    "noor @harbour.example",
    '"noor"@harbour.example',
    "noor\u202e@harbour.example",
    "noor@[127.0.0.1]",
    "noor@-harbour.example",
    "noor@harbour..example",
    `${"n".repeat(65)}@harbour.example`,
  ])("“%s” is not written to, and that is final", async (address) => {
    const problem = await writeClientMail({ ...letter, to: [{ name: "", address }] }).catch((error) => error);
    expect(problem).toMatchObject({ isFinal: true });
    expect(problem.sentence).toMatch(/^“.*” is not an address that mail can go to\.$/);
  });

  test("A domain in other letters is written as the net knows it", async () => {
    const { receivers, foreign, bytes } = await writeClientMail({
      ...letter,
      to: [{ name: "Büro", address: "noor@büro.example" }],
    });
    expect([receivers, foreign]).toEqual([["noor@xn--bro-hoa.example"], null]);
    expect(bytes.every((byte) => byte < 0x80)).toBe(true);
  });

  test("A name in other letters before the @ is refused where the server cannot take it, and to nobody is nothing", async () => {
    const { account, taken } = await startMoodyServer({ hideSMTPUTF8: true });
    const about = { ...here, beforeBody: async () => undefined };
    const to = [...letter.to, { name: "", address: "jörg@harbour.example" }];
    expect(await sendClientMail(account, { ...letter, to }, about)).toEqual({
      how: "refused",
      why: "localhost cannot handle an address in such letters: jörg@harbour.example.",
      isFinal: true,
    });
    const toNobody = await sendClientMail(account, { ...letter, to: [] }, about);
    expect(toNobody).toEqual({ how: "refused", why: "This message goes to nobody yet.", isFinal: true });
    expect(taken).toEqual([]);
  });
});

describe("Whatever somebody writes arrives as it was written", () => {
  const words = fc.string({ unit: "grapheme", maxLength: 300 });
  const lines = fc.array(
    fc.oneof(words, fc.constantFrom("", ".", "..", "From here", "-- ", " x ", "a".repeat(1200))),
  );

  test("Texts, subjects and names in any script, with dots and long lines", async () => {
    await fc.assert(
      fc.asyncProperty(lines, words, async (written, name) => {
        const text = written.join("\n").replace(/\r/g, "");
        const { bytes } = await writeClientMail({ ...letter, text: `${text}|`, subject: `${name}|` });
        const line = stuffed(bytes).toString("latin1");
        expect(line).not.toMatch(/[^\r]\n|\r[^\n]|\r\n\.\r\n/);
        expect(Math.max(...line.split("\r\n").map((one) => one.length))).toBeLessThanOrEqual(998);
        const undone = Buffer.from(line.replace(/(^|\n)\.\./g, "$1."), "latin1");
        const read = await PostalMime.parse(undone);
        expect(read.text?.replace(/\r?\n$/, "").replaceAll("\r\n", "\n")).toBe(`${text}|`);
        expect(read.subject?.trim()).toBe(`${name}|`.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim());
      }),
      { numRuns: 300 },
    );
  });
});
