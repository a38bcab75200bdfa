import { expect, test } from "../support/e2e";

test("Mira and Ana are each signed in, in a window of their own, from the addresses that npm start prints", async ({
  client,
  assistant,
}) => {
  await expect(client).toHaveURL(/\/w\/[a-z0-9-]+/);
  await expect(assistant).toHaveURL(/\/w\/[a-z0-9-]+/);
});

test("An operator's monitor hears that the house is alive and ready", async ({ request }) => {
  const health = await request.get("/api/health");
  const ready = await request.get("/api/ready");

  expect([health.status(), await health.json()]).toEqual([200, { status: "alive" }]);
  expect([ready.status(), await ready.json()]).toEqual([200, { ready: true, reasons: [] }]);
});
