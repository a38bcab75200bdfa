import PostalMime from "postal-mime";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callBackDraft } from "@/lib/use-cases/draft/call-back-draft";
import { type Cast, cast } from "../../support/cast";
import {
  carry,
  giveMailbox,
  later,
  mailsAbout,
  newApproved,
  sendingOf,
  taskRow,
} from "../../support/draft/carry-scene";
import { approve, look, newDraft } from "../../support/draft/scene";
import { accountAt, coded, startMoodyServer, stopServers } from "../../support/mail/moody-server";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

let people: Cast;
beforeAll(async () => {
  people = await cast();
});
afterAll(stopServers);
const { ca } = accountAt(1);
const line = { ca };

const gesturesOf = (taskId: string) =>
  asSuperuser<Record<string, unknown>>(
    "SELECT by_user, by_role, door, words, draft_id FROM gestures WHERE task_id = $1",
    [taskId],
  );

test("What Mira approved leaves once, in its thread, and its task is done by Mira with these words", async () => {
  const server = await startMoodyServer();
  const { id, draftId, taskId } = await newApproved(people, server.account, "Dear Tomas,\n\nyes.\n\nMira");
  expect(await carry(people.system, id, line)).toBe("sent");
  expect(await carry(people.system, id, line)).toBe("not-due");

  expect(server.taken).toHaveLength(1);
  const mail = await PostalMime.parse(server.taken[0]?.raw ?? "");
  const sending = await sendingOf(draftId);
  expect(mail).toMatchObject({
    from: { name: "Mira Holt", address: expect.stringMatching(/^mira-\d+@holt\.test$/) },
    to: [{ name: "Tomas Lind", address: "tomas@lind.test" }],
    subject: "Re: Dinner in May",
    inReplyTo: "<second@lind.test>",
    references: "<first@lind.test> <second@lind.test>",
    messageId: sending.message_id,
  });
  expect(mail.text?.trim()).toBe("Dear Tomas,\n\nyes.\n\nMira");
  expect(sending).toMatchObject({ state: "sent", attempts: 1, doubts: 0, last_error: "" });
  expect((await look(people.client, draftId)).state).toBe("sent");
  const mira = { closed_by: people.client.userId, closed_role: "client", closed_door: "screen" };
  expect(await taskRow(taskId)).toMatchObject({ state: "done", closing_draft: draftId, ...mira });
  expect(await gesturesOf(taskId)).toMatchObject([
    {
      by_user: people.client.userId,
      by_role: "client",
      words: "Dear Tomas,\n\nyes.\n\nMira",
      draft_id: draftId,
    },
  ]);
});

test("A letter that Mira writes every week, and that nobody else sees, comes again once it has left", async () => {
  const server = await startMoodyServer();
  const repeat = { rule: "FREQ=WEEKLY", from: "calendar" as const };
  const weekly = { title: "The weekly letter", isPrivate: true, repeat, dueAt: new Date() };
  const { draft, accountId } = await newDraft(people.client, people.client, "Dear Tomas, yes.", weekly);
  await giveMailbox(people.client, accountId, server.account);
  must(await approve(people.client, draft.id));
  await later(draft.id);

  expect(await carry(people.system, (await sendingOf(draft.id)).id, line)).toBe("sent");

  const left = await asSuperuser("SELECT state, is_private FROM tasks WHERE title = $1 ORDER BY created_at", [
    weekly.title,
  ]);
  expect(left).toEqual([
    { state: "done", is_private: true },
    { state: "inbox", is_private: true },
  ]);
});

test("Before the thirty seconds are over nothing leaves, and what Mira calls back never does", async () => {
  const server = await startMoodyServer();
  const { draft, accountId } = await newDraft(people.client, people.assistant);
  await giveMailbox(people.client, accountId, server.account);
  must(await approve(people.client, draft.id));
  const { id } = await sendingOf(draft.id);
  expect(await carry(people.system, id, line)).toBe("not-due");
  must(await callBackDraft(people.client, draft.id));
  await later(draft.id);

  expect(await carry(people.system, id, line)).toBe("not-due");
  expect(server.taken).toEqual([]);
});

test("Of many who carry at the same moment one does, and one message arrives", async () => {
  const server = await startMoodyServer();
  const { id } = await newApproved(people, server.account);
  const became = await Promise.all(Array.from({ length: 6 }, () => carry(people.system, id, line)));

  expect(became.sort()).toEqual(["not-due", "not-due", "not-due", "not-due", "not-due", "sent"]);
  expect(server.taken).toHaveLength(1);
});

test("A server that is not there is tried again later and later, with its own words kept, and nobody is told yet", async () => {
  const server = await startMoodyServer({ onMailFrom: (_, __, done) => done(coded(451, "Come back later")) });
  const { id, draftId, taskId } = await newApproved(people, server.account);
  const minutes: number[] = [];
  for (let n = 0; n < 8; n += 1) {
    expect(await carry(people.system, id, line)).toBe("again");
    const sending = await sendingOf(draftId);
    minutes.push(sending.minutes);
    expect(sending).toMatchObject({ state: "held", attempts: n + 1 });
    await later(draftId, 61);
  }

  expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  expect((await sendingOf(draftId)).last_error).toContain("451");
  expect(await mailsAbout(draftId)).toEqual([]);
  expect(await taskRow(taskId)).toMatchObject({ state: "scheduled" });
});

test("After a day of that, or when the server wants none of it, it lies before Mira, who is told once", async () => {
  const later451 = await startMoodyServer({
    onMailFrom: (_, __, done) => done(coded(451, "Come back later")),
  });
  const slow = await newApproved(people, later451.account);
  await later(slow.draftId, 26 * 60);
  for (let n = 0; n < 5; n += 1) {
    expect(await carry(people.system, slow.id, line)).toBe("again");
    await later(slow.draftId, 61);
  }
  expect(await carry(people.system, slow.id, line)).toBe("failed");
  const never = await startMoodyServer({ onRcptTo: (_, __, done) => done(coded(550, "No such user")) });
  const wrong = await newApproved(people, never.account);
  expect(await carry(people.system, wrong.id, line)).toBe("failed");
  expect(await carry(people.system, wrong.id, line)).toBe("not-due");

  for (const { draftId, taskId } of [slow, wrong]) {
    expect(await taskRow(taskId)).toMatchObject({ state: "client" });
    expect((await look(people.client, draftId)).sending?.state).toBe("failed");
    const mails = await mailsAbout(draftId);
    expect(mails.map((mail) => mail.subject)).toEqual(["Not sent: your message to Tomas Lind"]);
    expect(mails[0]?.to_address).toMatch(/^mira-/);
    expect(mails[0]?.text_body).not.toContain("I will come");
  }
  expect((await sendingOf(wrong.draftId)).last_error).toContain("No such user");
});

test("A wrong password is told in the server's words, and never the password itself", async () => {
  const server = await startMoodyServer();
  const { id, draftId } = await newApproved(people, { ...server.account, password: "grey-heron-7" });
  expect(await carry(people.system, id, line)).toBe("again");

  const { last_error: why } = await sendingOf(draftId);
  expect(why).toMatch(/password/i);
  expect(why).not.toContain("grey-heron-7");
});

test("When the words no longer stand as they were let go, nothing leaves, and the draft is there again", async () => {
  const server = await startMoodyServer();
  const { id, draftId, taskId } = await newApproved(people, server.account);
  // Past every guard: what would be approved now is something else.
  await asSuperuser("UPDATE drafts SET subject = 'Another subject' WHERE id = $1", [draftId]);
  expect(await carry(people.system, id, line)).toBe("stopped");

  expect(server.seen.begun).toBe(0);
  expect(await sendingOf(draftId)).toMatchObject({ state: "stopped" });
  expect(await look(people.client, draftId)).toMatchObject({ state: "draft", approval: null, sending: null });
  expect(await taskRow(taskId)).toMatchObject({ state: "client" });
});

test("An account that has lost its mail server says so to Mira", async () => {
  const { draft, accountId } = await newDraft(people.client, people.assistant);
  must(await approve(people.client, draft.id));
  await later(draft.id);
  const { id } = await sendingOf(draft.id);
  expect(accountId).not.toBe("");

  expect(await carry(people.system, id, line)).toBe("failed");
  expect((await sendingOf(draft.id)).last_error).toBe(
    "The account that this leaves from has no mail server any more.",
  );
});
