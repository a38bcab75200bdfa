import { expect, test } from "../support/e2e";

test("Mira and Ana each sign in, in a window of their own, at the addresses that npm start prints", async ({
  visitor,
  browser,
}) => {
  const other = await (await browser.newContext()).newPage();
  await visitor.goto("/demo/client");
  await visitor.getByRole("button", { name: "Sign in as the client" }).click();
  await other.goto("/demo/assistant");
  await other.getByRole("button", { name: "Sign in as the assistant" }).click();

  await expect(visitor.getByRole("heading", { level: 1, name: "For you" })).toBeVisible();
  await expect(visitor).toHaveURL(/\/w\/[a-z0-9-]+\/you$/);
  await expect(other.getByRole("heading", { level: 1, name: "Queue" })).toBeAttached();
  await expect(other).toHaveURL(/\/w\/[a-z0-9-]+\/queue$/);
  await other.context().close();
});

test("An operator's monitor hears that the house is alive and ready", async ({ request }) => {
  const health = await request.get("/api/health");
  const ready = await request.get("/api/ready");

  expect([health.status(), await health.json()]).toEqual([200, { status: "alive" }]);
  expect([ready.status(), await ready.json()]).toEqual([200, { ready: true, reasons: [] }]);
});
