import type { Page } from "@playwright/test";
import { callDesk, slugOf } from "../support/call-desk";
import { clearedTasks } from "../support/cleared-tasks";
import { expect, test } from "../support/e2e";
import { QueuePage } from "../support/pages/queue-page";

const { add: addTask, clearAway } = clearedTasks();
const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY));

test("Back from a draft Ana finds the queue as she left it: her row, what she had fetched, and how far she had come", async ({
  assistant,
}) => {
  const kind = "other";
  for (let at = 0; at < 40; at += 1) await addTask(assistant, { kind, title: `Shelf ${at}.`, priority: 3 });
  const queue = await QueuePage.open(assistant, `?kind=${kind}&state=inbox`);
  const row = queue.row(/Shelf 36\./);
  await expect(async () => {
    await assistant.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect(row).toBeVisible({ timeout: 500 });
  }).toPass();
  await row.click();
  await expect(queue.task.getByRole("heading", { name: "Shelf 36." })).toBeVisible();
  const before = await scrolled(assistant);
  expect(before).toBeGreaterThan(500);
  await queue.press("p");
  await assistant.waitForURL(/\/draft$/);
  await assistant.getByRole("button", { name: "Begin a draft" }).waitFor();

  await assistant.goBack();

  await expect(row).toBeFocused();
  await expect(row).toHaveAttribute("aria-current", "true");
  await expect.poll(() => scrolled(assistant)).toBe(before);
});

test("A row that Ana has only walked to is hers again when she comes back", async ({ assistant }) => {
  await addTask(assistant, { kind: "other", title: "Wind the tall clock", priority: 1 });
  await addTask(assistant, { kind: "other", title: "Wind the small clock", priority: 1 });
  const queue = await QueuePage.open(assistant);
  const row = queue.row(/Wind the tall clock/);
  while ((await row.getAttribute("aria-current")) === null) await queue.press("j");
  await queue.press("p");
  await assistant.getByRole("button", { name: "Begin a draft" }).waitFor();

  await assistant.goBack();

  await expect(row).toBeFocused();
  await expect(queue.task.getByRole("heading", { name: "Wind the tall clock" })).toBeVisible();
});

test("A filter that Ana chooses is one step of her browser, and leaves her at a row", async ({
  assistant,
}) => {
  await addTask(assistant, { kind: "account-care", title: "Oil the gate", priority: 1 });
  const queue = await QueuePage.open(assistant);
  await queue.press("j", "f");
  await assistant.getByRole("menuitemradio", { name: "Account care" }).press("Enter");
  await expect(assistant).toHaveURL(/kind=account-care/);
  const chip = assistant.getByRole("button", { name: "Account care, take this filter off" });
  await expect(chip).toBeVisible();
  await expect(assistant.locator("[data-task]:focus")).toHaveCount(1);

  await assistant.goBack();

  await expect(chip).toBeHidden();
  await expect(assistant).toHaveURL(/\/queue$/);
  await assistant.goForward();
  await chip.press("Enter");
  await expect(chip).toBeHidden();
  await expect(assistant.locator("[data-task]:focus")).toHaveCount(1);
});

test("Where no task passes Mira's filter, the focus is at the way out when she did away with the last one, and nowhere when she comes by an address", async ({
  client,
}) => {
  await addTask(client, { kind: "other", title: "Polish the weathercock", priority: 1 });
  const queue = await QueuePage.open(client, "?q=weathercock&state=inbox");
  const everything = client.getByRole("main").getByRole("button", { name: "Show everything" }).last();
  await queue.press("j");
  await expect(queue.row(/weathercock/)).toBeFocused();
  await queue.press("3");
  await expect(client.getByText("Nothing like this here.")).toBeVisible();
  await expect(everything).toBeFocused();

  await client.addInitScript(() =>
    addEventListener("focusin", ({ target }) => {
      const so = sessionStorage.getItem("focused") ?? "";
      sessionStorage.setItem("focused", `${so}<${(target as Element).textContent}>`);
    }),
  );
  await client.goto(`/w/${slugOf(client)}/queue?q=weathercock&state=inbox`);
  await expect(everything).toBeVisible();
  // From the moment on that the keys are heard, the page has done all that it does by itself.
  await expect(async () => {
    await queue.press("c");
    await expect(queue.line).toBeFocused({ timeout: 500 });
  }).toPass();

  expect(await client.evaluate(() => sessionStorage.getItem("focused"))).not.toMatch(/Show everything/);
});

test("A section that Ana has folded is folded when she comes back, and after a reload; asked for by itself it is open", async ({
  assistant,
}) => {
  await addTask(assistant, { kind: "other", title: "Grease the hinges", priority: 1 });
  const queue = await QueuePage.open(assistant);
  const head = assistant.getByRole("button", { name: /^To triage/, expanded: true });
  const folded = assistant.getByRole("button", { name: /^To triage/, expanded: false });
  const row = queue.row(/hinges/);
  const heading = queue.task.getByRole("heading", { name: "Grease the hinges" });
  while ((await row.getAttribute("aria-current")) === null) await queue.press("j");
  await expect(heading).toBeVisible();
  await head.click();
  await expect(row).toBeHidden();
  // Nor is anything done by keys to a row that she does not see.
  await expect(assistant.locator("[data-task][aria-current]")).toBeVisible();
  await expect(heading).toBeHidden();
  await folded.click();
  await expect(heading).toBeVisible();
  await head.click();
  await queue.press("j");
  await expect(assistant.locator("[data-task]:focus")).toBeVisible();
  await assistant.reload();
  await expect(folded).toBeVisible();
  await expect(queue.row(/hinges/)).toBeHidden();
  await assistant.getByRole("link", { name: "People", exact: true }).click();
  await expect(assistant).toHaveURL(/\/people$/);
  await assistant.goBack();
  await expect(folded).toBeVisible();
  await expect(queue.row(/hinges/)).toBeHidden();

  await assistant.goto(`/w/${slugOf(assistant)}/queue?state=inbox`);
  await expect(queue.row(/hinges/)).toBeVisible();

  await assistant.goto(`/w/${slugOf(assistant)}/queue`);
  await folded.click();
  await expect(queue.row(/hinges/)).toBeVisible();
  await assistant.reload();
  await expect(queue.row(/hinges/)).toBeVisible();
});

test("A column of the board is scrolled as Ana left it when she comes back", async ({ assistant }) => {
  for (let at = 0; at < 12; at += 1)
    await addTask(assistant, { kind: "other", title: `Lantern ${at}.`, priority: 1 });
  const queue = await QueuePage.open(assistant);
  await queue.press("b");
  await expect(assistant.getByRole("button", { name: /^To triage/ })).toBeHidden();
  const column = queue.section("To triage").locator("..");
  const row = queue.row(/Lantern 11\./);
  await row.scrollIntoViewIfNeeded();
  const before = await column.evaluate((part) => part.scrollTop);
  expect(before).toBeGreaterThan(100);
  await assistant.getByRole("link", { name: "People", exact: true }).click();
  await expect(assistant).toHaveURL(/\/people$/);

  await assistant.goBack();

  await expect(row).toBeInViewport();
  await expect.poll(() => column.evaluate((part) => part.scrollTop)).toBe(before);
});

test("From the list to the board and back Ana stays at her row, and arrows lead to the column beside", async ({
  assistant,
}) => {
  const one = await addTask(assistant, { kind: "other", title: "Count the lanterns", priority: 1 });
  await callDesk(assistant, `/tasks/${one.id}/move`, { version: one.version, to: "assistant" });
  await addTask(assistant, { kind: "other", title: "Count the benches", priority: 1 });
  const queue = await QueuePage.open(assistant);
  const row = queue.row(/Count the benches/);
  await queue.press("j", "k");
  while ((await row.getAttribute("aria-current")) === null) await queue.press("j");
  await expect(row).toBeFocused();

  await queue.press("b");
  await expect(assistant).toHaveURL(/view=board/);
  // The address changes before what is drawn: until then the list's row has the focus, and the arrow would be the list's.
  await expect(assistant.getByRole("button", { name: /^To triage/ })).toBeHidden();
  await expect(row).toBeFocused();
  await queue.press("ArrowRight");
  await expect(queue.section("With you, the assistant").locator("[data-task]:focus")).toHaveCount(1);
  await queue.press("ArrowLeft");
  await expect(queue.section("To triage").locator("[data-task]:focus")).toHaveCount(1);
  await queue.press("b");
  await expect(assistant).not.toHaveURL(/view=board/);
  await expect(assistant.locator("[data-task]:focus")).toHaveCount(1);
});

test("What the search opens beside the queue has the focus, and its row when it is closed", async ({
  assistant,
}) => {
  await addTask(assistant, { kind: "other", title: "Return the borrowed marquee", priority: 1 });
  const queue = await QueuePage.open(assistant);
  await queue.press("j", "b");
  await expect(assistant.locator("[data-task]:focus")).toHaveCount(1);
  await queue.press("/");
  await assistant
    .getByRole("combobox", { name: "Search tasks, people and history" })
    .fill("borrowed marquee");
  await expect(assistant.getByRole("listbox", { name: "Found" })).toContainText(
    "Return the borrowed marquee",
  );
  await queue.press("Enter");
  await expect(queue.task.getByRole("heading", { name: "Return the borrowed marquee" })).toBeFocused();

  await queue.press("Escape");

  await expect(queue.row(/borrowed marquee/)).toBeFocused();
});

test("Whoever writes a task in full sends it from the note with Ctrl and Enter, and is at its row", async ({
  assistant,
}) => {
  await assistant.goto(`/w/${slugOf(assistant)}/tasks/new`);
  await assistant.getByLabel("What is to be done").fill("Wax the long table");
  await assistant.getByLabel("Note", { exact: true }).fill("Twice, and let it dry.");
  await assistant.keyboard.press("Control+Enter");

  await assistant.waitForURL(/\/queue\?task=/);
  const row = assistant.getByRole("option", { name: /Wax the long table/ });
  await expect(row).toBeFocused();
  const id = new URL(assistant.url()).searchParams.get("task") ?? "";
  clearAway({ id, version: Number((await callDesk(assistant, `/tasks/${id}`)).body.version) });
});
