import { addTask, callDesk } from "../support/call-desk";
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
