import PostalMime from "postal-mime";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readTask } from "@/lib/queries/read-task";
import { releaseDraft } from "@/lib/use-cases/draft/release-draft";
import { startDraft } from "@/lib/use-cases/draft/start-draft";
import { submitDraft } from "@/lib/use-cases/draft/submit-draft";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { removeAssistant } from "@/lib/use-cases/workspace/remove-assistant";
import { type Cast, cast } from "../../support/cast";
import { carry, giveMailbox, later, sendingOf, taskRow } from "../../support/draft/carry-scene";
import { approve, changeAccount, look, newAccount, newDraft, newLetter } from "../../support/draft/scene";
import { accountAt, startMoodyServer, stopServers } from "../../support/mail/moody-server";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

let people: Cast;
beforeAll(async () => {
  people = await cast();
});
afterAll(stopServers);
const { ca } = accountAt(1);
const line = { ca };

/** Words that Ana sends by Mira's leave, in the company's voice. */
async function newReleased(
  cast: Cast,
  server: Parameters<typeof giveMailbox>[2],
  authorShown = "client-and-sender",
) {
  const accountId = await newAccount(cast.client, { voice: "company", assistantsSend: true });
  await changeAccount(cast.client, accountId, { authorShown, signature: "Holt Workshop" });
  await giveMailbox(cast.client, accountId, server);
  const task = await newLetter(cast.client, { kind: "other", tag: "delegable", accountId });
  const draft = must(await startDraft(cast.assistant, { taskId: task.id, text: "Thank you.", phrases: [] }));
  const { seal } = await look(cast.assistant, draft.id);
  must(await releaseDraft(cast.assistant, { id: draft.id, seal }, new Date(), "firsthand.test"));
  await later(draft.id);
  return { draftId: draft.id, taskId: task.id, id: (await sendingOf(draft.id)).id };
}

test("What Ana sends by Mira's leave is signed by the account, says who sent it, and is done by Ana", async () => {
  const server = await startMoodyServer();
  const { id, taskId } = await newReleased(people, server.account);
  expect(await carry(people.system, id, line)).toBe("sent");

  const mail = await PostalMime.parse(server.taken[0]?.raw ?? "");
  expect(mail.from?.name).toBe("Mira Holt");
  expect(mail.sender).toMatchObject({ name: "Ana Duarte", address: expect.stringMatching(/^ana-/) });
  expect(mail.text?.trim()).toBe("Thank you.\n\n-- \nHolt Workshop\nSent by Ana Duarte for Mira Holt");
  expect(await taskRow(taskId)).toMatchObject({
    state: "done",
    closed_by: people.assistant.userId,
    closed_role: "assistant",
  });
});

test("For a company, its representative writes", async () => {
  const server = await startMoodyServer();
  const { id } = await newReleased(people, server.account, "representative");
  expect(await carry(people.system, id, line)).toBe("sent");

  const mail = await PostalMime.parse(server.taken[0]?.raw ?? "");
  expect(mail.from?.name).toMatch(/^Ana Duarte for Account \d+$/);
  expect(mail.sender).toBeUndefined();
});

test("Where Mira lets Ana be seen, Ana is the sender of what she put before Mira; of Mira's own words nobody is", async () => {
  const server = await startMoodyServer();
  for (const by of [people.assistant, people.client]) {
    const { draft, accountId } = await newDraft(people.client, by, "Yes.");
    await changeAccount(people.client, accountId, { authorShown: "client-and-sender" });
    await giveMailbox(people.client, accountId, server.account);
    if (by === people.assistant) must(await submitDraft(by, { id: draft.id, latest: 1 }, new Date()));
    must(await approve(people.client, draft.id));
    await later(draft.id);
    expect(await carry(people.system, (await sendingOf(draft.id)).id, line)).toBe("sent");
  }

  const [prepared, own] = await Promise.all(server.taken.map(({ raw }) => PostalMime.parse(raw)));
  expect(prepared?.sender?.name).toBe("Ana Duarte");
  expect(prepared?.text?.trim()).toBe("Yes.\n\n-- \nSent by Ana Duarte for Mira Holt");
  expect(own?.sender).toBeUndefined();
  expect(own?.text?.trim()).toBe("Yes.");
});

test("Words that Ana let go are stopped when she is removed, and when the leave is taken back", async () => {
  const server = await startMoodyServer();
  const own = await cast();
  const { id, draftId } = await newReleased(own, server.account);
  must(await removeAssistant(own.client, own.assistant.userId as string, new Date()));
  expect(await carry(own.system, id, line)).toBe("stopped");

  expect(await look(own.client, draftId)).toMatchObject({ state: "draft", sending: null });
  const { client, system } = people;
  const again = await newReleased(people, server.account);
  const [row] = await asSuperuser<{ id: string }>("SELECT account_id AS id FROM drafts WHERE id = $1", [
    again.draftId,
  ]);
  await changeAccount(client, row?.id ?? "", { assistantsSend: false });
  expect(await carry(system, again.id, line)).toBe("not-due");
  expect(server.seen.begun).toBe(0);
});

test("What was made Mira's while Ana's words were on their way has gone, and its task is Mira's to say something of", async () => {
  let goOn = () => {};
  let isWhole = false;
  const server = await startMoodyServer({
    onData(stream, _, done) {
      stream.resume().on("end", () => {
        isWhole = true;
        goOn = () => done(null, "Queued as 9");
      });
    },
  });
  const { id, draftId, taskId } = await newReleased(people, server.account);
  const carried = carry(people.system, id, { ...line, answerMs: 20_000 });
  await vi.waitFor(async () => expect((await sendingOf(draftId)).state).toBe("handed-over"), {
    timeout: 10_000,
  });
  await asSuperuser("UPDATE tasks SET tag = 'must-be-you', version = version + 1 WHERE id = $1", [taskId]);
  await vi.waitFor(() => expect(isWhole).toBe(true), { timeout: 10_000 });
  goOn();

  expect(await carried).toBe("sent");
  expect(await taskRow(taskId)).toMatchObject({ state: "client", closed_by: null });
  const task = await readTask(people.client, taskId);
  expect(task).not.toBeNull();
  must(await completeTask(people.client, { id: taskId, version: task?.version ?? 0, note: "" }, new Date()));
});
