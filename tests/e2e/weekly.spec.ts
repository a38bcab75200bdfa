import { callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { sandboxedMail } from "../support/pages/mailbox-page";

/** Somebody whose birthday is in a few days, by the calendar of this machine. */
function inThreeDays(): { month: number; day: number } {
  const day = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000);
  return { month: day.getMonth() + 1, day: day.getDate() };
}

test("Ana writes a note on top of Mira's list; Mira presses “Mine” in her mail, reads what will happen, and it is hers", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(sandboxedMail);
  const name = `Ilse Brandt ${Date.now() % 100_000}`;
  const dates = [{ kind: "birthday", label: "", ...inThreeDays(), year: 1970 }];
  const made = await callDesk(client, "/people", { name, circles: ["friends"], dates });
  expect(made.status).toBe(200);
  await assistant.goto(`/w/${slugOf(assistant)}/weekly`);
  await expect(assistant.getByRole("article", { name })).toContainText("Birthday, turns");
  await assistant.getByLabel("A note for Mira").fill(`${name} moved to Lisbon.`);
  await assistant.reload();
  await expect(assistant.getByLabel("A note for Mira")).toHaveValue(`${name} moved to Lisbon.`);
  await assistant.getByRole("button", { name: "Put it on top" }).click();
  await expect(assistant.getByText("Mira reads it with the next list.")).toBeVisible();

  await client.goto(`/w/${slugOf(client)}/settings/mail`);
  await client.getByRole("button", { name: "Send me one now" }).click();
  await client.getByRole("link", { name: "See the local mailbox" }).click();
  await client
    .getByRole("link", { name: /Coming up, / })
    .first()
    .click();
  const text = client.locator("pre");
  await expect(text).toContainText(`Ana writes:\n${name} moved to Lisbon.`);
  await expect(client.frameLocator("iframe").getByText(`${name} moved to Lisbon.`)).toBeVisible();
  const line = ((await text.textContent()) ?? "").split(`- ${name}`)[1] ?? "";
  const href = /Mine: (\S+)/.exec(line)?.[1] ?? "";

  await client.goto(href);
  await expect(client.getByText("becomes must-be-you: nobody else completes it")).toBeVisible();
  await client.getByRole("button", { name: `Mine: ${name}` }).click();
  await expect(client.getByText(`${name} is yours now.`)).toBeVisible();
  await expect(client.getByRole("article", { name })).toContainText("Task: must be you, waiting for you.");
  await client.getByRole("button", { name: "Undo" }).click();
  await expect(client.getByRole("article", { name })).not.toContainText("waiting for you");
  await client.getByRole("button", { name: `Mine: ${name}` }).click();
  await client.getByRole("link", { name: "See the task" }).click();
  await expect(client.getByText("Must be you").first()).toBeVisible();
  await client.goto(href);
  await expect(client.getByText("It is yours already, and before you.")).toBeVisible();

  await assistant.getByLabel("A note for Mira").fill("");
  await assistant.getByRole("button", { name: "Take it away" }).click();
  await expect(assistant.getByRole("button", { name: "Put it on top" })).toBeVisible();
});

test("Mira goes through the list by keyboard, and takes the last one back", async ({ client }) => {
  const name = `Ode Marsh ${Date.now() % 100_000}`;
  const dates = [{ kind: "birthday", label: "", ...inThreeDays(), year: null }];
  expect((await callDesk(client, "/people", { name, circles: ["wider"], dates })).status).toBe(200);
  await client.goto(`/w/${slugOf(client)}/weekly?days=7`);
  const line = client.getByRole("article", { name });
  await expect(line).toContainText("Birthday");
  while ((await line.getAttribute("data-chosen")) === null) await client.keyboard.press("j");
  await client.keyboard.press("3");
  await expect(line).toHaveCount(0);
  await expect(client.getByText(`${name} is skipped.`)).toBeVisible();
  await client.keyboard.press("z");
  await expect(line).toBeVisible();
});
