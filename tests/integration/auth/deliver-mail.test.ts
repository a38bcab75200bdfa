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
let server: SMTPServer;
let smtpUrl: string;

/** A mail server of its own for each test, which keeps what it is handed. */
beforeEach(async () => {
  await asSuperuser("DELETE FROM outbox");
  arrived = [];
  refuseAll = false;
  refusal = "no such mailbox here";
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
        done();
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
    expect(await deliverMail(minutesFromNow(0), smtpUrl)).toEqual({ more: false, undelivered: [] });
    await deliverMail(minutesFromNow(90), smtpUrl);
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
    await Promise.all(Array.from({ length: 8 }, () => deliverMail(minutesFromNow(0), smtpUrl)));
    await deliverMail(minutesFromNow(0), smtpUrl);
    const ids = arrived.map((mail) => /^Message-ID: (.*)$/im.exec(mail.raw)?.[1]);
    expect([ids.length, new Set(ids).size]).toEqual([12, 12]);
  });

  test("while the server refuses, it is asked later and later again, and then it arrives", async () => {
    const { client } = await cast();
    await linkFor(client.userId);
    refuseAll = true;
    const { undelivered } = await deliverMail(minutesFromNow(0), smtpUrl);
    expect(undelivered).toMatchObject([{ attempts: 1, givenUp: false }]);
    await deliverMail(minutesFromNow(0.5), smtpUrl);
    expect(await outbox()).toMatchObject([
      { attempts: 1, last_error: expect.stringContaining("no such mailbox") },
    ]);
    await deliverMail(minutesFromNow(2), smtpUrl);
    await deliverMail(minutesFromNow(3), smtpUrl);
    expect(await outbox()).toMatchObject([{ attempts: 2 }]);
    refuseAll = false;
    await deliverMail(minutesFromNow(10), smtpUrl);
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

      const { undelivered } = await deliverMail(minutesFromNow(0), smtpUrl);

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
    await deliverMail(minutesFromNow(0), smtpUrl);
    const last = await deliverMail(minutesFromNow(25 * 60), smtpUrl);
    expect(last.undelivered).toMatchObject([{ givenUp: true }]);
    expect(must(await readMembers(client, new Date())).invitations).toMatchObject([{ undelivered: true }]);
    refuseAll = false;
    await deliverMail(minutesFromNow(50 * 60), smtpUrl);
    expect(arrived).toEqual([]);
  });

  test("what waited for more than a day is not sent when a server is set up at last", async () => {
    const { client } = await cast();
    await linkFor(client.userId);
    await asSuperuser(
      "UPDATE outbox SET created_at = created_at - interval '2 days', send_after = send_after - interval '2 days'",
    );
    await deliverMail(minutesFromNow(0), smtpUrl);
    expect([arrived.length, (await outbox())[0]?.given_up_at !== null]).toEqual([0, true]);
  });

  test("when no server answers, nothing is lost", async () => {
    const { client } = await cast();
    await linkFor(client.userId);
    const { undelivered } = await deliverMail(minutesFromNow(0), "smtp://127.0.0.1:9");
    expect(undelivered).toMatchObject([{ givenUp: false }]);
    await deliverMail(minutesFromNow(5), smtpUrl);
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
