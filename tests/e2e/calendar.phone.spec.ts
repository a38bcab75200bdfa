import { slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { addEvent, CalendarPage } from "../support/pages/calendar-page";

test("On her phone Mira’s calendar is a list, and every target is large enough", async ({ client: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/w/${slugOf(page)}/calendar`);
  await expect(page.getByRole("region", { name: "Agenda" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Month" })).toHaveCount(0);
  const main = page.getByRole("main");
  const small = await main.locator("button:visible, a:visible, summary:visible").evaluateAll((targets) =>
    targets
      .map((target) => ({ says: target.textContent, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 1 && Math.round(box.height) < 44)
      .map(({ says, box }) => `${says} ${box.height}`),
  );
  expect(small).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
});

test("Ana opens an entry from her phone’s list, and walks the days with two buttons", async ({
  assistant: page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await addEvent(page, { summary: "Fetch the frames", start: "2028-06-20T10:00", end: "2028-06-20T11:00" });
  const calendar = await CalendarPage.open(page, "agenda", "2028-06-19");
  await calendar.entry(/Fetch the frames/).click();
  await expect(page.getByRole("dialog", { name: "Fetch the frames" })).toBeVisible();
  const itsPage = await page.getByRole("link", { name: "On a page of its own" }).boundingBox();
  expect(itsPage?.height).toBeGreaterThanOrEqual(44);
  await calendar.press("Escape");
  await page.getByRole("button", { name: "Day", exact: true }).click();
  await page.getByRole("button", { name: "Next day" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Tuesday 20 June 2028" })).toBeVisible();
  await expect(calendar.entry(/Fetch the frames, 10:00 to 11:00/)).toBeVisible();
});

test("Of a week, which is wider than her phone, Mira sees the day that she asked for", async ({
  client: page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [day, head] of [
    ["2028-06-19", "19 June 2028"],
    ["2028-06-22", "22 June 2028"],
    ["2028-06-25", "25 June 2028"],
  ] as const) {
    await CalendarPage.open(page, "week", day);
    await expect(page.getByRole("link", { name: head })).toBeInViewport({ ratio: 0.9 });
    await expect(page.getByText("10:00", { exact: true }).first()).toBeInViewport({ ratio: 1 });
  }
});

test("An entry whose name is one very long word stays within Mira’s phone, in a month and in its window", async ({
  client: page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const summary = "Donaudampfschifffahrtsgesellschaftskapitänswitwenversicherung";
  for (const hour of [10, 11, 12, 13, 14, 15])
    await addEvent(page, { summary, start: `2028-08-16T${hour}:00`, end: `2028-08-16T${hour}:30` });
  await CalendarPage.open(page, "month", "2028-08-16");
  await page
    .getByText(/^\+\d+$/)
    .filter({ visible: true })
    .first()
    .click();
  const close = page.getByText("×", { exact: true }).locator("xpath=..");
  await expect(close).toBeInViewport({ ratio: 1 });
  expect((await close.boundingBox())?.width).toBeGreaterThanOrEqual(44);

  await CalendarPage.open(page, "agenda", "2028-08-16");
  await page.getByRole("button", { name: summary }).first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading", { name: summary })).toBeVisible();
  expect(await dialog.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
});
