import { callDesk } from "../support/call-desk";
import { expect, test } from "../support/e2e";

test("Ana may publish for the company’s page; in Mira’s own voice the post is Mira’s, and stays so", async ({
  client,
  assistant,
}) => {
  const main = assistant.getByRole("main");
  const account = main.getByLabel("Account");
  const tag = main.getByRole("status").filter({ hasText: /must be you|delegable/i });
  await assistant.goto("/w/mira-holt/tasks/new");
  await main.getByLabel("Kind").selectOption("Scheduled post");
  await main.getByLabel("What is to be done").fill("The kiln is open again");
  await expect(tag).toContainText("Must be you");
  await account.selectOption("Holt Workshop · LinkedIn, a company’s voice");
  await expect(tag).toContainText("Delegable");
  await main.getByRole("button", { name: "Add the task" }).click();
  await assistant.waitForURL(/\/queue\?task=/);
  const id = new URL(assistant.url()).searchParams.get("task") ?? "";
  const read = async () => (await callDesk(client, `/tasks/${id}`)).body;
  expect(await read()).toMatchObject({ tag: "delegable", account: { name: "Holt Workshop" } });

  await assistant.goto(`/w/mira-holt/tasks/${id}/edit`);
  await expect(account.locator("option:checked")).toHaveText(/^Holt Workshop · LinkedIn, /);
  await account.selectOption("Mira Holt · LinkedIn, Mira’s own voice");
  await expect(tag).toContainText("Must be you");
  await main.getByRole("button", { name: "Save" }).click();
  await assistant.waitForURL(/\/queue\?task=/);
  expect(await read()).toMatchObject({ tag: "must-be-you", account: { name: "Mira Holt" } });

  await assistant.goto(`/w/mira-holt/tasks/${id}/edit`);
  await account.selectOption("Holt Workshop · LinkedIn, a company’s voice");
  await expect(tag).toContainText("stays so until Mira changes the tag");
  await main.getByRole("button", { name: "Save" }).click();
  await assistant.waitForURL(/\/queue\?task=/);
  const last = await read();
  expect(last).toMatchObject({ tag: "must-be-you", account: { name: "Holt Workshop" } });
  await callDesk(client, `/tasks/${id}/decline`, { version: last.version });
});

test("on a desk without accounts Ana reads so, and where they are added", async ({ assistant }) => {
  await assistant.goto("/w/jonas-weber/tasks/new");
  const main = assistant.getByRole("main");
  await main.getByLabel("Kind").selectOption("Account care");
  await expect(main.getByRole("note")).toContainText("Only Jonas can add one");
  await main.getByRole("link", { name: "Settings → Accounts" }).click();
  await expect(assistant).toHaveURL(/\/settings\/accounts$/);
});
