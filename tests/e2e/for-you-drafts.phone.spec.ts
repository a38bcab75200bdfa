import type { Page } from "@playwright/test";
import { addTask, callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { ForYouPage } from "../support/pages/for-you-page";

const made: string[] = [];

/** A task that lies in front of everything else once it is before Mira: marked first, and long overdue. */
async function newTask(page: Page, title: string, kind = "personal-reply"): Promise<string> {
  const dueAt = `2001-02-0${made.length + 1}T08:00:00Z`;
  const { id } = await addTask(page, { kind, title, priority: 1, dueAt });
  made.push(id);
  return id;
}

/** Ana writes in pencil and puts it before Mira. */
async function putDraft(
  assistant: Page,
  title: string,
  text: string,
): Promise<{ task: string; draft: string }> {
  const task = await newTask(assistant, title);
  const started = await callDesk(assistant, `/tasks/${task}/draft`, { text });
  const draft = String(started.body.id);
  const shown = await callDesk(assistant, `/drafts/${draft}/submit`, { latest: started.body.latest });
  expect([started.status, shown.status]).toEqual([200, 200]);
  return { task, draft };
}

async function putQuestion(assistant: Page, title: string, question: string, choices: string[] = []) {
  const task = await newTask(assistant, title, "event-invite");
  const { status, body } = await callDesk(assistant, `/tasks/${task}/ask`, { question, choices });
  expect(status).toBe(200);
  return { task, decision: String(body.id) };
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.beforeEach(async ({ client }) => {
  await client.context().grantPermissions(["clipboard-read", "clipboard-write"]);
});

test.afterEach(async ({ client }) => {
  for (const id of made.splice(0)) {
    const { body } = await callDesk(client, `/tasks/${id}`);
    if (!["done", "declined"].includes(String(body.state)))
      await callDesk(client, `/tasks/${id}/decline`, { version: body.version, note: "the test is over" });
  }
});

test("Mira deals with four cards on her phone, one by one: as is, in ink, an answer in one tap, not now", async ({
  client,
  assistant,
}) => {
  test.setTimeout(120_000);
  const asIs = await putDraft(
    assistant,
    "Answer Joon about his Fridays",
    "Joon, I knew it. Keep the first one free.",
  );
  const inInk = await putDraft(
    assistant,
    "Answer Sam about March",
    "Dear Sam, I would like to sing in March.",
  );
  const asked = await putQuestion(assistant, "Supper at the rope walk", "Shall I say yes?");
  const later = await newTask(client, "Write to Aunt Beth");
  const ink = "Sam, pretending is what I do best. From the second week on I shall do it aloud.";
  const forYou = await ForYouPage.open(client);

  // As is: approved, on the clipboard word by word, and then one question.
  await expect(forYou.title).toHaveText("Answer Joon about his Fridays");
  await expect(client.getByText("Ana wrote all of it.")).toBeVisible();
  await forYou.button("Approve and copy").click();
  await expect(forYou.button("Yes, it went out")).toBeVisible();
  expect(await clipboard(client)).toBe("Joon, I knew it. Keep the first one free.");
  await forYou.button("Yes, it went out").click();

  // In ink: what is typed stands there again after the page was closed, and is what goes out.
  await expect(forYou.title).toHaveText("Answer Sam about March");
  await forYou.button("Edit in ink").click();
  await expect(forYou.words).toBeFocused();
  await forYou.words.fill(ink);
  await client.reload();
  await expect(forYou.words).toHaveValue(ink);
  await forYou.button("Approve and copy").click();
  await expect(forYou.button("Yes, it went out")).toBeVisible();
  expect(await clipboard(client)).toBe(ink);
  await forYou.button("Yes, it went out").click();

  // One tap, taken back, and another.
  await expect(forYou.title).toHaveText("Supper at the rope walk");
  await expect(client.getByText("Shall I say yes?")).toBeVisible();
  await forYou.button(/^Yes$/).click();
  await expect(client.getByText("“Supper at the rope walk”: Yes.")).toBeVisible();
  await forYou.button("Undo").click();
  await expect(forYou.title).toHaveText("Supper at the rope walk");
  await forYou.button(/^No$/).click();

  await expect(forYou.title).toHaveText("Write to Aunt Beth");
  await forYou.button("Not now").click();
  await forYou
    .dialog()
    .getByRole("button", { name: /^Tomorrow/ })
    .click();
  await expect(client.getByText("“Write to Aunt Beth” comes back later.")).toBeVisible();

  const closed = async (id: string) => (await callDesk(assistant, `/tasks/${id}`)).body;
  expect(await closed(asIs.task)).toMatchObject({ state: "done", closed: { by: "Mira Holt" } });
  expect(await closed(inInk.task)).toMatchObject({ state: "done", closed: { words: ink } });
  expect(await closed(asked.task)).toMatchObject({
    state: "assistant",
    decisions: [{ answer: "no", answeredBy: "Mira Holt" }],
  });
  expect((await closed(later)).snoozedUntil).not.toBeNull();
});

test("When Ana was quicker, Mira sees the draft as it is now, and nothing that she typed is lost", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/409|api\/live/);
  await client.route("**/api/live/**", (route) => route.abort());
  const { draft } = await putDraft(assistant, "Answer Ida about the boat", "Dear Ida, the boat is dry.");
  const forYou = await ForYouPage.open(client);
  await forYou.button("Edit in ink").click();
  await forYou.words.fill("Ida, the boat is dry, and so am I at last.");
  await callDesk(assistant, `/drafts/${draft}/save`, { basedOn: 1, text: "Dear Ida, the boat leaks again." });
  await forYou.button("Approve and copy").click();

  await expect(forYou.notice).toContainText("The draft has changed since you looked.");
  await expect(forYou.notice).toContainText("Changed: the words of the draft.");
  await expect(client.getByText("Dear Ida, the boat leaks again.")).toBeVisible();
  await expect(forYou.words).toHaveValue("Ida, the boat is dry, and so am I at last.");
});

test("What Ana changes while Mira writes in ink is named where she writes; nothing leaves before she has seen it, and both texts are one press away", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/409/);
  const [mine, theirs] = ["Ida, the boat is dry, and so am I.", "Dear Ida, the boat leaks again."];
  const { draft } = await putDraft(assistant, "Answer Ida about the oars", "Dear Ida, the boat is dry.");
  const forYou = await ForYouPage.open(client);
  await forYou.button("Edit in ink").click();
  await forYou.words.fill(mine);
  await callDesk(assistant, `/drafts/${draft}/save`, { basedOn: 1, text: theirs });
  await expect(forYou.changedMeanwhile).toContainText("Changed while you wrote: the words of the draft.");
  await forYou.button("Approve and copy").click();
  await expect(forYou.notice).toContainText("Changed: the words of the draft.");
  await expect(forYou.words).toHaveValue(mine);

  await forYou.button("Take the new words").click();
  await expect(forYou.words).toHaveValue(theirs);
  await expect(forYou.words).toBeFocused();
  await expect(forYou.notice).toBeHidden();
  await client.reload();
  await forYou.button("Edit in ink").click();
  await expect(forYou.words).toHaveValue(theirs);
  await forYou.button("Back to my words").click();
  await expect(forYou.words).toHaveValue(mine);

  await callDesk(assistant, `/drafts/${draft}/save`, { basedOn: 2, text: `${theirs} Bring a bucket.` });
  await forYou.button("Keep my words").click();
  await expect(forYou.changedMeanwhile).toBeHidden();
  await forYou.button("Approve and copy").click();
  await expect(forYou.button("Yes, it went out")).toBeVisible();
  expect(await clipboard(client)).toBe(mine);
});

test("Taking Ana’s words a second time loses neither what Mira typed nor what she made of them; what she left does not come back by itself", async ({
  client,
  assistant,
}) => {
  const mine = "Ida, the boat is dry, and so am I.";
  const leaks = "Dear Ida, the boat leaks.";
  const sinks = "Dear Ida, the boat sinks.";
  const hers = `${sinks} I swim.`;
  const { task, draft } = await putDraft(
    assistant,
    "Answer Ida about the mast",
    "Dear Ida, the boat is dry.",
  );
  const save = (basedOn: number, text: string) =>
    callDesk(assistant, `/drafts/${draft}/save`, { basedOn, text });
  const forYou = await ForYouPage.open(client);
  await forYou.button("Edit in ink").click();
  await forYou.words.fill(mine);
  await save(1, leaks);
  await forYou.button("Take the new words").click();
  await expect(forYou.words).toHaveValue(leaks);
  await save(2, sinks);
  await forYou.button("Take the new words").click();
  await expect(forYou.words).toHaveValue(sinks);

  // The draft's own page leaves what she typed where it is.
  await client.goto(`/w/${slugOf(client)}/tasks/${task}/draft`);
  await expect(client.getByRole("textbox", { name: "The words" })).toHaveValue(sinks);
  await ForYouPage.open(client);
  await forYou.button("Edit in ink").click();
  await forYou.words.fill(hers);
  await forYou.button("Back to my words").click();
  await expect(forYou.words).toHaveValue(mine);
  await forYou.button("Back to my words").click();
  await expect(forYou.words).toHaveValue(hers);

  // Left, it waits until she asks for it, and what came between is named then.
  await forYou.button("Back to the pencil").click();
  await save(3, `${sinks} Slowly.`);
  await expect(client.getByText(`${sinks} Slowly.`)).toBeVisible();
  await expect(forYou.words).toBeHidden();
  await forYou.button("Edit in ink").click();
  await expect(forYou.words).toHaveValue(hers);
  await expect(forYou.changedMeanwhile).toContainText("Changed while you wrote: the words of the draft.");
  await client.reload();
  await expect(forYou.words).toHaveValue(hers);
  await expect(forYou.changedMeanwhile).toContainText("Changed while you wrote: the words of the draft.");
});

test("What Mira had typed stands there, to be copied, when Ana takes the task out of her hands meanwhile", async ({
  client,
  assistant,
}) => {
  const title = "Answer Ida about the rope";
  const { task } = await putDraft(assistant, title, "Dear Ida, the rope is new.");
  const forYou = await ForYouPage.open(client);
  await forYou.button("Edit in ink").click();
  await forYou.words.fill("Ida, take the old rope.");
  const { version } = (await callDesk(assistant, `/tasks/${task}`)).body;
  const moved = await callDesk(assistant, `/tasks/${task}/move`, { version, to: "waiting" });
  expect(moved.status).toBe(200);
  await expect(client.getByText(`“${title}” was dealt with elsewhere.`)).toBeVisible();
  await expect(client.getByText("Ida, take the old rope.")).toBeVisible();
  await forYou.button("Copy it").click();
  await expect.poll(() => clipboard(client)).toBe("Ida, take the old rope.");
  await expect(client.getByText("Copied. Paste it wherever you write.")).toBeVisible();
});

test("Words that Ana changes under Mira’s finger are not let go by it, nor by its key", async ({
  client,
  assistant,
}) => {
  const { task, draft } = await putDraft(
    assistant,
    "Answer Ida about the boat",
    "Dear Ida, the boat is dry.",
  );
  const forYou = await ForYouPage.open(client);
  await expect(forYou.title).toHaveText("Answer Ida about the boat");
  await forYou.pressAsItComes(
    "Approve and copy",
    "the boat leaks",
    () => callDesk(assistant, `/drafts/${draft}/save`, { basedOn: 1, text: "Dear Ida, the boat leaks." }),
    "1",
  );
  await expect(forYou.button("Approve and copy")).toBeEnabled();
  await expect(forYou.button("Yes, it went out")).toBeHidden();
  const now = await callDesk(assistant, `/drafts/${draft}`);
  expect(now.body.state).not.toBe("approved");

  // Behind the link of her mail as well.
  await client.goto(`/w/${slugOf(client)}/you/approve/${task}?seal=${now.body.seal}`);
  await expect(forYou.button("Approve and copy")).toBeEnabled();
  await forYou.pressAsItComes("Approve and copy", "the boat sinks", async () => {
    await callDesk(assistant, `/drafts/${draft}/save`, { basedOn: 2, text: "Dear Ida, the boat sinks." });
    // As when she comes back to the window: it asks at once.
    await client.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  });
  await expect(forYou.button("Approve and copy")).toBeEnabled();
  expect((await callDesk(assistant, `/drafts/${draft}`)).body.state).not.toBe("approved");
});

test("What Ana changes is named also behind the mail’s “Edit in ink”, before Mira has typed a letter", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/409/);
  const before = "Dear Ida, the sail is new.";
  const { task, draft } = await putDraft(assistant, "Answer Ida about the sail", before);
  await client.goto(`/w/${slugOf(client)}/you/edit/${task}`);
  const forYou = ForYouPage.on(client);
  await expect(forYou.words).toBeFocused();
  await callDesk(assistant, `/drafts/${draft}/save`, { basedOn: 1, text: "Dear Ida, the sail is torn." });
  await client.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(forYou.changedMeanwhile).toContainText("Changed while you wrote: the words of the draft.");
  await expect(forYou.words).toHaveValue(before);
  await expect(forYou.button("Approve and copy")).toBeEnabled();
  await forYou.words.press("Control+Enter");
  await expect(forYou.notice).toContainText("The draft has changed since you looked.");
  expect((await callDesk(assistant, `/drafts/${draft}`)).body.state).not.toBe("approved");
});

test("What Mira wrote herself is not called Ana’s when she takes it up once more", async ({
  client,
  assistant,
}) => {
  await putDraft(assistant, "Answer Ruth about the roof", "Dear Ruth, the roof is done.");
  const forYou = await ForYouPage.open(client);
  const below = client.getByRole("group").filter({ hasText: "The draft as it stands" });
  await forYou.button("Edit in ink").click();
  await expect(below).toContainText("Ana wrote all of it.");
  await forYou.words.fill("Come and see for yourself, there is soup on Thursdays.");
  await forYou.button("Approve and copy").click();
  await forYou.button("Undo the approval").click();
  await forYou.button("Edit in ink").click();
  await below.click();

  await expect(below).toContainText("Come and see for yourself, there is soup on Thursdays.");
  await expect(below).toContainText("Mira wrote all of it.");
});

test("Mira asks for changes with her reason, and has it back with one tap; Ana reads why", async ({
  client,
  assistant,
}) => {
  const { draft } = await putDraft(assistant, "Answer Leni about the key", "Dear Leni, it is under the pot.");
  const forYou = await ForYouPage.open(client);
  await forYou.button("Ask for changes").click();
  await forYou.dialog().getByRole("textbox").fill("Say which pot");
  await forYou.dialog().getByRole("button", { name: "Send it back" }).click();
  await expect(client.getByText("“Answer Leni about the key” is back to be changed.")).toBeVisible();
  const sentBack = await callDesk(assistant, `/drafts/${draft}`);
  expect(sentBack.body).toMatchObject({ state: "changes-requested", comments: [{ note: "Say which pot" }] });
  await forYou.button("Undo").click();
  await expect(forYou.title).toHaveText("Answer Leni about the key");
  await expect(client.getByText("“Say which pot”")).toBeVisible();
});

test("What Ana has begun says that she has not put it before Mira; what Mira hands to Ana is a draft of hers, until Mira undoes it", async ({
  client,
  assistant,
}) => {
  const task = await newTask(assistant, "Answer Sam about the boots");
  const started = await callDesk(assistant, `/tasks/${task}/draft`, { text: "Dear Sam, I would" });
  const forYou = await ForYouPage.open(client);
  await expect(forYou.title).toHaveText("Answer Sam about the boots");
  await expect(client.getByText("has not put this before you yet.")).toBeVisible();

  const path = `/drafts/${started.body.id}`;
  await callDesk(assistant, `${path}/submit`, { latest: started.body.latest });
  await expect(client.getByText("has not put this before you yet.")).toBeHidden();
  await forYou.button("Ana may answer this one").click();
  await expect(client.getByText("“Answer Sam about the boots” is with Ana now.")).toBeVisible();
  expect((await callDesk(assistant, path)).body).toMatchObject({ state: "draft", can: { submit: true } });
  await forYou.button("Undo").click();
  await expect(forYou.title).toHaveText("Answer Sam about the boots");
  expect((await callDesk(assistant, path)).body).toMatchObject({ state: "submitted" });
});

test("A link of the daily mail changes nothing by being opened; its button answers once, and a used one says so", async ({
  client,
  assistant,
}) => {
  const { task, decision } = await putQuestion(assistant, "Frames for Bram", "Which wood?", ["Oak", "Ash"]);
  const link = `/w/${slugOf(client)}/you/answer/${task}?decision=${decision}&to=2`;
  await client.goto(link);
  await expect(client.getByText("Your answer: Ash.")).toBeVisible();
  const before = await callDesk(assistant, `/tasks/${task}`);
  expect(before.body).toMatchObject({ decisions: [{ answer: null }] });
  await client.getByRole("button", { name: "Ash" }).click();
  await expect(client.getByText("“Frames for Bram”: Ash.")).toBeVisible();
  await client.goto(link);
  await expect(client.getByText(/^You answered on .*: Ash\.$/)).toBeVisible();
  await assistant.goto(link.replace(/^\/w\/[^/]+/, `/w/${slugOf(assistant)}`));
  await expect(assistant.getByText("Only Mira can decide here.")).toBeVisible();
});

test("Behind a link of the daily mail Mira sends words back with her reason, or declines; opening it does neither", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/409/);
  const title = "Answer Ruth about the loft";
  const { task, draft } = await putDraft(assistant, title, "Dear Ruth, the loft is yours.");
  const behind = (verb: string) => `/w/${slugOf(client)}/you/${verb}/${task}`;
  await client.goto(behind("changes"));
  await expect(client.getByText("It goes back with what you say here. Nothing is sent.")).toBeVisible();
  await client.getByRole("textbox", { name: "What should be different?" }).fill("Only until May");
  await client.getByRole("button", { name: "Send it back" }).click();
  await expect(client.getByText(`“${title}” is back to be changed.`)).toBeVisible();
  const sentBack = await callDesk(assistant, `/drafts/${draft}`);
  expect(sentBack.body).toMatchObject({ state: "changes-requested", comments: [{ note: "Only until May" }] });

  await client.goto(behind("decline"));
  await expect(client.getByText("You decline it. Nothing is sent.")).toBeVisible();
  expect((await callDesk(assistant, `/tasks/${task}`)).body).toMatchObject({ state: "assistant" });
  await client.getByRole("button", { name: "Decline it" }).click();
  await expect(client.getByText(`“${title}” is declined.`)).toBeVisible();
  await client.goto(behind("changes"));
  await expect(client.getByText(/^It was declined by/)).toBeVisible();

  // What she typed there when somebody else was quicker stands there, to be copied.
  const other = await putDraft(assistant, "Answer Ruth about the shed", "Dear Ruth, the shed is yours.");
  await client.goto(`/w/${slugOf(client)}/you/changes/${other.task}`);
  await client.getByRole("textbox", { name: "What should be different?" }).fill("Not the shed");
  const { version } = (await callDesk(client, `/tasks/${other.task}`)).body;
  await callDesk(client, `/tasks/${other.task}/decline`, { version, note: "" });
  await client.getByRole("button", { name: "Send it back" }).click();
  await expect(client.getByText("You had typed this; it is kept in this window only")).toBeVisible();
  await expect(client.getByRole("blockquote").filter({ hasText: "Not the shed" })).toBeVisible();
});

test("On Mira's phone everything about a draft is large enough for a thumb, and nothing is cut off at double size", async ({
  client,
  assistant,
}) => {
  const long = "Lebensversicherungsgesellschaftsangestellte ".repeat(4);
  await putDraft(assistant, "Answer the insurers at length", `${long}\n\nhttps://${"x".repeat(120)}.test`);
  const forYou = await ForYouPage.open(client);
  await forYou.button("Edit in ink").click();
  for (const button of await client.getByRole("main").getByRole("button").all()) {
    const box = await button.boundingBox();
    expect(
      Math.min(box?.width ?? 0, box?.height ?? 0),
      (await button.textContent()) ?? "",
    ).toBeGreaterThanOrEqual(44);
  }
  for (const width of [390, 320, 206]) {
    await client.setViewportSize({ width, height: 700 });
    const over = await client.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, `${width} px`).toBeLessThanOrEqual(0);
  }
});
