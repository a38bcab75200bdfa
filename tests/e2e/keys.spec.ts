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
