import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { authDatabase } from "@/lib/data/auth-database";
import { sendWebhooksJob } from "@/lib/jobs/send-webhooks";
import { sweepToldJob } from "@/lib/jobs/sweep-told";
import { readHistory } from "@/lib/queries/read-history";
import { readDeliveries, readWebhook, readWebhooks } from "@/lib/queries/read-webhooks";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { editWebhook } from "@/lib/use-cases/webhook/edit-webhook";
import { pauseWebhook } from "@/lib/use-cases/webhook/pause-webhook";
import { removeWebhook } from "@/lib/use-cases/webhook/remove-webhook";
import { replayDelivery } from "@/lib/use-cases/webhook/replay-delivery";
import { rotateWebhook } from "@/lib/use-cases/webhook/rotate-webhook";
import { testWebhook } from "@/lib/use-cases/webhook/test-webhook";
import { wakeWebhook } from "@/lib/use-cases/webhook/wake-webhook";
import { removeAssistant } from "@/lib/use-cases/workspace/remove-assistant";
import { makeTask } from "@/prisma/seed/make/make-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { setSettings } from "../../support/settings";
import { asSuperuser } from "../../support/superuser";
import { type Receiver, startReceiver, verifyHeard } from "../../support/webhooks/receiver";
import { newWebhook, tellAll, toldTo } from "../../support/webhooks/scene";

// The operator lets this machine be told.
setSettings({ ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" });

const SECOND = 1000;
const HOUR = 3_600_000;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());
beforeEach(async () => {
  receiver.answer = { status: 204 };
  receiver.heard.length = 0;
  // Each test has the row of things to be told to itself.
  await asSuperuser("UPDATE webhooks SET removed_at = now() WHERE removed_at IS NULL");
});

test("Mira's program is told what changed from then on, signed, in ids and names of fields and nothing else", async () => {
  const { client } = await cast();
  await makeTask(client, { title: "Before" });
  const webhook = await newWebhook(client, receiver);
  const task = await makeTask(client, { title: "Marimba lesson", note: "Secret words" });
  must(await editTask(client, { id: task.id, version: 1, title: "Marimba concert" }));

  await tellAll(new Date());

  const told = toldTo(receiver, webhook);
  expect(told.map(({ type, data }) => [type, data.verb, data.id])).toEqual([
    ["task.made", "create-task", task.id],
    ["task.changed", "edit-task", task.id],
  ]);
  expect(told[1]).toEqual({
    type: "task.changed",
    timestamp: expect.stringMatching(/Z$/),
    data: {
      workspace: client.workspace.slug,
      seq: expect.any(Number),
      subject: "task",
      id: task.id,
      verb: "edit-task",
      by: "client",
      version: 2,
      changed: ["title"],
    },
  });
  expect(receiver.heard.map(({ body }) => body).join()).not.toMatch(/marimba|secret|mira holt/i);
  expect(receiver.heard[0]?.headers).toMatchObject({ "content-type": "application/json" });
  await tellAll(new Date());
  expect(receiver.heard).toHaveLength(2);
});

test("A program that wants to know of people is told of people alone", async () => {
  const { client } = await cast();
  const webhook = await newWebhook(client, receiver, ["people"]);
  await makeTask(client);
  await tellAll(new Date());
  expect(toldTo(receiver, webhook)).toEqual([]);
});

test("What does not arrive is told again later and later, and given up after ten times", async () => {
  const { client } = await cast();
  const webhook = await newWebhook(client, receiver);
  await makeTask(client);
  receiver.answer = { status: 500 };
  let at = new Date();
  const waits: number[] = [];
  for (let n = 0; n < 10; n++) {
    await tellAll(at);
    const [one] = must(await readDeliveries(client, webhook.id, null)).deliveries;
    expect([one?.attempts, one?.lastStatus, one?.lastError]).toEqual([n + 1, 500, "It answered 500."]);
    if (!one?.nextAt) break;
    const next = new Date(one.nextAt);
    waits.push((next.getTime() - at.getTime()) / SECOND);
    await tellAll(new Date(next.getTime() - SECOND));
    expect(receiver.heard).toHaveLength(n + 1);
    at = next;
  }

  const bare = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
  expect(waits).toHaveLength(9);
  for (const [n, wait] of bare.entries()) {
    expect(waits[n]).toBeGreaterThanOrEqual(wait);
    expect(waits[n]).toBeLessThanOrEqual(wait * 1.2);
  }
  expect(receiver.heard).toHaveLength(10);
  expect(new Set(receiver.heard.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(must(await readDeliveries(client, webhook.id, null)).deliveries[0]).toMatchObject({
    state: "given-up",
    nextAt: null,
  });
});

test("What arrives the second time is delivered, and the webhook is well again", async () => {
  const { client } = await cast();
  const webhook = await newWebhook(client, receiver);
  await makeTask(client);
  receiver.answer = { status: 503 };
  const at = new Date();
  await tellAll(at);
  expect(must(await readWebhook(client, webhook.id)).failingSince).toBe(at.toISOString());

  receiver.answer = { status: 200 };
  await tellAll(new Date(at.getTime() + 10 * SECOND));

  const [one] = must(await readDeliveries(client, webhook.id, null)).deliveries;
  expect(one).toMatchObject({ state: "delivered", attempts: 2, lastStatus: 200, lastError: "" });
  expect(must(await readWebhook(client, webhook.id)).failingSince).toBeNull();
});

test("A webhook that nothing reaches for three days is paused, and Ana told by mail, once", async () => {
  const { client, assistant } = await cast();
  const webhook = await newWebhook(assistant, receiver);
  await makeTask(client);
  await makeTask(client);
  receiver.answer = { status: 500 };
  const at = Date.now();
  for (let hours = 0; hours <= 120; hours += 4) await tellAll(new Date(at + hours * HOUR));

  const view = must(await readWebhook(assistant, webhook.id));
  expect([view.pausedWhy, view.pausedBy]).toEqual(["failing", null]);
  const mails = await authDatabase().outbox.findMany({ where: { workspaceId: client.workspace.id } });
  expect(mails.map(({ subject }) => subject)).toEqual(["Home automation is no longer told what changes"]);
  expect(mails[0]?.toAddress).toMatch(/^ana-/);
  expect(mails[0]?.textBody).toContain(`/w/${client.workspace.slug}/settings/webhooks/${webhook.id}`);
});

test("A receiver that says it is gone is told nothing more until its maker wakes it, and then what happens from there on", async () => {
  const { client } = await cast();
  const webhook = await newWebhook(client, receiver);
  await makeTask(client);
  receiver.answer = { status: 410 };
  await tellAll(new Date());
  await makeTask(client);
  await tellAll(new Date());
  expect(receiver.heard).toHaveLength(1);
  const paused = must(await readWebhook(client, webhook.id));
  expect(paused).toMatchObject({ pausedWhy: "gone", can: { wake: true } });

  receiver.answer = { status: 204 };
  must(await wakeWebhook(client, paused));
  const task = await makeTask(client);
  await tellAll(new Date());
  expect(toldTo(receiver, webhook).map(({ data }) => data.id)).toEqual([expect.any(String), task.id]);
});

test("A redirect is not followed, and counts as not heard", async () => {
  const { client } = await cast();
  const webhook = await newWebhook(client, receiver);
  receiver.answer = { status: 307, headers: { location: receiver.url.replace("/told", "/elsewhere") } };
  must(await testWebhook(client, webhook.id, new Date()));
  await tellAll(new Date());

  expect(receiver.heard.map(({ path }) => path)).toEqual(["/told"]);
  const [one] = must(await readDeliveries(client, webhook.id, null)).deliveries;
  expect(one).toMatchObject({
    state: "waiting",
    lastStatus: 307,
    lastError: "It sent us elsewhere (307), and we do not follow.",
  });
});

test("Several processes at the same moment tell each thing once", async () => {
  const { client } = await cast();
  const webhook = await newWebhook(client, receiver);
  for (let n = 0; n < 25; n++) await makeTask(client);
  receiver.answer = { status: 200, afterMs: 20 };

  const at = new Date();
  await Promise.all([1, 2, 3, 4].map(() => sendWebhooksJob.run(at)));
  await tellAll(at);

  const ids = receiver.heard.map(({ headers }) => headers["webhook-id"]);
  expect([ids.length, new Set(ids).size]).toEqual([25, 25]);
  expect(new Set(toldTo(receiver, webhook).map(({ data }) => data.seq)).size).toBe(25);
});

test("Who dies between telling and writing it down tells it again, under the same webhook-id", async () => {
  const { client } = await cast();
  const webhook = await newWebhook(client, receiver);
  await makeTask(client);
  const at = new Date();
  await tellAll(at);
  // As it stood when the message was under way.
  await asSuperuser(
    "UPDATE webhook_deliveries SET state = 'waiting', attempts = 1, next_at = $2::timestamptz + interval '1 minute' WHERE webhook_id = $1",
    [webhook.id, at.toISOString()],
  );
  await tellAll(new Date(at.getTime() + 30 * SECOND));
  expect(receiver.heard).toHaveLength(1);

  await tellAll(new Date(at.getTime() + 61 * SECOND));

  const [first, second] = receiver.heard;
  expect(receiver.heard).toHaveLength(2);
  expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
  expect(must(await readDeliveries(client, webhook.id, null)).deliveries[0]?.state).toBe("delivered");
});

test("Ana tells the same thing once more by hand: in the log twice, under one webhook-id", async () => {
  const { assistant } = await cast();
  const webhook = await newWebhook(assistant, receiver);
  await makeTask(assistant);
  await tellAll(new Date());
  const [one] = must(await readDeliveries(assistant, webhook.id, null)).deliveries;

  must(await replayDelivery(assistant, one?.id ?? "", new Date()));
  await tellAll(new Date());

  const { deliveries } = must(await readDeliveries(assistant, webhook.id, null));
  expect(deliveries.map(({ isReplay, state }) => [isReplay, state])).toEqual([
    [true, "delivered"],
    [false, "delivered"],
  ]);
  expect(receiver.heard.map(({ body }) => body)).toEqual([one?.body, one?.body]);
  expect(new Set(receiver.heard.map(({ headers }) => headers["webhook-id"]))).toEqual(
    new Set([one?.messageId]),
  );
});

test("For a day after a secret was changed both sign, then the new one alone", async () => {
  const { client } = await cast();
  const old = await newWebhook(client, receiver);
  const at = new Date();
  const { secret } = must(await rotateWebhook(client, { id: old.id, version: 1 }, at));
  must(await testWebhook(client, old.id, at));
  await tellAll(at);
  const tomorrow = new Date(at.getTime() + 25 * HOUR);
  must(await testWebhook(client, old.id, tomorrow));
  await tellAll(tomorrow);

  const [first, second] = receiver.heard;
  if (!first || !second) throw new Error("it was told twice");
  expect([verifyHeard(first, old.secret).type, verifyHeard(first, secret).type]).toEqual([
    "webhook.test",
    "webhook.test",
  ]);
  expect(verifyHeard(second, secret).type).toBe("webhook.test");
  expect(() => verifyHeard(second, old.secret)).toThrow();
});

test("While it is paused nothing is told, and no test is sent", async () => {
  const { client } = await cast();
  const webhook = await newWebhook(client, receiver);
  must(await pauseWebhook(client, { id: webhook.id, version: 1 }, new Date()));
  await makeTask(client);
  await tellAll(new Date());
  expect(receiver.heard).toEqual([]);
  expect(await testWebhook(client, webhook.id, new Date())).toMatchObject({
    ok: false,
    refusal: { code: "invalid" },
  });
});

test("Mira sees what Ana has told, stops it and ends it; where it leads is Ana's alone, and Ana sees none of Mira's", async () => {
  const { client, assistant, agent } = await cast();
  const mine = await newWebhook(client, receiver);
  const anas = await newWebhook(assistant, receiver);
  expect(must(await readWebhooks(client)).webhooks.map(({ id }) => id)).toEqual([mine.id, anas.id]);
  expect(must(await readWebhooks(assistant)).webhooks.map(({ id }) => id)).toEqual([anas.id]);
  expect(must(await readWebhooks(agent)).webhooks).toEqual([]);
  const gone = { ok: false, refusal: { code: "not-found" } };
  expect(await readDeliveries(assistant, mine.id, null)).toEqual(gone);
  expect(await removeWebhook(assistant, { id: mine.id, version: 1 }, new Date())).toEqual(gone);

  const elsewhere = { name: "Mine", url: "https://mira.test/", about: [] };
  expect(await editWebhook(client, { id: anas.id, version: 1, ...elsewhere })).toMatchObject({
    refusal: { code: "invalid" },
  });
  must(await pauseWebhook(client, { id: anas.id, version: 1 }, new Date()));
  expect(await wakeWebhook(assistant, { id: anas.id, version: 2 })).toMatchObject({
    refusal: { code: "only-client" },
  });
  must(await wakeWebhook(client, { id: anas.id, version: 2 }));
  must(await removeWebhook(client, { id: anas.id, version: 3 }, new Date()));
  expect(must(await readWebhooks(assistant)).webhooks).toEqual([]);

  const all = { who: null, refused: false, subject: null, rows: false };
  const told = async (who: typeof client) =>
    must(await readHistory(who, all, null))
      .lines.map(({ sentence }) => sentence)
      .filter((sentence) => sentence.includes("webhook"));
  expect(await told(client)).toEqual([
    "Mira removed the webhook “Home automation”.",
    "Mira woke the webhook “Home automation”.",
    "Mira paused the webhook “Home automation”.",
    "Ana made the webhook “Home automation”, which is told what changes.",
    "Mira made the webhook “Home automation”, which is told what changes.",
  ]);
  expect(await told(assistant)).toHaveLength(4);
  expect(await told(agent)).toEqual([]);
});

test("With Ana's place on the desk her webhooks end, and what was waiting is told to nobody", async () => {
  const { client, assistant } = await cast();
  await newWebhook(assistant, receiver);
  await makeTask(client);
  receiver.answer = { status: 500 };
  const at = new Date();
  await tellAll(at);
  receiver.heard.length = 0;

  must(await removeAssistant(client, assistant.userId as string, at));
  await tellAll(new Date(at.getTime() + HOUR));

  expect(receiver.heard).toEqual([]);
  expect(must(await readWebhooks(client)).webhooks).toEqual([]);
});

test("What was told a month ago is forgotten", async () => {
  const { client } = await cast();
  const webhook = await newWebhook(client, receiver);
  const task = await makeTask(client);
  await tellAll(new Date());
  must(await completeTask(client, { id: task.id, version: 1, note: "" }, new Date()));
  await asSuperuser(
    "UPDATE webhook_deliveries SET made_at = made_at - interval '31 days' WHERE webhook_id = $1",
    [webhook.id],
  );
  await tellAll(new Date());

  await sweepToldJob.run(new Date());

  const { deliveries } = must(await readDeliveries(client, webhook.id, null));
  expect(deliveries.map(({ type }) => type)).toEqual(["task.changed"]);
});

test("Under which key somebody asked is forgotten after a day", async () => {
  const { client } = await cast();
  const who = [client.workspace.id, client.userId];
  await asSuperuser(
    `INSERT INTO once_keys (workspace_id, user_id, key, asked, made_at) SELECT $1, $2, 'asked-' || hours, sha256('x'), now() - make_interval(hours => hours)
     FROM unnest(ARRAY[23, 25]) AS hours`,
    who,
  );

  await sweepToldJob.run(new Date());

  const kept = await asSuperuser<{ key: string }>(
    "SELECT key FROM once_keys WHERE workspace_id = $1 AND user_id = $2",
    who,
  );
  expect(kept.map(({ key }) => key)).toEqual(["asked-23"]);
});
