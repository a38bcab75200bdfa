import type { Page } from "@playwright/test";
import { callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";

/** Opens the addresses at which the calendar is read elsewhere, as somebody who looks for them does. */
async function openAddresses(page: Page): Promise<void> {
  await page.goto(`/w/${slugOf(page)}/settings/calendars`);
  await page.getByRole("link", { name: "Its addresses" }).click();
  await expect(page.getByRole("heading", { name: "Make an address" })).toBeVisible();
}

async function make(page: Page, name: string): Promise<string> {
  await page.getByLabel("What it is for").fill(name);
  await page.getByRole("button", { name: "Make an address" }).click();
  return givenFor(page, name);
}

async function givenFor(page: Page, name: string): Promise<string> {
  const given = page.getByRole("region", { name: `Address of ${name}`, exact: true }).getByRole("textbox");
  await expect(given).toBeFocused();
  await expect(given).toHaveValue(/\/api\/feeds\/[\w-]{43}\.ics$/);
  return given.inputValue();
}

/** What a program is answered that has the address and nothing else. */
async function read(page: Page, address: string): Promise<{ status: number; text: string }> {
  const answer = await page.request.get(new URL(address).pathname, { headers: { cookie: "" } });
  return { status: answer.status(), text: (await answer.text()).replaceAll("\r\n ", "") };
}

test("Mira's phone shows her calendar until she takes its address back", async ({ client, visitor }) => {
  const phone = `My phone ${Date.now()}`;
  const title = `Harbour walk ${Date.now()}`;
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const event = { summary: title, start: `${day}T07:00`, end: `${day}T07:30`, zone: "Europe/Berlin" };
  expect((await callDesk(client, "/events", { event, overProtected: true })).status).toBe(200);

  await openAddresses(client);
  const address = await make(client, phone);
  await expect(client.getByRole("link", { name: "Open in a calendar program" })).toHaveAttribute(
    "href",
    address.replace(/^https?:/, "webcal:"),
  );
  const shown = await read(visitor, address);
  expect(shown.status).toBe(200);
  expect(shown.text).toContain(`SUMMARY:${title}\r\n`);

  await client.getByRole("button", { name: "I have it" }).click();
  await client.reload();
  await expect(client.getByText(address)).toHaveCount(0);
  await expect(client.getByRole("region", { name: phone, exact: true })).toBeVisible();

  await client.getByRole("button", { name: `New address for ${phone}` }).click();
  await client.getByRole("dialog").getByRole("button", { name: "New address" }).click();
  const second = await givenFor(client, phone);
  expect([(await read(visitor, address)).status, (await read(visitor, second)).status]).toEqual([404, 200]);

  await client.getByRole("button", { name: `Take back ${phone}` }).click();
  await client.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
  await expect(client.getByRole("button", { name: `Take back ${phone}` })).toHaveCount(0);
  expect((await read(visitor, second)).status).toBe(404);
});

test("Ana has an address of the calendar as she sees it, Mira knows of it, and Ana sees none of Mira's", async ({
  client,
  assistant,
}) => {
  const desk = `Desk calendar ${Date.now()}`;
  await openAddresses(client);
  await make(client, "Mira’s tablet");
  await openAddresses(assistant);
  await expect(assistant.getByText("Mira’s tablet")).toHaveCount(0);
  await expect(assistant.getByLabel("What it shows")).toHaveCount(0);
  await make(assistant, desk);

  await client.reload();
  const own = client.getByRole("region", { name: desk, exact: true });
  await expect(own).toContainText(/The calendar as \w+ sees it/);
  await client.getByRole("button", { name: `Take back ${desk}` }).click();
  await client.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
  await expect(own).toHaveCount(0);
});
