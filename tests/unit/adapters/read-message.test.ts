import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readMessage } from "@/lib/adapters/mail/read-message";

const folder = path.join(process.env.FIRSTHAND_FIXTURES ?? "", "mail");
const bytes = (text: string) => new TextEncoder().encode(text);
const files = readdirSync(folder).filter((name) => name.endsWith(".eml"));

test.each(files)("what somebody wrote is read from %s, and nothing of it is markup", async (name) => {
  const message = await readMessage(readFileSync(path.join(folder, name)));

  expect(message?.text).not.toBe("");
  expect(message?.text).not.toMatch(/<\/?(html|div|span|p|br|style)\b/i);
});

const thread = [
  "From: =?UTF-8?Q?Zo=C3=AB?= Lindqvist <zoe@example.org>",
  "To: Mira Holt <mira@example.com>",
  "Subject: The garden,",
  " and the stairs",
  "Message-ID: <second@example.org>",
  "In-Reply-To: <first@example.com>",
  "References: <zero@example.com>",
  " <first@example.com>",
  "Date: Tue, 24 Nov 2026 21:14:00 +0100",
];

test("an answer finds its thread: the id, those before it, whom it goes to and what it was about", async () => {
  const message = await readMessage(bytes([...thread, "", "Will you come on Sunday?", ""].join("\r\n")));

  expect(message).toEqual({
    text: "Will you come on Sunday?",
    from: "Zoë Lindqvist",
    receivedAt: "2026-11-24T20:14:00.000Z",
    mail: {
      messageId: "<second@example.org>",
      references: ["<zero@example.com>", "<first@example.com>"],
      subject: "The garden, and the stairs",
      from: { name: "Zoë Lindqvist", address: "zoe@example.org" },
    },
  });
});

test("an answer goes where the sender asks for it, and a script in a mail is no words", async () => {
  const html = [
    ...thread,
    "Reply-To: home@example.org",
    "Content-Type: text/html; charset=utf-8",
    "",
    "<style>p{}</style><p>Come <b>on Sunday</b></p><script>alert(1)</script>",
  ].join("\r\n");

  const message = await readMessage(bytes(html));

  expect(message?.mail?.from.address).toBe("home@example.org");
  expect(message?.text).toBe("Come on Sunday");
});

test("a mail without an id has no thread, and what is no mail is none", async () => {
  const loose = await readMessage(bytes("From: zoe@example.org\r\n\r\nHello"));
  expect(loose).toMatchObject({ text: "Hello", from: "zoe@example.org", receivedAt: null, mail: null });
  expect(await readMessage(bytes("\r\n"))).toBeNull();
});

test("letters come through in the alphabet that the sender's program wrote them in", async () => {
  const head = "From: zoe@example.org\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n";

  const message = await readMessage(Buffer.from(`${head}Bis Sonntag, schöne Grüße`, "latin1"));

  expect(message?.text).toBe("Bis Sonntag, schöne Grüße");
});

test.each([
  ["a header of megabytes", `X: ${"a".repeat(3_000_000)}`],
  [
    "hundreds of parts within parts",
    Array.from(
      { length: 400 },
      (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}`,
    ).join("\r\n"),
  ],
])("a message with %s is no message, and breaks nothing", async (_, head) => {
  expect(await readMessage(bytes(`${head}\r\n\r\nHello`))).toBeNull();
});

test("whoever is answered at a service's own address is answered there; what is no address, or no id, makes no thread", async () => {
  const read = (...head: string[]) => readMessage(bytes([...head, "", "Hello"].join("\r\n")));
  const from = "From: Tomas <reply+id=42@service.test>";

  expect((await read(from, "Message-ID: <a@service.test>"))?.mail?.from.address).toBe(
    "reply+id=42@service.test",
  );
  expect((await read("From: Tomas <tomas@>", "Message-ID: <a@service.test>"))?.mail).toBeNull();
  expect((await read(from, `Message-ID: <${"a".repeat(2000)}@service.test>`))?.mail).toBeNull();
  const long = `References: <${"r".repeat(2000)}@service.test> <first@service.test>`;
  expect((await read(from, "Message-ID: <a@service.test>", long))?.mail?.references).toEqual([
    "<first@service.test>",
  ]);
});

test("a very long message ends before an emoji rather than within it", async () => {
  const head = "From: Tomas <tomas@lind.test>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n";
  const message = await readMessage(bytes(`${head}${"a".repeat(49_999)}🌷`));

  expect(message?.text).toBe("a".repeat(49_999));
});
