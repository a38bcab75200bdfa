import type { Page } from "@playwright/test";
import { expect, test } from "../support/e2e";
import { ForYouPage } from "../support/pages/for-you-page";

// Elsewhere there is none: what a page asks for through it, a test cannot answer in its place.
test.use({ serviceWorkers: "allow" });

async function reloadWithoutLine(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { name: "This page did not come" })).toBeVisible();
}

test("Mira reloads without a line: she reads so in our words, the page comes by itself when the line is back, and nothing of hers was kept for that", async ({
  client,
  expectConsole,
}) => {
  expectConsole(/503|ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  await ForYouPage.open(client);
  await client.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await reloadWithoutLine(client);
  await expect(client.getByText("You may be offline.")).toBeVisible();
  expect(await client.evaluate(() => caches.keys())).toEqual([]);

  await client.context().setOffline(false);
  await expect(client.getByRole("heading", { name: "For you" })).toBeVisible();
});

test("In a browser that asks for no page while the worker wakes up Mira's pages come, and what does not come says so", async ({
  client,
  expectConsole,
}) => {
  expectConsole(/503|ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  await ForYouPage.open(client);
  await client.evaluate(async () => {
    await (await navigator.serviceWorker.ready).navigationPreload.disable();
  });
  await client.reload();
  await expect(client.getByRole("heading", { name: "For you" })).toBeVisible();

  await reloadWithoutLine(client);
});
