import type { Page } from "@playwright/test";
import { callDesk } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { QueuePage } from "../support/pages/queue-page";
import { ViewsWindow } from "../support/pages/views-window";

/** What a test saved goes again, so that the next one finds nobody's views. */
test.afterEach(async ({ assistant }) => {
  const { body } = await callDesk(assistant, "/views");
  for (const { id, version } of body.views as { id: string; version: number }[])
    await callDesk(assistant, `/views/${id}/remove`, { version });
});

/** Narrows the queue by its key F to what an item of the menu says. */
async function narrow(queue: QueuePage, item: string): Promise<void> {
  await queue.press("f");
  await queue.page.getByRole("menuitemradio", { name: item, exact: true }).press("Enter");
  await expect(chip(queue.page, item)).toBeVisible();
}

function chip(page: Page, label: string) {
  return page.getByRole("button", { name: `${label}, take this filter off` });
}

test("Ana gives her filter a name, and is back there with V and 1; Mira does not see it", async ({
  assistant,
  client,
}) => {
  const queue = await QueuePage.open(assistant);
  await narrow(queue, "Late");
  await narrow(queue, "Birthday");
  const views = await ViewsWindow.open(assistant);
  await expect(views.window.getByText("No views yet.")).toBeVisible();
  await views.save("Late birthdays");
  await expect(views.view("Late birthdays")).toBeFocused();
  await expect(views.view("Late birthdays")).toHaveAttribute("aria-current", "true");
  await expect(views.window.getByText("What is shown now is your view “Late birthdays”.")).toBeVisible();

  await queue.press("Escape");
  await expect(views.window).toHaveCount(0);
  const chips = assistant.getByRole("list", { name: "Filters" });
  await chips.getByRole("button", { name: "Show everything" }).press("Enter");
  await expect(chip(assistant, "Late")).toHaveCount(0);
  const again = await ViewsWindow.open(assistant);
  await expect(again.window.getByText("To save a view, first narrow the queue")).toBeVisible();
  await queue.press("1");

  await expect(again.window).toHaveCount(0);
  await expect(assistant).toHaveURL(/\/queue\?kind=birthday&overdue=1$/);
  await expect(chip(assistant, "Late")).toBeVisible();
  await expect(chip(assistant, "Birthday")).toBeVisible();

  await QueuePage.open(client, "?overdue=1");
  const hers = await ViewsWindow.open(client);
  await expect(hers.window.getByText("No views yet.")).toBeVisible();
});

test("Ana saves the board as a view and walks to it by arrows", async ({ assistant }) => {
  const queue = await QueuePage.open(assistant, "?tag=must-be-you");
  const first = await ViewsWindow.open(assistant);
  await first.save("Hers");
  await expect(first.view("Hers")).toBeFocused();
  await queue.press("Escape", "b");
  const views = await ViewsWindow.open(assistant);
  await views.save("Hers, laid out");
  await expect(views.view("Hers, laid out")).toContainText("as a board");
  await expect(views.view("Hers, laid out")).toBeFocused();
  await expect(views.view("Hers")).toHaveCount(2);

  await queue.press("ArrowUp", "Enter");
  await expect(assistant).toHaveURL(/\/queue\?tag=must-be-you$/);
  await expect(assistant.getByRole("button", { name: "Board", exact: true })).toBeVisible();

  await ViewsWindow.open(assistant);
  await queue.press("2");
  await expect(assistant).toHaveURL(/\/queue\?tag=must-be-you&view=board$/);
  await expect(assistant.getByRole("button", { name: "List", exact: true })).toBeVisible();
});

test("A view whose saving takes longer than Ana is there as soon as she saves another", async ({
  assistant,
}) => {
  const queue = await QueuePage.open(assistant, "?tag=must-be-you");
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const isViews = (url: URL) => url.pathname.endsWith("/views");
  await assistant.route(isViews, async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  await (await ViewsWindow.open(assistant)).save("Hers");
  await queue.press("Escape", "b");
  const views = await ViewsWindow.open(assistant);
  const saved = assistant.waitForResponse((answer) => answer.request().method() === "POST" && answer.ok());
  letGo();
  await saved;
  await assistant.unroute(isViews);
  await views.save("Laid out");
  await expect(views.view("Laid out")).toBeVisible();
  await expect(views.view("Hers")).toBeVisible();
});

test("A view that Ana removes at once can be taken back, though a list from before comes late", async ({
  assistant,
}) => {
  const queue = await QueuePage.open(assistant, "?tag=must-be-you");
  const views = await ViewsWindow.open(assistant);
  const late: (() => Promise<void>)[] = [];
  const isViews = (url: URL) => url.pathname.endsWith("/views");
  await assistant.route(isViews, async (route) => {
    if (route.request().method() === "POST" || late.length > 0) return await route.continue();
    const response = await route.fetch();
    late.push(() => route.fulfill({ response }));
  });
  await views.save("Hers");
  await expect(views.view("Hers")).toBeFocused();
  await expect.poll(() => late.length).toBe(1);
  await views.button("Remove “Hers”").press("Enter");
  await expect(views.button("Undo: keep “Hers”")).toBeFocused();

  const came = assistant.waitForResponse((answer) => isViews(new URL(answer.url())));
  await late[0]?.();
  await came;
  await assistant.unroute(isViews);
  await queue.press("u");
  await expect(views.view("Hers")).toBeFocused();
});

test("Ana renames a view, removes it, and takes that back", async ({ assistant }) => {
  const queue = await QueuePage.open(assistant, "?overdue=1");
  const views = await ViewsWindow.open(assistant);
  await views.save("Late");

  await views.button("Rename “Late”").press("Enter");
  await expect(views.newName("Late")).toBeFocused();
  await assistant.keyboard.insertText("Never this");
  await queue.press("Escape");
  await expect(views.view("Late")).toBeFocused();
  await views.button("Rename “Late”").press("Enter");
  await assistant.keyboard.type("Too late 1");
  await queue.press("Enter");
  await expect(views.view("Too late 1")).toBeFocused();

  await views.button("Remove “Too late 1”").press("Enter");
  await expect(views.button("Undo: keep “Too late 1”")).toBeFocused();
  await expect(views.view("Too late 1")).toHaveCount(0);
  await queue.press("u");
  await expect(views.view("Too late 1")).toBeFocused();

  await assistant.reload();
  await QueuePage.open(assistant, "?overdue=1");
  await expect((await ViewsWindow.open(assistant)).view("Too late 1")).toBeVisible();
});

test("A name that Ana has given already is refused at the field, and what she typed stays", async ({
  assistant,
  expectConsole,
}) => {
  expectConsole(/status of 4\d\d/);
  await QueuePage.open(assistant, "?overdue=1");
  await (await ViewsWindow.open(assistant)).save("Late ones");
  await QueuePage.open(assistant, "?snoozed=1");
  const views = await ViewsWindow.open(assistant);

  await views.save("late ones");

  await expect(views.name).toHaveAttribute("aria-invalid", "true");
  await expect(views.window.getByRole("alert")).not.toBeEmpty();
  await expect(views.name).toHaveValue("late ones");
  await views.name.fill("Asleep");
  await assistant.keyboard.press("Enter");
  await expect(views.view("Asleep")).toBeFocused();
});

test("A view of Ana's shows something else from now on, under the name it has", async ({
  assistant,
  expectConsole,
}) => {
  expectConsole(/status of 4\d\d/);
  await QueuePage.open(assistant, "?overdue=1");
  await (await ViewsWindow.open(assistant)).save("Mornings");
  await QueuePage.open(assistant, "?snoozed=1");
  const views = await ViewsWindow.open(assistant);
  await views.save("mornings");

  await views.button("Let “Mornings” show this instead").press("Enter");
  await expect(views.view("Mornings")).toBeFocused();
  await expect(views.view("Mornings")).toContainText("Snoozed");
  await expect(views.list.getByRole("listitem")).toHaveCount(1);
});
