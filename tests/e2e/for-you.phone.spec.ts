import { addTask, callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { ForYouPage } from "../support/pages/for-you-page";

test("On Mira's phone every button is large enough for a thumb, and nothing is cut off at double size", async ({
  client,
}) => {
  const title = "Answer Tomas about his father, who fixed the boat with us that summer";
  const { id, version } = await addTask(client, {
    kind: "personal-reply",
    title,
    state: "client",
    priority: 1,
    dueAt: "2001-01-01T08:00:00Z",
  });
  const forYou = await ForYouPage.open(client);
  await expect(forYou.title).toHaveText(title);
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
    await expect(forYou.button("Not now")).toBeVisible();
  }
  await callDesk(client, `/tasks/${id}/decline`, { version, note: "" });
});

test("From the foot of a long card Mira is led to the head of the next; what is refused there is seen", async ({
  client,
  expectConsole,
}) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED/);
  const long = "and how the boat was mended that summer, plank by plank, ".repeat(8);
  const put = (title: string, day: number) =>
    addTask(client, {
      kind: "personal-reply",
      title: `${title} ${long}`,
      state: "client",
      priority: 1,
      dueAt: `2001-01-0${day}T08:00:00Z`,
    });
  await put("Answer Tomas", 1);
  const next = await put("Answer Joon", 2);
  const forYou = await ForYouPage.open(client);
  await expect(forYou.title).toContainText("Answer Tomas");
  const done = forYou.button("Done, my words went out");
  await client.context().setOffline(true);
  await done.tap();
  await expect(forYou.notice).toContainText("You are offline.");
  await expect(forYou.notice).toBeInViewport({ ratio: 1 });
  await client.context().setOffline(false);

  await done.tap();
  await expect(forYou.title).toContainText("Answer Joon");
  await expect(forYou.title).toBeFocused();
  await expect(forYou.button("Undo")).toBeInViewport({ ratio: 1 });
  await callDesk(client, `/tasks/${next.id}/decline`, { version: next.version, note: "" });
});

test("Before she says not now, Mira reads which of the times would be too late", async ({ client }) => {
  const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString();
  const words = { kind: "birthday", title: "Birthday of the boat", state: "client" };
  const soon = await addTask(client, { ...words, dueAt: hours(20) });
  const open = await addTask(client, { ...words, title: "Paint the boat" });
  const choice = client.getByRole("button", { name: /^Next week/ });

  await client.goto(`/w/${slugOf(client)}/you/not-now/${soon.id}`);
  await expect(choice).toContainText("late by then");
  await client.goto(`/w/${slugOf(client)}/you/not-now/${open.id}`);
  await expect(choice).toBeVisible();
  await expect(choice).not.toContainText("late by then");

  for (const { id, version } of [soon, open])
    await callDesk(client, `/tasks/${id}/decline`, { version, note: "" });
});
