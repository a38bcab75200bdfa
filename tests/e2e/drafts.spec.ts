import type { Page } from "@playwright/test";
import { addTask, callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { DraftPage } from "../support/pages/draft-page";
import { TaskPage } from "../support/pages/task-page";

/** A message of Tomas's that Ana answers; where it came from is a page of this very server, so that nothing leaves the machine. */
async function received(page: Page, title: string): Promise<string> {
  const { body } = await callDesk(page, "/people?q=Tomas%20Lind");
  const [tomas] = body.people as { id: string }[];
  const task = await addTask(page, {
    kind: "personal-reply",
    title,
    state: "assistant",
    personId: tomas?.id,
    message: {
      text: "We lost Dad on Sunday. I wanted you to hear it from me.",
      from: "Tomas Lind",
      service: "Facebook",
      url: `${new URL(page.url()).origin}/sign-in`,
    },
  });
  return task.id;
}

const pencil = "Dear Tomas, I am so sorry. I will ring you tonight after eight, and I am coming on Friday.";
const ink =
  "Dear Tomas, I am so sorry. Your father taught me how to sail. I will ring you tonight after eight, and I am coming on Friday.";

test("Ana writes in pencil, Mira asks for changes, writes in ink, approves, takes it back, and sends it by hand", async ({
  client,
  assistant,
}) => {
  test.slow();
  const id = await received(assistant, "Answer Tomas about his father");
  const ana = await DraftPage.open(assistant, id);
  await ana.begin();
  await ana.write(pencil);
  await ana.button("Submit to Mira").click();
  await expect(ana.said("Before Mira to approve.")).toBeVisible();

  const mira = await DraftPage.open(client, id);
  await expect(mira.words).toHaveValue(pencil);
  await expect(mira.said("Ana wrote all of it.")).toBeVisible();
  await mira.button("Ask for changes").click();
  await mira.dialog("Ask for changes").getByRole("textbox").fill("Warmer, and mention the boat");
  await mira.dialog("Ask for changes").getByRole("button", { name: "Ask for changes" }).click();
  await expect(mira.said("You asked for changes.")).toBeVisible();

  // Ana's window hears of it by itself.
  await expect(ana.page.getByRole("note")).toContainText(
    "Mira asked for changes: Warmer, and mention the boat",
  );
  await ana.page.getByRole("textbox", { name: "Say something about it" }).fill("@Mi");
  await ana.comments.getByRole("button", { name: "Mira Holt" }).click();
  await ana.page
    .getByRole("textbox", { name: "Say something about it" })
    .pressSequentially("is this better?");
  await ana.button("Comment").click();
  await expect(ana.comments).toContainText("@Mira Holt is this better?");
  await expect(mira.comments).toContainText("asks for you");
  await ana.button("Submit to Mira").click();

  await expect(mira.said(/^Before you/)).toBeVisible();
  await mira.write(ink);
  await mira.button("Approve").click();
  await expect(mira.said(/^Approved by you/)).toBeVisible();
  await expect(mira.read).toContainText("Mostly Ana’s draft, with a sentence of Mira’s.");
  await mira.button("Undo the approval").click();
  await expect(mira.said("Called back. It is before you again.")).toBeVisible();
  await expect(mira.words).toHaveValue(ink);
  await mira.button("Approve").click();
  await expect(mira.said(/^Approved by you/)).toBeVisible();
  await expect(mira.said(/^Called back/)).toHaveCount(0);

  await client.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const [page] = await Promise.all([
    client.context().waitForEvent("page"),
    mira.button("Copy and open Facebook").click(),
  ]);
  await page.waitForURL(/\/sign-in|\/w\//);
  await page.close();
  await client.bringToFront();
  expect(await client.evaluate(() => navigator.clipboard.readText())).toBe(ink);
  await expect(mira.said(/Did it go out\?$/)).toBeVisible();
  await mira.button("Yes, it went out").click();
  await expect(mira.said(/^Went out /)).toBeVisible();

  const task = await TaskPage.open(client, id);
  await task.page.getByText("Whose words").first().click();
  await expect(task.page.getByRole("figure").first()).toContainText(
    "Mostly Ana’s draft, with a sentence of Mira’s.",
  );
  await expect(task.page.locator("[data-sentence=client]").first()).toHaveText(
    /Mira’s words:\s+Your father taught me how to sail\./,
  );
  await client.goto(`/w/${slugOf(client)}/history?subject=${id}`);
  await client.getByText("Whose words").first().click();
  await expect(client.getByText("Mostly Ana’s draft, with a sentence of Mira’s.")).toBeVisible();
});

test("What Ana had typed when her window was closed stands there again, to keep or to drop", async ({
  assistant,
  expectConsole,
}) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK/);
  const id = await received(assistant, "Thank Tomas for the boat");
  const first = await DraftPage.open(assistant, id);
  await first.begin();
  const desk = slugOf(assistant);
  // Closed before anything could be sent: the line is down.
  await assistant.context().setOffline(true);
  // The browser ends its own pretending before the window: what that sends in its last moment would arrive.
  await assistant.evaluate(() => {
    window.fetch = () => Promise.reject(new TypeError("the line is down"));
  });
  await first.write("Dear Tomas, thank you for");
  await expect(first.said("Not saved yet. Kept on this device.")).toBeVisible();
  const again = await assistant.context().newPage();
  await assistant.close();
  await again.context().setOffline(false);
  await again.goto(`/w/${desk}/queue`);
  const found = await DraftPage.open(again, id);
  await expect(found.said("You had typed this before, and it was not saved.")).toBeVisible();
  await expect(found.words).toHaveValue("Dear Tomas, thank you for");
  await found.button("Keep it").click();
  await expect(found.said(/^Saved as version 2/)).toBeVisible();

  await again.route("**/save", (route) => route.abort());
  await found.write("Dear Tomas, something else");
  await again.reload();
  await found.button("drop it").click();
  await expect(found.words).toHaveValue("Dear Tomas, thank you for");
});

test("What Ana has just saved stands there whatever she presses beside it, and goes to Mira, before the page has read it again", async ({
  assistant,
  expectConsole,
}) => {
  // What was pressed was seen beside an older version, and is said once more.
  expectConsole(/status of 409/);
  const id = await received(assistant, "Answer Tomas from the train");
  const ana = await DraftPage.open(assistant, id);
  await ana.begin();
  await ana.write(pencil);
  let readAgain = () => {};
  const slowLine = new Promise<void>((resolve) => {
    readAgain = resolve;
  });
  await assistant.route(/\/drafts\/[0-9a-f-]{36}$/, async (route) => {
    await slowLine;
    await route.continue();
  });
  await ana.save(2);
  await ana.page.getByLabel("Put “Personally written” on it").click();
  await expect(ana.page.getByLabel("Put “Personally written” on it")).toBeChecked();
  await assistant.keyboard.press("Control+Enter");
  await expect(ana.words).toHaveValue(pencil);
  readAgain();
  await expect(ana.said("Before Mira to approve.")).toBeVisible();
});

test("Two who write at once see both texts, and lose no word of either", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/409/);
  const id = await received(assistant, "Answer Tomas on Friday");
  const ana = await DraftPage.open(assistant, id);
  await ana.begin();
  await ana.write("I am sorry. See you soon.");
  await ana.save(2);
  const mira = await DraftPage.open(client, id);
  await expect(mira.words).toHaveValue("I am sorry. See you soon.");
  await expect(mira.said(/Ana is (typing|reading)\./)).toBeVisible();

  await mira.write("I am so very sorry. See you soon.");
  await ana.write("I was sad to hear it. See you on Friday.");
  await ana.save(3);
  await client.keyboard.press("Control+s");
  const merge = mira.dialog("Ana wrote here, too");
  await expect(merge).toContainText("I was sad to hear it.");
  await merge.getByRole("button", { name: "Back to my words" }).click();
  await expect(mira.words).toHaveValue("I am so very sorry. See you soon.");
  await mira.button("Look at both").click();
  await merge.getByRole("radio", { name: /^Mine/ }).check();
  await merge.getByRole("button", { name: "Save this" }).click();
  await expect(mira.words).toHaveValue("I am so very sorry. See you on Friday.");
  await expect(mira.said(/^Saved as version 4/)).toBeVisible();
  await expect(ana.words).toHaveValue("I am so very sorry. See you on Friday.");

  await ana.button("What changed in version 4").click();
  const changed = ana.dialog("What changed");
  await expect(changed.locator("ins").first()).toContainText("added:");
  await changed.getByLabel("From").selectOption("2");
  await expect(changed.locator("ins").last()).toContainText("on Friday");
});

test("Ana does her part by keyboard: from the queue to the draft, a list, a gap that is not filled, and to Mira", async ({
  assistant,
  expectConsole,
}) => {
  expectConsole(/409/);
  const id = await received(assistant, "Invite Tomas by keyboard");
  await TaskPage.open(assistant, id);
  const { keyboard } = assistant;
  await expect(assistant.getByText("Write a draft")).toBeVisible();
  await expect(assistant.getByText("What happened so far")).toBeVisible();
  await keyboard.press("p");
  await expect(assistant.getByRole("button", { name: "Begin a draft" })).toBeVisible();
  await keyboard.press("Enter");
  const ana = await atDraft(assistant, id);
  await expect(ana.words).toBeFocused();
  await keyboard.type("Come on {date}, and bring:\n- bread\nwine");
  await expect(ana.words).toHaveValue("Come on {date}, and bring:\n- bread\n- wine");
  await keyboard.press("Control+Enter");
  await expect(ana.said("Not ready yet. Fill in “date”.")).toBeVisible();
  await ana.button("Fill in “date”.").press("Enter");
  await keyboard.type("Friday");
  await keyboard.press("Control+Enter");
  await expect(ana.said("Before Mira to approve.")).toBeVisible();
  await keyboard.press("Escape");
  await keyboard.press("b");
  await expect(ana.said("A draft, not before Mira yet.")).toBeVisible();
});

test("A saved phrase stands where Ana typed the slash, behind what she had written", async ({
  assistant,
}) => {
  const id = await received(assistant, "Answer Tomas with a phrase");
  await assistant.goto(`/w/${slugOf(assistant)}/tasks/${id}/draft`);
  const ana = DraftPage.at(assistant);
  await ana.begin();
  const { keyboard } = assistant;
  const phrases = ana.dialog("Saved phrases");
  await keyboard.type("/");
  await phrases.waitFor();
  await keyboard.press("Escape");
  await expect(ana.words).toBeFocused();
  await keyboard.press("Backspace");
  await keyboard.type("Dear Tomas,\n/");
  await phrases.getByRole("textbox").fill("proper answer");
  await keyboard.press("Enter");

  await expect(ana.words).toHaveValue(/^Dear Tomas,\nYour message is here/);
  await keyboard.type(" Yours");
  await expect(ana.words).toHaveValue(/ Yours$/);
});

/** The page one is led to, once its words can be written. */
async function atDraft(page: Page, id: string): Promise<DraftPage> {
  await page.waitForURL(new RegExp(`/tasks/${id}/draft$`));
  const draft = DraftPage.at(page);
  await expect(draft.words).toBeVisible();
  return draft;
}
