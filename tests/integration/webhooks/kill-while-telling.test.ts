import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readDeliveries } from "@/lib/queries/read-webhooks";
import { makeTask } from "@/prisma/seed/make/make-task";
import { cast } from "../../support/cast";
import { makeCarriers } from "../../support/mail/start-carriers";
import { must } from "../../support/must";
import { setSettings } from "../../support/settings";
import { type Receiver, startReceiver, verifyHeard } from "../../support/webhooks/receiver";
import { newWebhook, tellAll } from "../../support/webhooks/scene";

// The operator lets this machine be told.
setSettings({ ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" });

const THINGS = 70;
let receiver: Receiver;
let tellers: Awaited<ReturnType<typeof makeCarriers>>;
beforeAll(async () => {
  receiver = await startReceiver();
  tellers = await makeCarriers(
    "",
    fileURLToPath(new URL("../../support/webhooks/teller-process.ts", import.meta.url)),
  );
});
afterAll(async () => {
  await tellers.stop();
  await receiver.stop();
});

test("Two processes that are killed while they tell lose nothing, and what is told twice has one webhook-id", {
  timeout: 240_000,
}, async () => {
  const { client } = await cast();
  const webhook = await newWebhook(client, receiver);
  for (let n = 0; n < THINGS; n++) await makeTask(client);
  receiver.answer = { status: 200, afterMs: 40 };

  // Each that dies has ten things under way, which are nobody's for a minute.
  for (let round = 0; round < 3; round++) {
    const heard = receiver.heard.length;
    const two = await tellers.start(2);
    two.go();
    await vi.waitFor(() => expect(receiver.heard.length).toBeGreaterThan(heard), {
      timeout: 60_000,
      interval: 2,
    });
    await two.kill();
  }
  receiver.answer = { status: 200 };
  await tellAll(new Date(Date.now() + 120_000));

  const bySeq = new Map<number, Set<string>>();
  for (const one of receiver.heard) {
    const seq = verifyHeard(one, webhook.secret).data.seq ?? 0;
    bySeq.set(seq, (bySeq.get(seq) ?? new Set()).add(String(one.headers["webhook-id"])));
  }
  expect(bySeq.size).toBe(THINGS);
  expect([...bySeq.values()].every((ids) => ids.size === 1)).toBe(true);
  // No more came twice than was under way when they were killed.
  expect(receiver.heard.length).toBeLessThanOrEqual(THINGS + 3 * 2 * 10);
  const { deliveries } = must(await readDeliveries(client, webhook.id, null));
  expect(deliveries.map(({ state }) => state)).toEqual(deliveries.map(() => "delivered"));
  expect(deliveries).toHaveLength(THINGS);
});
