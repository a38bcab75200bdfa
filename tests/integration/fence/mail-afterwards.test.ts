import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import type { Actor } from "@/lib/domain/actor";
import { readComingMeetings } from "@/lib/queries/read-coming-meetings";
import { inMail, readWeeklyList } from "@/lib/queries/read-weekly-list";
import { escalateChecks } from "@/lib/use-cases/check/escalate-checks";
import { editContact } from "@/lib/use-cases/contact/edit-contact";
import { logContact } from "@/lib/use-cases/contact/log-contact";
import { deliverMail } from "@/lib/use-cases/mail/deliver-mail";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { setPersonPrivacy } from "@/lib/use-cases/person/set-person-privacy";
import { mailWeeklyList } from "@/lib/use-cases/weekly/mail-weekly-list";
import { mailWhisperCards } from "@/lib/use-cases/whisper/mail-whisper-cards";
import { removeAssistant } from "@/lib/use-cases/workspace/remove-assistant";
import { type Cast, cast } from "../../support/cast";
import { coming, meet } from "../../support/meet";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";
import { ask } from "../check/scene";

// A mail may wait for hours until a server takes it. Meanwhile somebody becomes private.

const origin = "https://desk.example";
const now = new Date();
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);
const noon = hours(30);

let arrived: { to: string; raw: string }[] = [];
let server: SMTPServer;
let smtpUrl: string;
beforeEach(async () => {
  await asSuperuser("DELETE FROM outbox");
  arrived = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        arrived.push({
          to: session.envelope.rcptTo[0]?.address ?? "",
          raw: Buffer.concat(chunks).toString("utf8"),
        });
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

/** Noor, whom one talked to yesterday, who has a birthday next week, and a lunch with her tomorrow, with its double-check. */
async function lunchWithNoor() {
  const people = await cast(now);
  const { client, system } = people;
  const birth = hours(24 * 7);
  const dates = [
    {
      kind: "birthday",
      label: "",
      month: birth.getUTCMonth() + 1,
      day: birth.getUTCDate(),
      year: null,
      leadDays: 1,
    } as const,
  ];
  const emails = [{ value: "noor@haddad.test", label: "" }];
  const { id } = must(await addPerson(client, { name: "Noor Haddad", emails, dates }, now));
  const talk = must(
    await logContact(client, id, { how: "call", note: "Quinces", isPrivate: false, at: hours(-24) }, now),
  );
  await meet(
    client,
    [coming("noor@haddad.test", "Noor Haddad"), coming("joon@test.invalid", "Joon Park")],
    noon,
  );
  await ask(system, hours(10));
  const hide = async () => must(await setPersonPrivacy(client, { id, version: 1 }, true));
  return { ...people, noor: id, talk, hide };
}

/** A job that reads with somebody's eyes, and whom it mails. */
const eyesOf = (actor: Actor, { system }: Cast) => ({ ...actor, door: "job", proof: system.proof }) as Actor;
const readerOf = (actor: Actor) => ({
  userId: actor.userId as string,
  role: actor.role as "client" | "assistant",
  clientName: actor.clientName,
  email: `${actor.role}@example.com`,
  zone: "Europe/Berlin",
});

const mails: Record<string, (people: Cast, who: Actor) => Promise<unknown>> = {
  "whisper cards": async (people, who) => {
    const [view] = await readComingMeetings(eyesOf(who, people), 48, now);
    if (view) must(await mailWhisperCards(people.system, readerOf(who), view, origin, now));
  },
  "a weekly list": async (people, who) => {
    const from = now.toISOString().slice(0, 10);
    const list = must(await readWeeklyList(eyesOf(who, people), { from, horizon: 14, ...inMail }, now));
    must(await mailWeeklyList(people.system, readerOf(who), list, from, origin));
  },
  "that nobody has confirmed a lunch": async ({ system }) =>
    must(await escalateChecks(system, origin, hours(27))),
};

const written = () =>
  asSuperuser<{ to: string; why: string; gone: boolean }>(
    `SELECT to_address AS "to", last_error AS why, given_up_at IS NOT NULL AS gone FROM outbox ORDER BY to_address`,
  );
const isTo =
  (role: string) =>
  ({ to }: { to: string }) =>
    to.startsWith(role === "client" ? "client" : "assistant") ||
    to.startsWith(role === "client" ? "mira" : "ana");

describe("A mail that waits", () => {
  test.each(Object.entries(mails))(
    "is not sent to Ana when Noor became private meanwhile: %s",
    async (_, write) => {
      const people = await lunchWithNoor();
      const { client, assistant, hide } = people;
      await write(people, assistant);
      await write(people, client);
      expect((await written()).length).toBeGreaterThanOrEqual(2);

      await hide();
      const { undelivered } = await deliverMail(hours(1), smtpUrl);

      expect(undelivered).toEqual([]);
      expect(arrived.filter(isTo("assistant"))).toEqual([]);
      expect(arrived.filter(isTo("client")).length).toBeGreaterThan(0);
      expect((await written()).find(isTo("assistant"))).toMatchObject({
        why: "What this tells of is not its reader’s to see any more.",
        gone: true,
      });
    },
  );

  test.each(Object.entries(mails))("is sent to both where nothing became private: %s", async (_, write) => {
    const people = await lunchWithNoor();
    await write(people, people.assistant);
    await write(people, people.client);
    await deliverMail(hours(1), smtpUrl);
    expect(arrived.filter(isTo("assistant")).length).toBeGreaterThan(0);
    expect(arrived.filter(isTo("client")).length).toBeGreaterThan(0);
  });

  test("is not sent to Ana when what one last talked about became private meanwhile", async () => {
    const people = await lunchWithNoor();
    await mails["whisper cards"]?.(people, people.assistant);
    must(await editContact(people.client, { id: people.talk.id, version: 1 }, { isPrivate: true }, now));
    await deliverMail(hours(1), smtpUrl);
    expect(arrived).toEqual([]);
  });

  test("is not sent to Ana when she is not Mira’s assistant any more", async () => {
    const people = await lunchWithNoor();
    await mails["a weekly list"]?.(people, people.assistant);
    must(await removeAssistant(people.client, people.assistant.userId as string, new Date()));
    await deliverMail(hours(1), smtpUrl);
    expect(arrived).toEqual([]);
  });
});
