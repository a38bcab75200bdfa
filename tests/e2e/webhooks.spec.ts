import type { Page } from "@playwright/test";
import { addTask, callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { type Receiver, startReceiver, verifyHeard } from "../support/webhooks/receiver";

let receiver: Receiver;
test.beforeAll(async () => {
  receiver = await startReceiver();
});
test.afterAll(() => receiver.stop());

async function openWebhooks(page: Page): Promise<void> {
  await page.goto(`/w/${slugOf(page)}/settings`);
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Webhooks" }).click();
  await expect(page.getByRole("heading", { name: "Make a webhook" })).toBeVisible();
}

async function type(page: Page, name: string, url: string): Promise<void> {
  await page.getByLabel("What it is for").fill(name);
  await page.getByLabel("Address to be told").fill(url);
  await page.getByRole("button", { name: "Make a webhook" }).click();
}

/** Makes a webhook and gives its secret, which is shown this once. */
async function make(page: Page, name: string, url: string): Promise<string> {
  await type(page, name, url);
  const given = page.getByRole("region", { name: `Secret of ${name}`, exact: true }).getByRole("textbox");
  await expect(given).toBeFocused();
  await expect(given).toHaveValue(/^whsec_[\w+/=]{44}$/);
  return given.inputValue();
}

test("Ana has her program told what changes, tries it, reads what it was told, and tells it again", async ({
  assistant,
  client,
  expectConsole,
}) => {
  expectConsole(/status of 400 .*\/webhooks\)/);
  const name = `Lights ${Date.now()}`;
  await openWebhooks(assistant);
  await type(assistant, "Nowhere", "http://10.0.0.7/");
  await expect(assistant.getByRole("alert").filter({ hasText: "without https" })).toBeVisible();

  const secret = await make(assistant, name, receiver.url.replace("127.0.0.1", "localhost"));
  await assistant.getByRole("button", { name: "I have it" }).click();
  await expect(assistant.getByText(secret)).toHaveCount(0);
  await assistant.getByRole("link", { name: new RegExp(name) }).click();
  await expect(assistant.getByText("Nothing yet")).toBeVisible();

  // A program that takes its time: whoever looks in between is not told that it failed, and sees how it went.
  let goOn = () => {};
  const until = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  receiver.answer = { status: 204, until };
  await assistant.getByRole("button", { name: "Send a test" }).click();
  const log = assistant.getByRole("list", { name: "What was told" });
  await expect(log.getByText("Being told")).toBeVisible();
  goOn();
  await expect(log.getByText(/^Heard · 204 in \d+ ms$/)).toBeVisible();
  receiver.answer = { status: 204 };
  const [first] = receiver.heard;
  if (!first) throw new Error("nothing was told");
  expect(verifyHeard(first, secret).type).toBe("webhook.test");

  const hidden = await addTask(client, { kind: "other", title: "Call the doctor", isPrivate: true });
  const open = await addTask(client, { kind: "birthday", title: "Card for Noor" });
  await expect.poll(() => receiver.heard.some(({ body }) => body.includes(open.id))).toBe(true);
  expect(receiver.heard.map(({ body }) => body).join()).not.toContain(hidden.id);

  await assistant.reload();
  await log
    .getByRole("button", { name: /^Tell again: task\.made/ })
    .first()
    .click();
  await expect(log.getByText("told again by hand")).toBeVisible();
  await expect
    .poll(() => receiver.heard.filter(({ body }) => body.includes(open.id)).length)
    .toBeGreaterThanOrEqual(2);

  await assistant.getByRole("button", { name: "Pause" }).click();
  await expect(assistant.getByText(/^Paused by Ana/)).toBeVisible();
  await expect(assistant.getByRole("button", { name: "Send a test" })).toHaveCount(0);
  await assistant.getByRole("button", { name: "Wake" }).click();
  await expect(assistant.getByText("Told as things change")).toBeVisible();
});

test("Mira sees where Ana has the desk told, stops it and ends it", async ({ client, assistant }) => {
  const name = `Lamp ${Date.now()}`;
  await openWebhooks(assistant);
  await make(assistant, name, receiver.url.replace("127.0.0.1", "localhost"));

  await openWebhooks(client);
  await client.getByRole("link", { name: new RegExp(name) }).click();
  await expect(client.getByText(/^Made by Ana, and told of nothing that Ana may not see/)).toBeVisible();
  await expect(client.getByRole("button", { name: "Send a test" })).toHaveCount(0);
  await client.getByRole("button", { name: "Pause" }).click();
  await expect(client.getByText(/^Paused by Mira/)).toBeVisible();

  await assistant.getByRole("link", { name: new RegExp(name) }).click();
  await expect(assistant.getByText(/^Paused by Mira/)).toBeVisible();
  await expect(assistant.getByRole("button", { name: "Wake" })).toHaveCount(0);

  await client.getByRole("button", { name: "Remove" }).click();
  await client.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(client.getByRole("heading", { name: "Make a webhook" })).toBeVisible();
  await expect(client.getByRole("link", { name: new RegExp(name) })).toHaveCount(0);
  expect((await callDesk(assistant, "/webhooks")).body.webhooks).not.toContainEqual(
    expect.objectContaining({ name }),
  );
});
