import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { PeoplePage, PersonPage } from "../support/pages/people-page";

/** Somebody to hear from every day, whose last letter is years old. */
async function loseTouchWith(page: Page, name: string): Promise<void> {
  const { body } = await callDesk(page, "/people", { name, circles: ["friends"] });
  const own = `/people/${body.id}`;
  expect((await callDesk(page, `${own}/touch`, { version: 1, cadenceDays: 1 })).status).toBe(200);
  const letter = { how: "letter", at: "2019-05-03T10:00:00Z", note: "" };
  expect((await callDesk(page, `${own}/contacts`, letter)).status).toBe(200);
}

function lineOf(page: Page, name: string): Locator {
  return page.getByRole("article", { name });
}

/** Walks the list by its keys: to its top, which says that the page listens, and down from there. */
async function walkTo(page: Page, line: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("k");
    await expect(page.locator("[data-chosen]")).toBeVisible({ timeout: 200 });
  }).toPass();
  while ((await line.getAttribute("data-chosen")) === null) await page.keyboard.press("j");
}

test("Mira sees whom she is losing touch with, logs a call by keyboard, and takes it back", async ({
  client,
}) => {
  const name = `Odile ${randomUUID().slice(0, 8)}`;
  await loseTouchWith(client, name);
  await PeoplePage.open(client);
  await client.getByRole("link", { name: "Losing touch" }).click();
  await expect(client.getByRole("heading", { level: 1, name: "Losing touch" })).toBeVisible();
  const line = lineOf(client, name);
  await expect(line).toContainText("Friends · every day");
  await expect(line).toContainText(/Last contact: a letter, \d+ years ago/);

  await walkTo(client, line);
  await client.keyboard.press("l");
  const dialog = client.getByRole("dialog", { name: "Log contact" });
  await expect(dialog.getByRole("radio", { name: "A call" })).toBeFocused();
  await client.keyboard.press("Enter");
  await expect(client.getByText(`${name}: a call is written down.`)).toBeVisible();
  await expect(line).toHaveCount(0);

  await client.keyboard.press("u");
  await expect(client.getByText("It is as it was.")).toBeVisible();
  await expect(line).toContainText("Last contact: a letter");
});

test("A call that is still to come is said at its field, and Mira loses no word", async ({ client }) => {
  const name = `Gaspard ${randomUUID().slice(0, 8)}`;
  await loseTouchWith(client, name);
  await client.goto(`/w/${slugOf(client)}/people/touch`);
  await lineOf(client, name)
    .getByRole("button", { name: /^Log contact/ })
    .click();
  const dialog = client.getByRole("dialog", { name: "Log contact" });
  await dialog.getByLabel("When").fill("2999-01-01");
  await dialog.getByLabel("About what").fill("The garden.");
  await dialog.getByRole("button", { name: "Write it down" }).click();
  await expect(dialog.getByText("This is still to come.", { exact: false })).toBeVisible();
  await expect(dialog.getByLabel("When")).toBeFocused();
  await expect(dialog.getByLabel("About what")).toHaveValue("The garden.");
});

test("Ana lets somebody rest for a month, and they leave Mira's open window; Ana takes it back, and they return", async ({
  client,
  assistant,
}) => {
  const name = `Ludmila ${randomUUID().slice(0, 8)}`;
  await loseTouchWith(client, name);
  await client.goto(`/w/${slugOf(client)}/people/touch`);
  const miras = lineOf(client, name);
  await expect(miras).toBeVisible();

  await assistant.goto(`/w/${slugOf(assistant)}/people/touch`);
  const anas = lineOf(assistant, name);
  await expect(anas).toBeVisible();
  await walkTo(assistant, anas);
  await assistant.keyboard.press("h");
  await expect(assistant.getByRole("dialog", { name: "Not before…" })).toBeVisible();
  await assistant.keyboard.press("2");
  await expect(assistant.getByText(`${name}: not before`)).toBeVisible();
  await expect(anas).toHaveCount(0);
  await expect(miras).toHaveCount(0);

  await assistant.keyboard.press("u");
  await expect(anas).toBeVisible();
  await expect(miras).toBeVisible();
});

test("Mira is never to be reminded of somebody, and thinks better of it", async ({ client }) => {
  const name = `Hartmut ${randomUUID().slice(0, 8)}`;
  await loseTouchWith(client, name);
  await client.goto(`/w/${slugOf(client)}/people/touch`);
  const line = lineOf(client, name);
  await line.getByRole("button", { name: /^More/ }).click();
  await client.getByRole("menuitem", { name: "Never remind of them" }).click();
  await expect(client.getByText(`Nobody is reminded of ${name} any more.`)).toBeVisible();
  await expect(line).toHaveCount(0);
  await client.getByRole("button", { name: /^Undo/ }).click();
  await expect(line).toBeVisible();
});

test("Ana takes somebody off the desk, and brings them back from the list", async ({ assistant }) => {
  const name = `Quirin ${randomUUID().slice(0, 8)}`;
  const birthday = { kind: "birthday", label: "", month: 5, day: 3, year: 1970 };
  const { body } = await callDesk(assistant, "/people", { name, dates: [birthday] });
  await assistant.goto(`/w/${slugOf(assistant)}/people/${body.id}`);
  const person = await PersonPage.at(assistant, name);
  await person.choose("More", "Take off the desk");
  await person.answer("Take off");
  await expect(assistant.getByText(`${name} is off the desk.`)).toBeVisible();
  const found = () => callDesk(assistant, `/people?q=${encodeURIComponent(name)}`);
  expect((await found()).body.total).toBe(0);

  await assistant.keyboard.press("u");
  await expect(assistant.getByText(`${name} is on the desk again.`)).toBeVisible();
  expect((await found()).body.total).toBe(1);
  await assistant.goto(`/w/${slugOf(assistant)}/people/${body.id}`);
  await expect(person.sheet("Days").getByText("3 May 1970")).toBeVisible();
});

test("Ana reads why she cannot take somebody of the inner circle off the desk", async ({
  client,
  assistant,
}) => {
  const name = `Perpetua ${randomUUID().slice(0, 8)}`;
  const { body } = await callDesk(client, "/people", { name, circles: ["inner"] });
  await assistant.goto(`/w/${slugOf(assistant)}/people/${body.id}`);
  const person = await PersonPage.at(assistant, name);
  await person.button("More").click();
  const item = assistant.getByRole("menuitem", { name: "Take off the desk" });
  await expect(item).toContainText("Only Mira can take somebody of this circle off");
  await expect(item).toBeDisabled();
});
