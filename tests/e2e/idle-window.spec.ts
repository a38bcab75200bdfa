import type { Page } from "@playwright/test";
import { addTask, callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { DraftPage } from "../support/pages/draft-page";
import { ForYouPage } from "../support/pages/for-you-page";

const made: string[] = [];

/** A message that Ana answers, in front of everything else as soon as it is before Mira. */
async function received(page: Page, title: string): Promise<string> {
  const dueAt = "2001-02-01T08:00:00Z";
  const { id } = await addTask(page, { kind: "personal-reply", title, priority: 1, dueAt });
  made.push(id);
  return id;
}

test.afterEach(async ({ client }) => {
  for (const id of made.splice(0)) {
    const { body } = await callDesk(client, `/tasks/${id}`);
    await callDesk(client, `/tasks/${id}/decline`, { version: body.version, note: "the test is over" });
  }
});

/** Ana's first words, put before Mira. */
async function putDraft(page: Page, task: string, text: string): Promise<string> {
  const { body } = await callDesk(page, `/tasks/${task}/draft`, { text });
  const draft = String(body.id);
  expect((await callDesk(page, `/drafts/${draft}/submit`, { latest: 1 })).status).toBe(200);
  return draft;
}

const stateOf = async (page: Page, draft: string) => (await callDesk(page, `/drafts/${draft}`)).body.state;

test("What Ana left typed in her window does not take Mira's approval back; it stands there again once it may be written", async ({
  client,
  assistant,
}) => {
  test.slow();
  const task = await received(assistant, "Answer Jory about the rope");
  const draft = await putDraft(assistant, task, "Dear Jory, the rope is yours.");
  await assistant.clock.install();
  const ana = await DraftPage.open(assistant, task);
  await ana.write("Dear Jory, the rope is yours. Do");
  await expect(ana.said("Not saved yet. Kept on this device.")).toBeVisible();

  const forYou = await ForYouPage.open(client);
  await expect(forYou.title).toHaveText("Answer Jory about the rope");
  await client.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await forYou.button("Approve and copy").click();
  await expect(forYou.button("Yes, it went out")).toBeVisible();

  // Whatever would have saved it: time, two keys, and a line that is there again.
  await expect(ana.said(/^You had typed this, and it is not in these words\./)).toBeVisible();
  await assistant.clock.fastForward(60_000);
  await assistant.keyboard.press("Control+s");
  await assistant.keyboard.press("Control+Enter");
  await assistant.evaluate(() => dispatchEvent(new Event("online")));
  await expect(ana.read).toContainText("Dear Jory, the rope is yours.");
  expect(await stateOf(client, draft)).toBe("approved");
  await expect(forYou.button("Yes, it went out")).toBeVisible();

  // On purpose it can be ended; then Mira has it before her again, and Ana's words are offered to her.
  await ana.button("Undo the approval").click();
  await expect(ana.said("You had typed this before, and it was not saved.")).toBeVisible();
  await expect(ana.words).toHaveValue("Dear Jory, the rope is yours. Do");
  await expect(forYou.button("Approve and copy")).toBeVisible();
  await expect(forYou.title).toHaveText("Answer Jory about the rope");

  // A gap takes it from before her.
  await ana.write("Dear {first name}, the rope is yours.");
  await assistant.keyboard.press("Control+s");
  await expect(ana.said(/^It is not before Mira any more/)).toBeVisible();
  expect(await stateOf(client, draft)).toBe("draft");
});

test("Mira sees on her card and behind a link of her mail that Ana is there, and Ana that Mira is", async ({
  client,
  assistant,
}) => {
  test.slow();
  const task = await received(assistant, "Answer Wil about the oars");
  await putDraft(assistant, task, "Dear Wil, the oars are in the shed.");
  const ana = await DraftPage.open(assistant, task);
  await expect(ana.words).toBeVisible();

  const forYou = await ForYouPage.open(client);
  await expect(forYou.title).toHaveText("Answer Wil about the oars");
  await expect(client.getByText(/Ana is (reading|typing)\./)).toBeVisible();
  await forYou.button("Edit in ink").click();
  await forYou.words.pressSequentially("Wil, ");
  await assistant.reload();
  await expect(ana.said(/Mira is (reading|typing)\./)).toBeVisible();

  await client.goto(`/w/${slugOf(client)}/you/edit/${task}`);
  await expect(client.getByText(/Ana is (reading|typing)\./)).toBeVisible();
});
