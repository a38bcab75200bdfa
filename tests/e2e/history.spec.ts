import { readFile } from "node:fs/promises";
import { addTask, callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";

test("When Ana tries what is Mira's, Mira reads of it: under Rights, and in the history", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/403/);
  const { id, version } = await addTask(assistant, { kind: "personal-reply", title: "Reply to Kofi" });
  const refused = await callDesk(assistant, `/tasks/${id}/complete`, { version });
  expect(refused).toMatchObject({ status: 403, body: { code: "must-be-you" } });
  const sentence = "Refused: Ana tried to complete “Reply to Kofi”. Only Mira can.";
  await client.goto(`/w/${slugOf(client)}/rights`);
  await expect(client.getByRole("heading", { name: "What can my assistant do?" })).toBeVisible();
  await expect(client.getByText(sentence)).toBeVisible();
  await client.getByRole("link", { name: "All refused attempts" }).click();
  await expect(client.getByText(sentence)).toBeVisible();
  await expect(client.getByLabel("Refused attempts only")).toBeChecked();
  await expect(client.getByText("Ana added “Reply to Kofi”")).toHaveCount(0);
  await client.getByLabel("Refused attempts only").uncheck();
  await client.getByRole("button", { name: "Show", exact: true }).click();
  await expect(client.getByText(/^Ana added “Reply to Kofi”\./)).toBeVisible();
});

test("Ana reads what she may do here in her own words", async ({ assistant }) => {
  await assistant.goto(`/w/${slugOf(assistant)}/rights`);
  await expect(assistant.getByRole("heading", { name: "What can I do here?" })).toBeVisible();
  const mine = assistant.getByRole("region", { name: "You may", exact: true });
  await expect(mine.getByText("complete or decline a delegable task")).toBeVisible();
  const hers = assistant.getByRole("region", { name: "Only Mira may" });
  await expect(hers.getByText("loosen a tag: must be you → delegable")).toBeVisible();
});

test("Mira takes the whole history away; Ana is not offered it, and is refused", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/403/);
  await client.goto(`/w/${slugOf(client)}/history`);
  const waiting = client.waitForEvent("download");
  await client.getByRole("link", { name: "Download all" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^firsthand-history-.+\.jsonl$/);
  const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\n");
  const entries = lines.map((line) => JSON.parse(line) as { seq: number; sentence: string; hash: string });
  expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => index + 1));
  expect(entries[0]?.sentence).toBe("Mira opened this desk.");
  await assistant.goto(`/w/${slugOf(assistant)}/history`);
  await expect(assistant.getByRole("heading", { name: "History" })).toBeVisible();
  await expect(assistant.getByRole("link", { name: "Download all" })).toHaveCount(0);
  expect((await callDesk(assistant, "/history/download")).status).toBe(403);
});
