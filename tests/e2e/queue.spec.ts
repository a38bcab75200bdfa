import { callDesk } from "../support/call-desk";
import { clearedTasks } from "../support/cleared-tasks";
import { expect, test } from "../support/e2e";
import { QueuePage } from "../support/pages/queue-page";

const { add: addTask } = clearedTasks();

test("Ana clears twenty new items without touching the mouse", async ({ assistant }) => {
  const ids: string[] = [];
  for (let at = 1; at <= 20; at += 1)
    ids.push(
      (await addTask(assistant, { kind: "account-care", title: `Sort letter ${at}`, priority: 1 })).id,
    );

  const queue = await QueuePage.open(assistant, "?state=inbox&kind=account-care");
  await expect(queue.row(/^.*Sort letter/)).toHaveCount(20);
  for (const _ of ids) await queue.press("1");

  await expect(queue.row(/Sort letter/)).toHaveCount(0);
  for (const id of ids) expect((await callDesk(assistant, `/tasks/${id}`)).body.state).toBe("assistant");
});

test("Ana adds a task in one line, sees beforehand what it becomes, and takes it back with U", async ({
  assistant,
}) => {
  const queue = await QueuePage.open(assistant);
  await queue.press("c");
  await queue.line.fill("birthday Ines Prado 3 May lead 1");
  await expect(queue.said("1 day ahead")).toBeVisible();
  await queue.line.fill("birthday Ines Prado in early spring");
  await expect(queue.said(/^No day was read\./)).toBeVisible();
  await expect(queue.said("In the note: “in early spring”")).toBeVisible();
  await queue.line.fill("");
  await queue.line.pressSequentially("birthday Ines Prado 3 May lead 7 !1");
  await expect(queue.said("7 days ahead")).toBeVisible();
  await expect(queue.said(/^Ines Prado/)).toBeVisible();

  await queue.press("Enter");
  await expect(queue.row(/Birthday · Ines Prado/)).toBeVisible();
  await expect(queue.line).toHaveValue("");

  await queue.press("Escape", "u");
  await expect(queue.row(/Birthday · Ines Prado/)).toHaveCount(0);
});

test("A line that Ana has not finished is still there after a reload", async ({ assistant }) => {
  const queue = await QueuePage.open(assistant);
  await queue.line.fill("answer the choir about");
  await assistant.reload();
  await expect(queue.line).toHaveValue("answer the choir about");
  await queue.line.fill("");
});

test("Ana says why she declines, in the same window where she would say how it was done", async ({
  assistant,
}) => {
  const { id } = await addTask(assistant, { kind: "follow-request", title: "A request of the rope walk’s" });
  const queue = await QueuePage.open(assistant, "?kind=follow-request");
  await queue.row(/the rope walk’s/).click();
  await queue.press("d");
  const dialog = assistant.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Turned down" })).toBeVisible();
  await dialog.getByRole("button", { name: "Decline instead" }).click();
  await expect(dialog.getByLabel("Why not?")).toBeFocused();
  await dialog.getByLabel("Why not?").fill("Nobody here knows them");
  await queue.press("Control+Enter");
  await expect(queue.said("“A request of the rope walk’s”: declined.")).toBeVisible();
  const { body } = await callDesk(assistant, `/tasks/${id}`);
  expect(body).toMatchObject({ state: "declined", closed: { note: "Nobody here knows them" } });
});

test("Ana declines what must be Mira: the row stays, she reads who can, and puts it before her", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/status of 403/);
  await addTask(client, {
    kind: "personal-reply",
    title: "Answer Carla about the summer",
    state: "assistant",
  });
  const hers = await QueuePage.open(client, "?kind=personal-reply");
  const queue = await QueuePage.open(assistant, "?kind=personal-reply");

  await queue.row(/Answer Carla/).click();
  await queue.press("3");
  await expect(queue.said("Only Mira can complete or decline this.")).toBeVisible();
  await expect(
    queue.section("With you, the assistant").getByRole("option", { name: /Answer Carla/ }),
  ).toBeVisible();

  await assistant.getByRole("button", { name: "Put before Mira" }).last().click();
  await expect(hers.section("Waiting for you").getByRole("option", { name: /Answer Carla/ })).toBeVisible();

  await hers.row(/Answer Carla/).click();
  await hers.press("Enter");
  await expect(queue.row(/Answer Carla/)).toHaveCount(0);
});

test("Ana selects several with X and Shift, and moves them in one go and back", async ({ assistant }) => {
  for (const name of ["one", "two", "three"])
    await addTask(assistant, { kind: "account-care", title: `Fold paper ${name}`, priority: 1 });
  const queue = await QueuePage.open(assistant, "?state=inbox&kind=account-care");

  await queue.row(/Fold paper one/).click();
  await queue.press("x", "j", "j", "Shift+X");
  await expect(queue.page.getByRole("toolbar", { name: "3 selected" })).toBeVisible();
  await queue.press("1");
  await expect(queue.row(/Fold paper/)).toHaveCount(0);

  await queue.press("u");
  await expect(queue.row(/Fold paper/)).toHaveCount(3);
  await queue.press("Escape");

  await queue.row(/Fold paper one/).click();
  await queue.press("x", "j", "j", "Shift+X", "Enter");
  await expect(queue.said("3 tasks: done.")).toBeVisible();
  await expect(queue.row(/Fold paper/)).toHaveCount(0);

  await queue.press("u");
  await expect(queue.row(/Fold paper/)).toHaveCount(3);
});

test("Ana is offline: she reads so, nothing she does is lost silently, and later she sees what Mira did", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED/);
  const { id, version } = await addTask(client, { kind: "event-invite", title: "Answer the boat club" });
  const queue = await QueuePage.open(assistant, "?kind=event-invite");
  await queue.row(/Answer the boat club/).click();

  await assistant.context().setOffline(true);
  await expect(queue.said(/You are offline. Read on/)).toBeVisible();
  await queue.press("1");
  await expect(queue.said("You are offline. Nothing was done; what you typed is kept.")).toBeVisible();
  await expect(queue.section("To triage").getByRole("option", { name: /boat club/ })).toBeVisible();

  await callDesk(client, `/tasks/${id}/move`, { version, to: "scheduled" });
  await assistant.context().setOffline(false);
  await expect(queue.section("Scheduled").getByRole("option", { name: /boat club/ })).toBeVisible();
});

test("A part of the page that does not come while Ana is offline is said, the page stays, and it comes once the line is back", async ({
  assistant,
  expectConsole,
}) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED|Loading chunk|did not come/);
  await addTask(assistant, { kind: "introduction", title: "Introduce the lamp maker" });
  const queue = await QueuePage.open(assistant, "?kind=introduction");
  await assistant.context().setOffline(true);
  await expect(queue.said(/You are offline. Read on/)).toBeVisible();
  const menu = assistant.getByRole("menu");

  await queue.press("f");
  await expect(menu.getByText("This part did not come. You may be offline.")).toBeVisible();
  await expect(queue.row(/lamp maker/)).toBeVisible();
  await menu.getByRole("button", { name: "Try again" }).press("Enter");
  await expect(menu.getByText("This part did not come. You may be offline.")).toBeVisible();
  await queue.press("Escape");
  await expect(menu).toBeHidden();

  await assistant.context().setOffline(false);
  await queue.press("f");
  await expect(menu.getByRole("menuitemradio").first()).toBeVisible();
});

test("Ana shares a filtered queue as an address, and searches with a slip of the finger", async ({
  assistant,
}) => {
  await addTask(assistant, { kind: "introduction", title: "Introduce Wilhelmina to the harbour choir" });
  const queue = await QueuePage.open(assistant, "?kind=introduction");
  await expect(queue.row(/Wilhelmina/)).toBeVisible();
  await expect(assistant.getByRole("button", { name: /Introduction, take this filter off/ })).toBeVisible();

  await queue.press("/");
  await assistant.getByRole("combobox").fill("wilhelmna");
  await expect(
    assistant
      .getByRole("listbox", { name: "Found" })
      .getByText(/Wilhelmina/)
      .first(),
  ).toBeVisible();
  await queue.press("Enter");
  await expect(queue.task.getByRole("heading", { name: /Wilhelmina/ })).toBeVisible();
});

test("Mira lets her assistant do one, and it is delegable for Ana at once", async ({ client, assistant }) => {
  await addTask(client, { kind: "personal-reply", title: "Answer the tailor" });
  const queue = await QueuePage.open(assistant);
  const hers = await QueuePage.open(client);
  await hers.row(/Answer the tailor/).click();
  await hers.task.getByRole("button", { name: /may do this one$/ }).click();
  await expect(queue.row(/Answer the tailor.*Delegable/)).toBeVisible();
});

test("Ana asks with Q: what is wrong is said when she tries, and goes as soon as she puts it right", async ({
  assistant,
  expectConsole,
}) => {
  expectConsole(/status of 400/);
  await addTask(assistant, { kind: "account-care", title: "Choose the paper" });
  const queue = await QueuePage.open(assistant, "?kind=account-care");
  await queue.row(/Choose the paper/).click();
  await queue.press("q");
  const asking = assistant.getByRole("dialog", { name: "Ask Mira" });
  await asking.getByRole("button", { name: "Ask Mira" }).click();
  await expect(asking.getByRole("alert").filter({ hasText: /./ })).toHaveCount(1);
  await asking.getByLabel("Your question").fill("Which one?");
  await expect(asking.getByRole("alert").filter({ hasText: /./ })).toHaveCount(0);

  await asking.getByLabel("How it is answered").selectOption("choices");
  await expect(asking.getByText("Give two choices at least.")).toHaveCount(0);
  await asking.getByRole("button", { name: "Ask Mira" }).click();
  await expect(asking.getByText("Give two choices at least.")).toBeVisible();
  await asking.getByLabel("Choices, line 1").fill("Laid");
  await asking.getByLabel("Choices, line 2").fill("Wove");
  await expect(asking.getByText("Give two choices at least.")).toHaveCount(0);
});

test("A question that Ana begins before its task is beside the list is no row of commands", async ({
  assistant,
}) => {
  await addTask(assistant, { kind: "account-care", title: "Choose the stamp", priority: 1 });
  const task = await addTask(assistant, { kind: "account-care", title: "Choose the envelope" });
  const queue = await QueuePage.open(assistant, "?kind=account-care");
  const isIt = (url: URL) => url.pathname.endsWith(`/tasks/${task.id}`);
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await assistant.route(isIt, async (route) => {
    await held;
    await route.continue();
  });
  const row = queue.row(/Choose the envelope/);
  await expect(row).not.toHaveAttribute("aria-current");
  while ((await row.getAttribute("aria-current")) === null) await queue.press("j");

  await queue.press("q");
  await assistant.keyboard.type("Shall u be there?");
  await expect(assistant.getByRole("dialog")).toHaveCount(0);
  letThrough();
  await expect(queue.task.getByText("What happened so far")).toBeVisible();
  await expect(assistant.getByRole("dialog")).toHaveCount(0);
  await expect(row).toBeVisible();
});

test("Ana says that one must be Mira: she is offered no way back, and reads who has it", async ({
  assistant,
}) => {
  for (const name of ["one", "two"])
    await addTask(assistant, { kind: "account-care", title: `Seal letter ${name}`, priority: 1 });
  const queue = await QueuePage.open(assistant, "?state=inbox&kind=account-care");

  await queue.row(/Seal letter one/).click();
  await queue.press("t");
  await expect(queue.said(/must be you now\. Only Mira can make it delegable again\.$/)).toBeVisible();
  await expect(assistant.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
  await queue.press("u");
  await expect(queue.said("Only Mira can make it delegable again.")).toBeVisible();

  await queue.press("x", "j", "x", "t");
  await expect(
    queue.said("2 tasks: must be you now. Only Mira can make them delegable again."),
  ).toBeVisible();
  await expect(assistant.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
});

test("A task that Mira makes private is gone from Ana’s window, also while she looks at it", async ({
  client,
  assistant,
}) => {
  const { id, version } = await addTask(client, { kind: "introduction", title: "Plan the quiet supper" });
  await addTask(client, { kind: "introduction", title: "Introduce the luthier" });
  const queue = await QueuePage.open(assistant, "?kind=introduction");
  await queue.row(/quiet supper/).click();
  await expect(queue.task.getByRole("heading", { name: /quiet supper/ })).toBeVisible();

  await callDesk(client, `/tasks/${id}/edit`, { version, isPrivate: true });
  await expect(queue.row(/quiet supper/)).toHaveCount(0);
  await expect(queue.task.getByRole("heading", { name: /luthier/ })).toBeVisible();
  await expect(assistant.getByText(/quiet supper/)).toHaveCount(0);

  await callDesk(client, `/tasks/${id}/edit`, { version: version + 1, isPrivate: false });
  await queue.row(/quiet supper/).click();
  await expect(queue.task.getByRole("heading", { name: /quiet supper/ })).toBeVisible();
});

test("More tasks than one page holds come as Ana scrolls, each once", async ({ assistant }) => {
  const kind = "meeting-check";
  for (let at = 0; at < 120; at += 1) await addTask(assistant, { kind, title: `Stack ${at}`, priority: 3 });
  const queue = await QueuePage.open(assistant, `?kind=${kind}&state=inbox`);

  await expect(async () => {
    await assistant.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    expect(await queue.row(/Stack \d/).count()).toBe(120);
  }).toPass({ timeout: 30_000 });
  await queue.press("j", "j", "j");
  await expect(assistant.locator("[data-task]:focus")).toHaveCount(1);
});

test("Ana folds a duplicate with her keyboard alone: a likely one by its digit, any other by its words and Enter", async ({
  assistant,
}) => {
  const mark = `Heron${Date.now().toString(36)}`;
  const item = (title: string) => addTask(assistant, { kind: "event-invite", title, priority: 1 });
  const [kept, alike] = [await item(`${mark} at the pond`), await item(`${mark} at the pond again`)];
  const far = await item("Quince jam for the neighbours");
  const dialog = assistant.getByRole("dialog", { name: "Fold into which?" });
  const stateOf = async (id: string) => (await callDesk(assistant, `/tasks/${id}`)).body;

  let queue = await QueuePage.open(assistant, `?task=${alike.id}`);
  await queue.press("2");
  await expect(dialog.getByRole("button", { name: `${mark} at the pond` })).toBeFocused();
  await queue.press("1");
  await expect(dialog).toHaveCount(0);

  queue = await QueuePage.open(assistant, `?task=${far.id}`);
  await queue.press("2");
  await dialog.getByLabel("Look for another").pressSequentially(`${mark}`);
  await expect(dialog.getByText(new RegExp(mark)).first()).toBeVisible();
  await queue.press("Enter");
  await expect(dialog).toHaveCount(0);
  const folded = [await stateOf(kept.id), await stateOf(alike.id), await stateOf(far.id)];
  expect(folded.filter((one) => one.mergedIntoId !== null && one.mergedIntoId !== undefined).length).toBe(2);
});

test("Ana is told which snooze would let a task be late before she chooses it", async ({ assistant }) => {
  const soon = new Date(Date.now() + 60_000).toISOString();
  await addTask(assistant, { kind: "account-care", title: "Water the lemon tree", dueAt: soon });
  const queue = await QueuePage.open(assistant, "?state=inbox&kind=account-care");
  await queue.row(/Water the lemon tree/).click();
  await queue.press("h");
  const window = assistant.getByRole("dialog", { name: "Snooze until" });
  await expect(window.getByRole("button", { name: /Next week.*late by then/ })).toBeVisible();
  await expect(window.getByRole("button", { name: "Until they answer" })).not.toContainText("late");
});
