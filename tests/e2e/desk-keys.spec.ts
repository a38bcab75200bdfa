import { addTask, callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { ForYouPage } from "../support/pages/for-you-page";
import { QueuePage } from "../support/pages/queue-page";

test("Mira looks for something from For you, by its message, and is back where she was with Escape", async ({
  client,
}) => {
  const message = { text: "Shall we still try the quince tart on Sunday?", from: "Odile", receivedAt: null };
  await addTask(client, { kind: "other", title: "Introduce Odile to the bakers", message });
  await ForYouPage.open(client);
  const found = client.getByRole("listbox", { name: "Found" });

  await client.getByRole("button", { name: "Search", exact: true }).click();
  await client.keyboard.press("Escape");
  await expect(client.getByRole("button", { name: "Search", exact: true })).toBeFocused();
  await client.keyboard.press("/");
  await client.getByRole("combobox", { name: "Search tasks, people and history" }).fill("quince tart");
  await expect(found.getByText("Introduce Odile to the bakers").first()).toBeVisible();
  await client.keyboard.press("Enter");

  await expect(client.getByRole("heading", { name: "Introduce Odile to the bakers" })).toBeVisible();
  await expect(client).toHaveURL(/\/tasks\//);
});

test("However far the arrows walk through what was found, what they are at is seen", async ({
  assistant,
}) => {
  await assistant.goto(`/w/${slugOf(assistant)}/history`);
  await assistant.getByRole("button", { name: "Search", exact: true }).click();
  const words = assistant.getByRole("combobox", { name: "Search tasks, people and history" });
  await words.fill("o");
  const found = assistant.getByRole("listbox", { name: "Found" });
  const last = found.getByRole("option", { name: "Show the queue with “o”" });
  await last.waitFor();
  await expect(last).not.toBeInViewport();

  await words.press("ArrowUp");
  await expect(last).toBeInViewport({ ratio: 0.9 });
  await words.press("ArrowDown");
  await expect(found.getByRole("option").first()).toBeInViewport({ ratio: 0.9 });
  await assistant.getByRole("dialog", { name: "Search" }).getByRole("button", { name: "Close" }).click();
  await expect(words).toHaveCount(0);
});

test("? shows the keys of the page that is open, and the queue has its own", async ({
  client,
  assistant,
}) => {
  const keys = (page: typeof client) => page.getByRole("dialog", { name: "Keys" });
  await ForYouPage.open(client);
  await client.keyboard.press("?");
  await expect(keys(client)).toContainText("edit in ink");
  await client.keyboard.press("Escape");

  const { id } = await addTask(assistant, { kind: "other", title: "Introduce the two rowers" });
  await assistant.goto(`/w/${slugOf(assistant)}/tasks/${id}`);
  await assistant.getByText("What happened so far").waitFor();
  await assistant.keyboard.press("?");
  await expect(keys(assistant)).toContainText("move to the section before or after");
  await assistant.keyboard.press("Escape");
  await assistant.keyboard.press("]");
  await expect.poll(async () => (await callDesk(assistant, `/tasks/${id}`)).body.state).toBe("assistant");

  for (const [page, key] of [
    ["history", "search the whole desk"],
    ["weekly", "for Mira"],
    ["people/touch", "never remind of them"],
    ["people/duplicates", "these are two people"],
  ]) {
    await assistant.goto(`/w/${slugOf(assistant)}/${page}`);
    await assistant.keyboard.press("?");
    await expect(keys(assistant)).toContainText(key ?? "");
    await assistant.keyboard.press("Escape");
  }
  await assistant.goto(`/w/${slugOf(assistant)}/people`);
  await assistant.getByRole("link", { name: /Noor Haddad/ }).click();
  await assistant.getByRole("heading", { name: "Noor Haddad", level: 1 }).waitFor();
  await assistant.keyboard.press("?");
  await expect(keys(assistant)).toContainText("back to all people");
  await assistant.keyboard.press("Escape");

  const queue = await QueuePage.open(assistant);
  await queue.press("?");
  await expect(keys(assistant)).toContainText("add a task in one line");
});

test("Among people F finds in the list, and / looks over the whole desk as on every page", async ({
  assistant,
}) => {
  await addTask(assistant, { kind: "other", title: "Introduce the glassblower to Ruth" });
  await assistant.goto(`/w/${slugOf(assistant)}/people`);
  await assistant.getByRole("searchbox").waitFor();
  await assistant.keyboard.press("f");
  await expect(assistant.getByRole("searchbox")).toBeFocused();
  await assistant.getByRole("heading", { name: "People" }).click();

  await assistant.keyboard.press("?");
  await expect(assistant.getByRole("dialog", { name: "Keys" })).toContainText("search the whole desk");
  await assistant.keyboard.press("Escape");
  await assistant.keyboard.press("/");
  await assistant.getByRole("combobox", { name: "Search tasks, people and history" }).fill("glassblower");
  await expect(
    assistant
      .getByRole("listbox", { name: "Found" })
      .getByText(/glassblower/)
      .first(),
  ).toBeVisible();
});

test("A window that does not come while Ana is offline says so, closes by Esc, and opens once the line is back", async ({
  assistant,
  expectConsole,
}) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED|Loading chunk|did not come/);
  await assistant.goto(`/w/${slugOf(assistant)}/people`);
  await expect(assistant.getByRole("heading", { level: 1 })).toBeVisible();
  await assistant.context().setOffline(true);
  await expect(assistant.getByText(/You are offline\. Read on/)).toBeVisible();
  const missing = assistant.getByRole("dialog", { name: "Not here yet" });

  await assistant.keyboard.press("?");
  await expect(missing).toContainText("This part did not come. You may be offline.");
  await assistant.keyboard.press("Escape");
  await expect(missing).toBeHidden();
  await expect(assistant.getByRole("heading", { level: 1 })).toBeVisible();

  await assistant.keyboard.press("?");
  await expect(missing.getByRole("button", { name: "Try again" })).toBeFocused();
  await assistant.context().setOffline(false);
  await missing.getByRole("button", { name: "Try again" }).press("Enter");
  await expect(assistant.getByRole("dialog", { name: "Keys" })).toBeVisible();
});
