import type { Page } from "@playwright/test";
import { addTask, callDesk } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { ForYouPage } from "../support/pages/for-you-page";

const made: { page: Page; id: string }[] = [];

/** A card that lies in front of everything else before the client: marked first, and long overdue. */
async function putInFront(page: Page, title: string, more: Record<string, unknown> = {}) {
  const dueAt = `2001-01-0${made.length + 1}T08:00:00Z`;
  const task = await addTask(page, {
    kind: "personal-reply",
    title,
    state: "client",
    priority: 1,
    dueAt,
    ...more,
  });
  made.push({ page, id: task.id });
  return task;
}

test.afterEach(async ({ client }) => {
  for (const { id } of made.splice(0)) {
    const { body } = await callDesk(client, `/tasks/${id}`);
    if (!["done", "declined"].includes(String(body.state)))
      await callDesk(client, `/tasks/${id}/decline`, { version: body.version, note: "the test is over" });
  }
});

test("Mira decides one thing at a time, is led to the next, and can take it back", async ({ client }) => {
  await putInFront(client, "Answer Tomas about his father");
  await putInFront(client, "Thank Joon");
  const forYou = await ForYouPage.open(client);
  await expect(forYou.title).toHaveText("Answer Tomas about his father");
  await expect(client.getByText(/^1 of \d+ · about \d+ min$/)).toBeVisible();
  await forYou.button("Done, my words went out").click();
  await expect(forYou.title).toHaveText("Thank Joon");
  await expect(forYou.title).toBeFocused();
  await expect(client.getByText(/^2 of \d+/)).toBeVisible();
  await expect(client.getByText("“Answer Tomas about his father” is done.")).toBeVisible();
  await forYou.button("Undo").click();
  await expect(forYou.title).toHaveText("Answer Tomas about his father");
  await expect(forYou.title).toBeFocused();
  await expect(client.getByText(/^1 of \d+/)).toBeVisible();

  await forYou.button("Done, my words went out").click();
  await expect(forYou.title).toHaveText("Thank Joon");
  await forYou.button("Done, my words went out").click();
  await expect(client.getByText("“Thank Joon” is done.")).toBeVisible();
  await forYou.button("Undo").click();
  await expect(forYou.title).toHaveText("Thank Joon");
  await expect(forYou.button("Undo “Answer Tomas about his father”")).toBeVisible();
});

test("A second tap, meant for what Mira has just done, does nothing to the card that came in its place", async ({
  client,
}) => {
  await putInFront(client, "Answer Tomas about his father");
  const { id } = await putInFront(client, "Thank Joon");
  const forYou = await ForYouPage.open(client);
  await expect(forYou.title).toHaveText("Answer Tomas about his father");
  const done = "Done, my words went out";
  await forYou.pressAsItComes(done, "Thank Joon", () => forYou.button(done).click());
  await expect(forYou.button(done)).toBeEnabled();
  await expect(forYou.title).toHaveText("Thank Joon");
  expect((await callDesk(client, `/tasks/${id}`)).body.state).toBe("client");
});

test("Until what Mira takes back is before her again, nothing else can be pressed", async ({ client }) => {
  await putInFront(client, "Answer Tomas about his father");
  await putInFront(client, "Thank Joon");
  const forYou = await ForYouPage.open(client);
  await forYou.button("Done, my words went out").click();
  await expect(forYou.title).toHaveText("Thank Joon");
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await client.route("**/api/v1/w/*/for-you", async (route) => {
    await held;
    await route.continue();
  });
  await forYou.button("Undo").click();
  await expect(client.getByText("Taken back.")).toBeVisible();
  await expect(forYou.title).toHaveText("Thank Joon");
  await expect(forYou.button("Ana may do this one")).toBeDisabled();
  goOn();
  await expect(forYou.title).toHaveText("Answer Tomas about his father");
  await expect(forYou.button("Ana may do this one")).toBeEnabled();
});

test("Mira does it all by keyboard: done, taken back, not now, declined with a reason", async ({
  client,
}) => {
  const { id } = await putInFront(client, "Reply to Priya");
  const forYou = await ForYouPage.open(client);
  await expect(forYou.title).toHaveText("Reply to Priya");
  await client.keyboard.press("1");
  await expect(client.getByText("“Reply to Priya” is done.")).toBeVisible();
  await client.keyboard.press("z");
  await expect(forYou.title).toHaveText("Reply to Priya");
  await expect(forYou.button("Not now")).toBeEnabled();
  await client.keyboard.press("h");
  await expect(forYou.dialog().getByRole("button", { name: /^Tomorrow/ })).toBeVisible();
  await client.keyboard.press("1");
  await expect(client.getByText("“Reply to Priya” comes back later.")).toBeVisible();
  await client.keyboard.press("u");
  await expect(forYou.title).toHaveText("Reply to Priya");
  await expect(forYou.button("Decline")).toBeEnabled();
  await client.keyboard.press("3");
  await expect(forYou.dialog().getByRole("textbox")).toBeFocused();
  await client.keyboard.type("We have lost touch");
  await client.keyboard.press("Control+Enter");
  await expect(client.getByText("“Reply to Priya” is declined.")).toBeVisible();
  const { body } = await callDesk(client, `/tasks/${id}`);
  expect(body).toMatchObject({ state: "declined", closed: { note: "We have lost touch", by: "Mira Holt" } });
});

test("What Mira typed before she was done, or declined, stands there again when she takes it back", async ({
  client,
}) => {
  const { body } = await callDesk(client, "/people", { name: `Ode Falk ${Date.now() % 100_000}` });
  await putInFront(client, "Greet Ode", { kind: "birthday", personId: body.id });
  const forYou = await ForYouPage.open(client);
  await forYou.button("Write down what I said").click();
  await forYou.dialog().getByLabel("The words").fill("Dear Ode, a whole year");
  await forYou.dialog().getByLabel("What happened?").fill("By post");
  await client.keyboard.press("Control+Enter");
  await expect(client.getByText("“Greet Ode” is done.")).toBeVisible();
  await forYou.button("Undo").click();
  await expect(forYou.title).toHaveText("Greet Ode");
  await forYou.button("Write down what I said").click();
  await expect(forYou.dialog().getByLabel("The words")).toHaveValue("Dear Ode, a whole year");
  await expect(forYou.dialog().getByLabel("What happened?")).toHaveValue("By post");
  await client.keyboard.press("Escape");

  await forYou.button("Decline").click();
  await forYou.dialog().getByRole("textbox").fill("We have lost touch");
  await client.keyboard.press("Control+Enter");
  await expect(client.getByText("“Greet Ode” is declined.")).toBeVisible();
  await forYou.button("Undo").click();
  await expect(forYou.title).toHaveText("Greet Ode");
  await forYou.button("Decline").click();
  await expect(forYou.dialog().getByRole("textbox")).toHaveValue("We have lost touch");
});

test("Mira says that Ana may do this one, and Ana has it at once", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/403/);
  const { id } = await putInFront(client, "Answer the choir");
  const refused = await callDesk(assistant, `/tasks/${id}/retag`, { version: 1, tag: "delegable" });
  expect(refused.status).toBe(403);
  const forYou = await ForYouPage.open(client);
  await forYou.button("Ana may do this one").click();
  await expect(client.getByText("“Answer the choir” is with Ana now.")).toBeVisible();
  const { body } = await callDesk(assistant, `/tasks/${id}`);
  expect(body).toMatchObject({ state: "assistant", tag: "delegable", can: { complete: true } });
});

test("Ana sees what lies before Mira, and nothing there can be pressed", async ({ client, assistant }) => {
  await putInFront(client, "Write to Aunt Beth");
  await putInFront(client, "A private matter", { isPrivate: true });
  await assistant.goto(assistant.url().replace(/queue.*/, "you"));
  await expect(assistant.getByText("Only Mira can decide here")).toBeVisible();
  await expect(assistant.getByRole("heading", { name: "Write to Aunt Beth" })).toBeVisible();
  await expect(assistant.getByText("A private matter")).toHaveCount(0);
  await expect(assistant.getByRole("main").getByRole("button")).toHaveCount(0);
  await assistant.getByRole("link", { name: "Open the task: Write to Aunt Beth" }).press("Enter");
  await expect(assistant).toHaveURL(/\/tasks\/[0-9a-f-]{36}$/);
  await expect(assistant.getByRole("heading", { name: "Write to Aunt Beth" })).toBeVisible();
});

test("What Ana puts before Mira appears while Mira looks, and what Ana changes is said", async ({
  client,
  assistant,
}) => {
  const forYou = await ForYouPage.open(client);
  await expect(client.getByRole("heading", { name: "For you" })).toBeVisible();
  const before = await client.getByText(/^1 of \d+/).textContent();
  const { id, version } = await putInFront(assistant, "Ask Noor about Saturday", {
    kind: "event-invite",
    state: "inbox",
  });
  const moved = await callDesk(assistant, `/tasks/${id}/move`, { version, to: "client" });
  await expect(client.getByText(/^1 of \d+/)).not.toHaveText(before ?? "");
  await client.reload();
  await expect(forYou.title).toHaveText("Ask Noor about Saturday");
  await callDesk(assistant, `/tasks/${id}/edit`, {
    version: moved.body.task?.version,
    title: "Ask Noor about Sunday",
  });
  await expect(forYou.title).toHaveText("Ask Noor about Sunday");
  await expect(client.getByText("Changed meanwhile: its title. You see it as it is now.")).toBeVisible();
});

test("When Ana was quicker, Mira's Done says what changed and does nothing", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/409|api\/live/);
  await client.route("**/api/live/**", (route) => route.abort());
  const { id, version } = await putInFront(client, "Reply to Elin");
  const forYou = await ForYouPage.open(client);
  await expect(forYou.title).toHaveText("Reply to Elin");
  await callDesk(assistant, `/tasks/${id}/edit`, { version, title: "Reply to Elin Sørensen" });
  await forYou.button("Done, my words went out").click();
  await expect(forYou.notice).toContainText("Ana changed its title. Nothing of yours was done yet.");
  await expect(forYou.title).toHaveText("Reply to Elin Sørensen");
  await forYou.button("Done, my words went out").click();
  await expect(client.getByText("“Reply to Elin Sørensen” is done.")).toBeVisible();
});

test("Without a line, what Mira typed is kept and goes out when the line is back", async ({
  client,
  expectConsole,
}) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED/);
  await putInFront(client, "Call Ida");
  const forYou = await ForYouPage.open(client);
  await forYou.button("Done, with a note").click();
  await forYou.dialog().getByRole("textbox").fill("We talked for an hour");
  await client.context().setOffline(true);
  await forYou.dialog().getByRole("button", { name: "Done, my words went out" }).click();
  await expect(forYou.dialog().getByRole("alert")).toContainText("You are offline.");
  await client.context().setOffline(false);
  await expect(forYou.dialog().getByRole("textbox")).toHaveValue("We talked for an hour");
  await forYou.dialog().getByRole("button", { name: "Done, my words went out" }).click();
  await expect(client.getByText("“Call Ida” is done.")).toBeVisible();
});

test("A page that lay open overnight is read again in the morning, though nobody has done anything", async ({
  client,
}) => {
  await client.clock.install();
  const forYou = await ForYouPage.open(client);
  await expect(forYou.title).toBeVisible();
  const counted = client.waitForResponse((answer) => answer.url().includes("/changes?"));
  const read = client.waitForResponse((answer) => answer.url().endsWith("/for-you"));

  await client.clock.fastForward("24:00:00");

  expect([(await counted).status(), (await read).status()]).toEqual([200, 200]);
});
