import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import { listSeen } from "@/lib/data/webhook-entries";
import type { Actor } from "@/lib/domain/actor";
import { readDeliveries } from "@/lib/queries/read-webhooks";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { setEventPrivacy } from "@/lib/use-cases/calendar/set-event-privacy";
import { addFact } from "@/lib/use-cases/person/add-fact";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { setPersonPrivacy } from "@/lib/use-cases/person/set-person-privacy";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { makeTask } from "@/prisma/seed/make/make-task";
import { booking, noWord } from "../../support/book";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { setSettings } from "../../support/settings";
import { asSuperuser } from "../../support/superuser";
import { type Receiver, startReceiver } from "../../support/webhooks/receiver";
import { newWebhook, tellAll, toldTo } from "../../support/webhooks/scene";

// The operator lets this machine be told.
setSettings({ ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" });

const MINUTE = 60_000;
let anas: Receiver;
let miras: Receiver;
beforeAll(async () => {
  [anas, miras] = [await startReceiver(), await startReceiver()];
});
afterAll(() => Promise.all([anas.stop(), miras.stop()]));
beforeEach(async () => {
  for (const receiver of [anas, miras]) {
    receiver.answer = { status: 204 };
    receiver.heard.length = 0;
  }
  await asSuperuser("UPDATE webhooks SET removed_at = now() WHERE removed_at IS NULL");
});

/** Mira's and Ana's programs, told of everything that each may see. */
async function bothTold(client: Actor, assistant: Actor) {
  const [of, mine] = [await newWebhook(assistant, anas), await newWebhook(client, miras)];
  const idsTold = async () => {
    await tellAll(new Date());
    return {
      ana: toldTo(anas, of).map(({ data }) => data.id),
      mira: toldTo(miras, mine).map(({ data }) => data.id),
    };
  };
  return { ...of, idsTold };
}

test("Of Mira's private task Ana's program hears nothing: not that it was made, not that it changed", async () => {
  const { client, assistant } = await cast();
  const { idsTold } = await bothTold(client, assistant);
  const task = await makeTask(client, { title: "Doctor", isPrivate: true });
  must(await editTask(client, { id: task.id, version: 1, title: "Dentist" }));

  const told = await idsTold();

  expect(told.mira.filter((id) => id === task.id)).toHaveLength(2);
  expect(told.ana).toEqual([]);
  expect(anas.heard).toEqual([]);
});

test("From the moment it is open Ana's program hears of it, and of nothing before", async () => {
  const { client, assistant } = await cast();
  const { idsTold, ...webhook } = await bothTold(client, assistant);
  const task = await makeTask(client, { title: "Doctor", isPrivate: true });
  must(await editTask(client, { id: task.id, version: 1, title: "Dentist" }));
  await idsTold();
  must(await editTask(client, { id: task.id, version: 2, isPrivate: false }));
  must(await editTask(client, { id: task.id, version: 3, title: "Gardener" }));

  expect((await idsTold()).ana).toEqual([task.id, task.id]);
  expect(toldTo(anas, webhook).map(({ data }) => data.changed)).toEqual([["is_private"], ["title"]]);
});

test("From the moment it is private Ana's program hears nothing more of it, not even that it became so", async () => {
  const { client, assistant } = await cast();
  const { idsTold } = await bothTold(client, assistant);
  const task = await makeTask(client, { title: "Gardener" });
  expect((await idsTold()).ana).toEqual([task.id]);

  must(await editTask(client, { id: task.id, version: 1, isPrivate: true }));
  must(await editTask(client, { id: task.id, version: 2, title: "Doctor" }));

  const told = await idsTold();
  expect(told.ana).toEqual([task.id]);
  expect(told.mira.length).toBeGreaterThan(2);
});

test("Of somebody private, what is known of them, and tasks about them, Ana's program hears nothing", async () => {
  const { client, assistant } = await cast();
  const { idsTold } = await bothTold(client, assistant);
  const noor = must(await addPerson(client, { name: "Noor Haddad", isPrivate: true }, new Date()));
  must(await addFact(client, noor.id, { kind: "like", label: "", value: "Tea" }));
  const task = await makeTask(client, { title: "Write to Noor", personId: noor.id });

  const told = await idsTold();
  expect(told.mira.length).toBeGreaterThanOrEqual(3);
  expect(told.ana).toEqual([]);

  must(await setPersonPrivacy(client, { id: noor.id, version: 1 }, false));
  must(await editTask(client, { id: task.id, version: task.version, title: "Call Noor" }));
  expect((await idsTold()).ana).toEqual([noor.id, task.id]);
});

test("Of a private event Ana's program hears nothing until Mira opens it", async () => {
  const { client, assistant } = await cast();
  const { idsTold } = await bothTold(client, assistant);
  const event = must(
    await createEvent(
      client,
      { event: { ...booking({ summary: "Doctor" }), isPrivate: true }, ...noWord },
      new Date(),
    ),
  );
  expect((await idsTold()).ana).toEqual([]);

  must(await setEventPrivacy(client, { id: event.id, version: 1, isPrivate: false }, new Date()));

  expect((await idsTold()).ana).toEqual([event.id]);
});

test("What becomes private while it waits to be told again is withheld, and the log says so", async () => {
  const { client, assistant } = await cast();
  const webhook = await newWebhook(assistant, anas);
  const task = await makeTask(client, { title: "Gardener" });
  anas.answer = { status: 500 };
  const at = new Date();
  await tellAll(at);
  expect(anas.heard).toHaveLength(1);

  must(await editTask(client, { id: task.id, version: 1, isPrivate: true }));
  anas.answer = { status: 204 };
  await tellAll(new Date(at.getTime() + MINUTE));

  expect(anas.heard).toHaveLength(1);
  const { deliveries } = must(await readDeliveries(assistant, webhook.id, null));
  expect(deliveries.map(({ state, nextAt, lastError }) => [state, nextAt, lastError])).toEqual([
    ["withheld", null, "What this tells of is not yours to see any more."],
  ]);
});

test("A stranger's desk tells Mira's program nothing", async () => {
  const { client, stranger } = await cast();
  await newWebhook(client, miras);
  await makeTask(stranger, { title: "Quince jam" });
  await tellAll(new Date());
  expect(miras.heard).toEqual([]);
});

test("An attempt that was refused is nobody's news", async () => {
  const { client, assistant } = await cast();
  await newWebhook(client, miras);
  const task = await makeTask(client, { kind: "personal-reply", title: "Answer Tomas", isPrivate: false });
  await tellAll(new Date());
  const before = miras.heard.length;
  const no = await editTask(assistant, { id: task.id, version: 1, isPrivate: true });
  expect(no).toMatchObject({ ok: false, refusal: { code: "only-client" } });
  await tellAll(new Date());
  expect(miras.heard).toHaveLength(before);
});

test("Asked for by number, what Ana may not see is not there either", async () => {
  const { client, assistant } = await cast();
  await makeTask(client, { title: "Doctor", isPrivate: true });
  const look = (who: Actor, isClient: boolean) =>
    readAs(who, (tx, seq) => listSeen(tx, who.workspace.id, [seq], { isClient }));
  expect(must(await look(client, true)).size).toBe(1);
  expect(must(await look(assistant, false)).size).toBe(0);
  expect(must(await look(assistant, true)).size).toBe(0);
});
