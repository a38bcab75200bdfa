import type { Page } from "@playwright/test";
import { callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";

const LEAST = 43.5;

/** What can be pressed and is smaller than a finger; links within a sentence are as high as their line (WCAG 2.2, 2.5.8). */
function tooSmall(page: Page, within = "main"): Promise<string[]> {
  return page.evaluate(
    ([least, within]) => {
      const found: string[] = [];
      for (const one of document.querySelectorAll<HTMLElement>(`${within} :is(a, button, summary)`)) {
        const { width, height } = one.getBoundingClientRect();
        if (!one.checkVisibility() || width < 3 || height < 3) continue;
        const words = one.textContent.trim();
        const isInSentence =
          getComputedStyle(one).display === "inline" &&
          (one.parentElement?.textContent.trim().length ?? 0) > words.length + 3;
        if (!isInSentence && (height < least || width < least))
          found.push(
            `${one.getAttribute("aria-label") ?? words}: ${Math.round(width)} × ${Math.round(height)}`,
          );
      }
      return found;
    },
    [LEAST, within] as const,
  );
}

function goesSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
}

test("On Mira’s phone everything is large enough for a finger, and no page goes sideways", async ({
  client,
}) => {
  const { body: people } = await callDesk(client, "/people");
  const tomas = (people.people as { id: string; name: string }[]).find(({ name }) => name === "Tomas Lind");
  const { body: queue } = await callDesk(client, "/tasks?state=inbox");
  const task = (queue.tasks as { id: string; title: string }[]).find(({ title }) => /Tomas Lind/.test(title));
  const pages = [
    ...[
      "queue",
      "you",
      "people",
      "people/touch",
      "people/duplicates",
      "weekly",
      "history",
      "rights",
      "import",
    ],
    ...["", "agents", "time", "calendars/feeds", "tokens", "webhooks", "capture"].map(
      (one) => `settings/${one}`,
    ),
    ...[`people/${tomas?.id}`, `tasks/${task?.id}`, `tasks/${task?.id}/draft`],
  ];
  const found: Record<string, string[]> = {};
  for (const page of pages) {
    await client.goto(`/w/${slugOf(client)}/${page}`);
    await expect(client.getByRole("heading", { level: 1 })).toBeAttached();
    const here = [...(await tooSmall(client)), ...((await goesSideways(client)) ? ["goes sideways"] : [])];
    if (here.length > 0) found[page] = here;
  }

  expect(found).toEqual({});
});

test("On a phone the pages for programs have links that are large enough for a finger", async ({
  visitor,
}) => {
  await visitor.goto("/docs/api");
  await visitor.getByText("operations that no token opens").click();

  expect(await tooSmall(visitor, "body")).toEqual([]);
  expect(await goesSideways(visitor)).toBe(false);
});

test("On Mira’s phone the board goes sideways by itself, and the bar at the foot stays whole", async ({
  client,
}) => {
  await client.goto(`/w/${slugOf(client)}/queue`);
  await client.getByRole("button", { name: "Board", exact: true }).click();
  await client.getByRole("region", { name: "To triage" }).waitFor();

  expect(await goesSideways(client)).toBe(false);
  await expect(client.getByRole("button", { name: "More", exact: true })).toBeInViewport({ ratio: 1 });
});

test("In letters twice as large nothing on Mira’s phone goes sideways, and nothing is cut off", async ({
  client,
}) => {
  await client.setViewportSize({ width: 390, height: 844 });
  const { body } = await callDesk(client, "/people");
  const people = body.people as { id: string; name: string }[];
  const tomas = `people/${people.find(({ name }) => name === "Tomas Lind")?.id}`;
  const settings = ["settings/you", "settings", "settings/away"];
  const pages = ["queue", "calendar", "calendar/new", "import", "history", tomas, `${tomas}/whisper`];
  const found: Record<string, string[]> = {};
  for (const page of [...pages, ...settings]) {
    await client.goto(`/w/${slugOf(client)}/${page}`);
    await expect(client.getByRole("heading", { level: 1 })).toBeAttached();
    await client.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    const cut = await client.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("time, fieldset button, nav[aria-label=Desk] span, input")]
        .filter((one) => one.checkVisibility() && !one.closest(".sr-only"))
        .map((one) => ({ one, box: one.getBoundingClientRect() }))
        .filter(
          ({ one, box }) => box.right > innerWidth || (one instanceof HTMLInputElement && box.width < 24),
        )
        .map(({ one }) => one.textContent || one.id),
    );
    const here = [...cut, ...((await goesSideways(client)) ? ["goes sideways"] : [])];
    if (here.length > 0) found[page] = here;
  }
  expect(found).toEqual({});

  await client.goto(`/w/${slugOf(client)}/calendar/new`);
  await client.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  expect((await client.getByLabel("Begins").boundingBox())?.width).toBeGreaterThan(200);
});

test("In letters twice as large the words of the bar at the foot are nearly so, and none runs into the next", async ({
  client,
}) => {
  await client.setViewportSize({ width: 390, height: 844 });
  await client.goto(`/w/${slugOf(client)}/queue`);
  await expect(client.getByRole("heading", { level: 1 })).toBeAttached();
  const words = () =>
    client.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("nav[aria-label=Desk] > :is(a, button) > span")]
        .filter((one) => one.checkVisibility())
        .map((one) => {
          const range = document.createRange();
          range.selectNodeContents(one);
          const { left, right } = range.getBoundingClientRect();
          return { left, right, size: Number.parseFloat(getComputedStyle(one).fontSize) };
        }),
    );
  const before = await words();
  await client.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  const after = await words();
  expect(after).toHaveLength(5);
  for (const [at, { left, size }] of after.entries()) {
    expect(size / (before[at]?.size ?? 0)).toBeGreaterThan(1.7);
    expect(left - (after[at - 1]?.right ?? 0)).toBeGreaterThan(2);
  }
});

test("On Mira’s phone a field for several lines has room for several", async ({ client }) => {
  await client.goto(`/w/${slugOf(client)}/settings/voice`);
  const box = await client.getByLabel("Words never used").boundingBox();

  expect(box?.height).toBeGreaterThanOrEqual(80);
});
