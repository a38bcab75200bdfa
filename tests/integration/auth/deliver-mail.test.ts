import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { readMembers } from "@/lib/queries/read-members";
import { deliverMail } from "@/lib/use-cases/mail/deliver-mail";
import { sweepEnded } from "@/lib/use-cases/session/sweep-ended";
import { sendSignInLink } from "@/lib/use-cases/sign-in/send-sign-in-link";
import { inviteAssistant } from "@/lib/use-cases/workspace/invite-assistant";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

type Arrived = { to: string[]; raw: string };

let arrived: Arrived[] = [];
let refuseAll = false;
let refusal = "no such mailbox here";
/** What happens at the server while a message is handed over. */
let atServer: () => Promise<void>;
let passed = 0;
let server: SMTPServer;
let smtpUrl: string;

/** A mail server of its own for each test, which keeps what it is handed. */
beforeEach(async () => {
  await asSuperuser("DELETE FROM outbox");
  arrived = [];
  refuseAll = false;
  refusal = "no such mailbox here";
  atServer = async () => {};
  passed = 0;
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) => done(refuseAll ? new Error(refusal) : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map((one) => one.address);
        arrived.push({ to, raw: Buffer.concat(chunks).toString("utf8") });
        void atServer().then(() => done(), done);
      });
    },
  });
  const listening = server.listen(0, "127.0.0.1");
  await new Promise((resolve) => listening.once("listening", resolve));
  smtpUrl = `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`;
});
afterEach(() => new Promise<void>((resolve) => server.close(resolve)));
afterAll(closeAuthDatabase);

const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000);

/** So much time passes for all that waits its turn, which goes by the database's clock. */
async function pass(minutes: number): Promise<void> {
  await asSuperuser("UPDATE outbox SET send_after = send_after - $1 * interval '1 minute'", [minutes]);
  passed += minutes;
}

/** Delivers when so many minutes have passed since the test began. */
async function deliverAfter(minutes: number, url = smtpUrl) {
  await pass(minutes - passed);
  return deliverMail(minutesFromNow(minutes), url);
}

const messageIds = () => arrived.map((mail) => /^Message-ID: (.*)$/im.exec(mail.raw)?.[1]);
const outbox = () =>
  asSuperuser<{ attempts: number; sent_at: Date | null; given_up_at: Date | null; last_error: string }>(
    "SELECT * FROM outbox",
  );

async function linkFor(userId: string | null) {
  const [user] = await asSuperuser<{ email: string }>("SELECT email FROM users WHERE id = $1", [userId]);
  const email = user?.email ?? "";
  await sendSignInLink({ email, next: "/", origin: "https://desk.example.com", at: new Date() });
  return email;
}

describe("Mail leaves through the server that is set up", () => {
  test("Mira's link arrives once, as text and HTML, from the configured origin alone", async () => {
    const { client } = await cast();
    const email = await linkFor(client.userId);
    expect(await deliverAfter(0)).toEqual({ more: false, undelivered: [] });
    await deliverAfter(90);
    expect(arrived.map((mail) => mail.to)).toEqual([[email]]);
    const raw = arrived[0]?.raw ?? "";
    for (const part of [
      "multipart/alternative",
      "Subject: Sign in to Firsthand",
      "Auto-Submitted: auto-generated",
      "desk.example.com/sign-in/confirm",
    ])
      expect(raw.replace(/=\r?\n/g, "")).toContain(part);
    expect(raw).not.toMatch(/<img|<script|http:\/\/(?!desk)/);
    expect(await outbox()).toMatchObject([{ attempts: 1, last_error: "" }]);
  });

  test("many processes that deliver at once send every message once", async () => {
    const { client } = await cast();
    for (let n = 0; n < 12; n += 1) await linkFor(client.userId);
    await Promise.all(Array.from({ length: 8 }, () => deliverMail(new Date(), smtpUrl)));
    await deliverAfter(0);
    expect([arrived.length, new Set(messageIds()).size]).toEqual([12, 12]);
  });

  test("where the server takes a quarter of a minute for each, a second process sends none of them again", async () => {
    const { client } = await cast();
    for (let n = 0; n < 12; n += 1) await linkFor(client.userId);
    let second: ReturnType<typeof deliverMail> | undefined;
    atServer = async () => {
      await pass(0.25);
      if (arrived.length === 5) second = deliverMail(new Date(), smtpUrl);
    };

    await deliverAfter(0);
    await second;

    expect([arrived.length, new Set(messageIds()).size]).toEqual([12, 12]);
    expect((await outbox()).map((mail) => mail.attempts)).toEqual(Array(12).fill(1));
  });

  test("while the server refuses, it is asked later and later again, and then it arrives", async () => {
    const { client } = await cast();
    await linkFor(client.userId);
    refuseAll = true;
    const { undelivered } = await deliverAfter(0);
    expect(undelivered).toMatchObject([{ attempts: 1, givenUp: false }]);
    await deliverAfter(0.5);
    expect(await outbox()).toMatchObject([
      { attempts: 1, last_error: expect.stringContaining("no such mailbox") },
    ]);
    await deliverAfter(2);
    await deliverAfter(3);
    expect(await outbox()).toMatchObject([{ attempts: 2 }]);
    refuseAll = false;
    await deliverAfter(10);
    expect([arrived.length, (await outbox())[0]?.sent_at !== null]).toEqual([1, true]);
  });

  test.each([
    [
      "in brackets",
      (email: string) => `<${email}>: Recipient address rejected`,
      "<(address)>: Recipient address rejected",
    ],
    ["bare", (email: string) => `5.1.1 ${email}... User unknown`, "5.1.1 (address) User unknown"],
    [
      "before the @",
      (email: string) => `mailbox "${email.split("@")[0]}" is full`,
      'mailbox "(address)" is full',
    ],
  ])(
    "whom a server refuses is not told to the log, where its answer names them (%s)",
    async (_how, says, kept) => {
      const { client } = await cast();
      const email = await linkFor(client.userId);
      [refuseAll, refusal] = [true, says(email)];

      const { undelivered } = await deliverAfter(0);

      expect(undelivered).toMatchObject([{ why: expect.stringContaining(kept) }]);
      expect(JSON.stringify(undelivered)).not.toContain(email.split("@")[0]);
    },
  );

  test("after a day an invitation's mail is given up, and Mira is told", async () => {
    const { client } = await cast();
    must(
      await inviteAssistant(client, { email: "nobody@test.invalid" }, "https://desk.example.com", new Date()),
    );
    refuseAll = true;
    await deliverAfter(0);
    const last = await deliverAfter(25 * 60);
    expect(last.undelivered).toMatchObject([{ givenUp: true }]);
    expect(must(await readMembers(client, new Date())).invitations).toMatchObject([{ undelivered: true }]);
    refuseAll = false;
    await deliverAfter(50 * 60);
    expect(arrived).toEqual([]);
  });

  test("what waited for more than a day is not sent when a server is set up at last", async () => {
    const { client } = await cast();
    await linkFor(client.userId);
    await asSuperuser(
      "UPDATE outbox SET created_at = created_at - interval '2 days', send_after = send_after - interval '2 days'",
    );
    await deliverAfter(0);
    expect([arrived.length, (await outbox())[0]?.given_up_at !== null]).toEqual([0, true]);
  });

  test("when no server answers, nothing is lost", async () => {
    const { client } = await cast();
    await linkFor(client.userId);
    const { undelivered } = await deliverAfter(0, "smtp://127.0.0.1:9");
    expect(undelivered).toMatchObject([{ givenUp: false }]);
    await deliverAfter(5);
    expect(arrived).toHaveLength(1);
  });
});

test("Mail that left, or was given up, is thrown away a month later; what still waits is kept", async () => {
  const { client } = await cast();
  for (const state of ["sent", "given-up", "waits"]) {
    await linkFor(client.userId);
    await asSuperuser(
      `UPDATE outbox SET subject = $1, created_at = now() - interval '40 days',
         sent_at = CASE WHEN $1 = 'sent' THEN now() END, given_up_at = CASE WHEN $1 = 'given-up' THEN now() END
       WHERE sent_at IS NULL AND given_up_at IS NULL`,
      [state],
    );
  }
  const left = async () =>
    (await asSuperuser<{ subject: string }>("SELECT subject FROM outbox ORDER BY 1")).map(
      (one) => one.subject,
    );

  await sweepEnded(minutesFromNow(29 * 24 * 60));
  expect(await left()).toEqual(["given-up", "sent", "waits"]);
  await sweepEnded(minutesFromNow(31 * 24 * 60));
  expect(await left()).toEqual(["waits"]);
});
