import type { Page } from "@playwright/test";
import { addTask, callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { QueuePage } from "../support/pages/queue-page";
import { TaskPage } from "../support/pages/task-page";

const words = "May the new studio be full of music before the rain comes. I think of our evening in Lyon.";

async function somebody(page: Page, name: string, more: Record<string, unknown> = {}): Promise<string> {
  const { body } = await callDesk(page, "/people", { name, ...more });
  return String(body.id);
}

test("Mira completes a birthday with her words; the next one with the same words is warned of, and shows them", async ({
  client,
}) => {
  const personId = await somebody(client, "Ingrid Vale");
  const first = await addTask(client, { kind: "birthday", title: "Greet Ingrid", personId });
  await TaskPage.open(client, first.id);
  await client.getByText("What happened so far").waitFor();
  await client.keyboard.press("d");
  const dialog = client.getByRole("dialog", { name: "Complete with your words" });
  await dialog.getByLabel("The words").fill(words);
  await dialog.getByLabel("How was it done?").fill("Sent by post.");
  await dialog.getByRole("button", { name: "A card", exact: true }).click();
  await expect(dialog.getByLabel("How was it done?")).toHaveValue("A card. Sent by post.");
  await dialog.getByRole("button", { name: "Complete" }).click();
  await expect(client.getByText("“Greet Ingrid”: done.")).toBeVisible();
  await expect(client.getByText(words).first()).toBeVisible();

  const next = await addTask(client, { kind: "birthday", title: "Greet Ingrid again", personId });
  await TaskPage.open(client, next.id);
  await client.getByText("What happened so far").waitFor();
  await client.keyboard.press("d");
  await expect(dialog.getByText("Last time, today")).toBeVisible();
  await dialog.getByLabel("The words").fill("Something else altogether, with a joke about the ferry.");
  await expect(dialog.getByRole("status").filter({ hasText: "Ingrid" })).toHaveCount(0);
  await dialog.getByLabel("The words").fill(`Dear Ingrid! ${words}`);
  await expect(
    dialog.getByRole("status").filter({ hasText: "These are the words Ingrid got today" }),
  ).toBeVisible();
  await expect(dialog.getByRole("complementary", { name: "Whisper card" })).toContainText("full of music");
  await dialog.getByRole("button", { name: "Complete" }).click();
  await expect(client.getByText("“Greet Ingrid again”: done.")).toBeVisible();
});

test("What Mira typed is still there when she closed the window too early", async ({ client }) => {
  const personId = await somebody(client, "Ruben Falk");
  const { id } = await addTask(client, { kind: "birthday", title: "Greet Ruben", personId });
  await TaskPage.open(client, id);
  await client.getByText("What happened so far").waitFor();
  await client.keyboard.press("d");
  await client.getByLabel("The words").fill("Half a thought");
  // Quicker than the browser says that the window is closed.
  for (let i = 0; i < 5; i++) {
    await client.keyboard.press("Escape");
    await client.keyboard.press("d");
    await expect(client.getByLabel("The words")).toHaveValue("Half a thought");
  }
});

test("Ana opens a whisper card by W in the queue; of somebody private there is none", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/404/);
  const careful = "Her father is ill; ask, but gently.";
  const personId = await somebody(client, "Ottilie Brandt", {
    careful,
    howMet: "On the night train to Graz.",
  });
  const { id } = await addTask(client, { kind: "personal-reply", title: "Answer Ottilie", personId });
  const queue = await QueuePage.open(assistant, `?task=${id}`);
  await queue.press("w");
  const card = queue.task.getByRole("article", { name: "Whisper card: Ottilie Brandt" });
  await expect(card).toContainText(careful);
  await expect(card).toContainText("On the night train to Graz.");
  await queue.press("w");
  await expect(card).toHaveCount(0);

  const hidden = await somebody(client, "Hidden Friend", { isPrivate: true });
  expect((await callDesk(assistant, `/people/${hidden}/whisper`)).status).toBe(404);
  expect((await callDesk(assistant, `/people/${hidden}/words`, { words })).status).toBe(404);
});

test("A whisper card on paper has nothing around it", async ({ client }) => {
  const personId = await somebody(client, "Ottilie Brandt", { howMet: "On the night train to Graz." });
  await client.goto(`/w/${slugOf(client)}/people/${personId}/whisper`);
  await expect(client.getByRole("article")).toContainText("On the night train to Graz.");
  await client.emulateMedia({ media: "print" });
  await expect(client.getByRole("navigation", { name: "Desk" }).first()).toBeHidden();
  await expect(client.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(client.getByRole("article")).toBeVisible();
});
