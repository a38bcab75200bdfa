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
  // Ana has several desks, and as many windows: each says whose it is.
  await expect(visitor).toHaveTitle("For you · Firsthand");
  await expect(other).toHaveTitle("Queue · Mira Holt · Firsthand");
  await other.context().close();
});

test("An operator's monitor hears that the house is alive and ready", async ({ request }) => {
  const health = await request.get("/api/health");
  const ready = await request.get("/api/ready");

  expect([health.status(), await health.json()]).toEqual([200, { status: "alive" }]);
  expect([ready.status(), await ready.json()]).toEqual([200, { ready: true, reasons: [] }]);
});

test("A script comes as small as the browser can unpack it, to be kept; what is not there is not found", async ({
  request,
}) => {
  const page = await (await request.get("/sign-in")).text();
  const [script = ""] = /\/_next\/static\/chunks\/[\w-]+\.js/.exec(page) ?? [];
  const take = async (address: string, coding: string) => {
    const answer = await request.get(address, { headers: { "Accept-Encoding": coding } });
    const {
      "content-encoding": packed,
      "cache-control": kept,
      "content-type": type,
      vary,
    } = answer.headers();
    return { status: answer.status(), packed, kept, type, vary, text: await answer.text() };
  };

  const [brotli, gzip, plain] = [
    await take(script, "gzip, deflate, br"),
    await take(script, "gzip, br;q=0"),
    await take(script, "identity"),
  ];
  const missing = await take("/_next/static/chunks/never.js", "br");

  const kept = "public, max-age=31536000, immutable";
  expect(brotli).toMatchObject({ status: 200, packed: "br", kept, vary: "Accept-Encoding" });
  expect(gzip).toMatchObject({ status: 200, packed: "gzip", kept, vary: "Accept-Encoding" });
  expect(plain).toMatchObject({ status: 200, packed: undefined, kept });
  expect(brotli.type).toMatch(/^text\/javascript/);
  expect(plain.text.length).toBeGreaterThan(1000);
  expect([brotli.text, gzip.text]).toEqual([plain.text, plain.text]);
  expect(missing).toMatchObject({ status: 404, packed: undefined });
});
