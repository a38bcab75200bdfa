import type { Page } from "@playwright/test";
import { addTask, callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { TaskPage } from "../support/pages/task-page";

const made: { page: Page; id: string }[] = [];

/** Something that Mira writes down for both: must be her, unless it is said otherwise. */
async function writeDown(client: Page, title: string, more: Record<string, unknown> = {}) {
  const task = await addTask(client, { kind: "personal-reply", title, state: "assistant", ...more });
  made.push({ page: client, id: task.id });
  return task;
}

/** Holds the desk's news back from a window, so that it shows what was, as a tab does that was left open. */
async function holdNewsBack(page: Page): Promise<void> {
  await page.route("**/api/live/**", (route) =>
    route.fulfill({ status: 200, contentType: "text/event-stream", body: ": nothing new\n\n" }),
  );
}

test.afterEach(async ({ client }) => {
  for (const { id } of made.splice(0)) {
    const { body } = await callDesk(client, `/tasks/${id}`);
    if (!["done", "declined"].includes(String(body.state)))
      await callDesk(client, `/tasks/${id}/decline`, { version: body.version, note: "the test is over" });
  }
});

test("Ana sees whose it is, no way to complete it, and what she can do instead", async ({
  client,
  assistant,
}) => {
  const { id } = await writeDown(client, "Answer Ada about the garden");

  const task = await TaskPage.open(assistant, id);
  await expect(task.title).toHaveText("Answer Ada about the garden");
  await expect(task.said("Only Mira can complete this.")).toBeVisible();
  await expect(task.button("Complete")).toHaveCount(0);
  await expect(task.button("Decline")).toHaveCount(0);

  await task.button("Put before Mira").click();
  await expect(task.said(/^“Answer Ada about the garden”:/)).toBeVisible();
  expect((await callDesk(client, `/tasks/${id}`)).body.state).toBe("client");
});

test("Whatever Ana's page sends by itself, what must be Mira stays open", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/status of (403|409|400|404)/);
  const { id, version } = await writeDown(client, "Answer Ben about the boat");
  const loose = await writeDown(client, "Send Ben the map", { kind: "event-invite" });

  const answers = [
    await callDesk(assistant, `/tasks/${id}/complete`, { version, note: "" }),
    await callDesk(assistant, `/tasks/${id}/decline`, { version, note: "" }),
    await callDesk(assistant, `/tasks/${id}/retag`, { version, tag: "delegable" }),
    await callDesk(assistant, `/tasks/${id}/merge`, { version, into: loose.id }),
    await callDesk(assistant, `/tasks/${id}/withdraw`, { version }),
    await callDesk(assistant, `/tasks/${id}/edit`, { version, tag: "delegable" }),
    await callDesk(assistant, `/tasks/${id}/move`, { version, to: "done" }),
    await callDesk(assistant, `/tasks/${id}/finish`, { version }),
  ];

  expect(answers.map(({ status, body }) => `${status} ${body.code}`)).toEqual([
    "403 must-be-you",
    "403 must-be-you",
    "403 only-client-loosens",
    "409 cannot-merge",
    "409 not-undoable",
    "400 invalid",
    "400 invalid",
    "404 not-found",
  ]);
  expect(answers[0]?.body.title).toBe("Only Mira can complete or decline this.");
  expect((await callDesk(client, `/tasks/${id}`)).body).toMatchObject({
    state: "assistant",
    tag: "must-be-you",
    version,
  });
});

test("Ana's tab was left open; meanwhile Mira made it hers: Ana is told, and puts it before Mira", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/status of 403/);
  const { id, version } = await writeDown(client, "Tell Cleo when we come", { kind: "event-invite" });
  await holdNewsBack(assistant);
  const stale = await TaskPage.open(assistant, id);
  await expect(stale.button("Complete")).toBeVisible();

  await callDesk(client, `/tasks/${id}/retag`, { version, tag: "must-be-you" });
  await stale.button("Complete").click();

  await expect(stale.said("Only Mira can complete or decline this.")).toBeVisible();
  // The one beside the sentence; the page, which knows better by now, offers the same.
  await stale.button("Put before Mira").last().click();
  await expect.poll(async () => (await callDesk(client, `/tasks/${id}`)).body.state).toBe("client");
});

test("Ana presses D on what must be Mira: she is told whose it is, and puts it before her; nothing was tried", async ({
  client,
  assistant,
}) => {
  const { id } = await writeDown(client, "Thank Ada for the seeds");
  const task = await TaskPage.open(assistant, id);
  await expect(task.title).toHaveText("Thank Ada for the seeds");

  await assistant.keyboard.press("d");
  const bar = assistant.locator("[aria-live=polite]").filter({ hasText: "Only Mira can complete this." });
  await bar.getByRole("button", { name: "Put before Mira" }).click();

  await expect.poll(async () => (await callDesk(client, `/tasks/${id}`)).body.state).toBe("client");
  await assistant.keyboard.press("d");
  await expect(bar).toBeVisible();
  await expect(bar.getByRole("button", { name: "Put before Mira" })).toHaveCount(0);
  const { body } = await callDesk(client, `/tasks/${id}`);
  expect(JSON.stringify(body.history)).not.toContain("tried");
});

test("Mira makes it hers, and the way to complete it is gone from Ana's open window", async ({
  client,
  assistant,
}) => {
  const { id, version } = await writeDown(client, "Tell Dana about the key", { kind: "event-invite" });
  const task = await TaskPage.open(assistant, id);
  await expect(task.button("Complete")).toBeVisible();

  await callDesk(client, `/tasks/${id}/retag`, { version, tag: "must-be-you" });

  await expect(task.button("Complete")).toHaveCount(0);
  await expect(task.said("Only Mira can complete this.")).toBeVisible();
});

test("Mira completes it in her window, and Ana sees it leave her queue, without a reload", async ({
  client,
  assistant,
}) => {
  const { id } = await writeDown(client, "Thank Emil for the photographs", { priority: 1 });
  await assistant.goto(`/w/${slugOf(assistant)}/queue`);
  const line = assistant.getByRole("option", { name: /Thank Emil for the photographs/ });
  await expect(line).toBeVisible();
  await assistant.evaluate(() => Object.assign(window, { neverReloaded: true }));
  const mira = await TaskPage.open(client, id);

  await mira.button("Complete").click();
  await expect(mira.said("“Thank Emil for the photographs”: done.")).toBeVisible();

  await expect(line).toHaveCount(0);
  expect(await assistant.evaluate(() => "neverReloaded" in window)).toBe(true);
});

test("Mira says that Ana may do this one, and Ana completes it: the history names both", async ({
  client,
  assistant,
}) => {
  const { id } = await writeDown(client, "Wish Fay luck");
  const hers = await TaskPage.open(client, id);
  const anas = await TaskPage.open(assistant, id);

  await hers.button("may do this one").click();
  await anas.button("Complete").click();
  await expect(anas.said("“Wish Fay luck”: done.")).toBeVisible();

  const { body } = await callDesk(client, `/tasks/${id}`);
  expect(body).toMatchObject({ state: "done", tag: "delegable", tagReason: { by: "hand", role: "client" } });
  expect(body.closed).toMatchObject({ role: "assistant", door: "screen" });
});
