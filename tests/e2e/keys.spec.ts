import { addTask, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";

/** Holds the page's scripts back until it is let go: what a slow line does. */
async function holdScripts(page: import("@playwright/test").Page): Promise<() => void> {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await gate;
    await route.continue();
  });
  return letGo;
}

test("What Ana types before the page is ready is heard when it is, and a word never becomes commands", async ({
  assistant,
}) => {
  await addTask(assistant, { kind: "event-invite", title: "Water the office plants", priority: 1 });
  const letGo = await holdScripts(assistant);
  await assistant.goto(`/w/${slugOf(assistant)}/queue`, { waitUntil: "commit" });
  await expect(assistant.getByRole("option", { name: /Water the office plants/ })).toBeVisible();

  await assistant.keyboard.type("c31t");
  letGo();

  await expect(assistant.getByLabel("Add a task in one line")).toHaveValue("31t");
  await expect(assistant.getByRole("option", { name: /Water the office plants/ })).toBeVisible();
});

test("A menu that Ana opens before the page is ready is filled beside its button when it is", async ({
  assistant,
}) => {
  const letGo = await holdScripts(assistant);
  await assistant.goto(`/w/${slugOf(assistant)}/queue`, { waitUntil: "commit" });
  const button = assistant.getByRole("button", { name: "Filter" });
  await button.click();
  const menu = assistant.getByRole("menu");
  await expect(menu).toBeVisible();

  letGo();

  await expect(menu.getByRole("menuitem", { name: /^Views/ })).toBeFocused();
  const [below, above] = [await menu.boundingBox(), await button.boundingBox()];
  expect(below?.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0));
  await assistant.keyboard.press("ArrowDown");
  await assistant.keyboard.press("Enter");
  await expect(assistant).toHaveURL(/overdue=1/);
});

test("Ana turns the calendar's month before the page is ready, and it turns when it is", async ({
  assistant,
}) => {
  const letGo = await holdScripts(assistant);
  await assistant.goto(`/w/${slugOf(assistant)}/calendar?view=month&date=2031-01-15`, {
    waitUntil: "commit",
  });
  await expect(assistant.getByRole("heading", { level: 1, name: "January 2031" })).toBeVisible();

  await assistant.keyboard.press("n");
  letGo();

  await expect(assistant.getByRole("heading", { level: 1, name: "February 2031" })).toBeVisible();
  await expect(assistant).toHaveURL(/date=2031-02-/);
});

test("What Mira types into a form before the page is ready is what is saved", async ({
  client,
  expectConsole,
}) => {
  expectConsole(/400/);
  const letGo = await holdScripts(client);
  await client.goto(`/w/${slugOf(client)}/settings/time`, { waitUntil: "commit" });
  const form = client.getByRole("form", { name: "Hours, ways and checks" });
  const sunday = form.getByRole("checkbox", { name: "Sun" });
  const before = await sunday.isChecked();
  await form.getByLabel("It ends").fill("06:00");
  await form.getByLabel("On the way, each way, in minutes").fill("35 or so");
  await sunday.click();
  letGo();

  await expect(async () => {
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByText("Give a whole number.")).toBeVisible({ timeout: 500 });
  }).toPass();
  await form.getByLabel("On the way, each way, in minutes").fill("35");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("The day ends after it begins.")).toBeVisible();
  await expect(form.getByLabel("It ends")).toHaveValue("06:00");
  await expect(sunday).toBeChecked({ checked: !before });
});
