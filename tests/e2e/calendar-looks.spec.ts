import { slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { addEvent, CalendarPage, protect } from "../support/pages/calendar-page";

test("Of what is private Ana sees that Mira is busy, in every look, and no name", async ({
  client,
  assistant,
}) => {
  const secret = { summary: "Dr Quill, the results", place: "Ward 7", isPrivate: true };
  await addEvent(client, { ...secret, start: "2028-02-08T15:00", end: "2028-02-08T16:00" });
  for (const look of ["month", "week", "day", "agenda"] as const) {
    const mira = await CalendarPage.open(client, look, "2028-02-08");
    await expect(mira.entry(/Dr Quill, the results, 15:00 to 16:00, Ward 7, private/).first()).toBeAttached();
    const answers: string[] = [];
    assistant.on("response", async (answer) => answers.push(await answer.text().catch(() => "")));
    const ana = await CalendarPage.open(assistant, look, "2028-02-08");
    await expect(ana.entry(/Busy, 15:00 to 16:00/).first()).toBeAttached();
    expect(await assistant.content()).not.toMatch(/Quill|Ward 7|results/);
    expect(answers.join(" ")).not.toMatch(/Quill, the results|Ward 7/);
  }
});

test("Mira sets Toronto beside her hours, across the week in which her clock changes", async ({
  client: page,
}) => {
  await addEvent(page, { summary: "Board", start: "2028-03-23T16:00", end: "2028-03-23T17:00" });
  const calendar = await CalendarPage.open(page, "week", "2028-03-23");
  await calendar.press("z");
  const window = page.getByRole("dialog", { name: "A second time zone" });
  await window.getByRole("combobox").fill("nowhere at all");
  await calendar.press("Enter");
  await expect(window).toContainText("No such time zone is known.");
  await window.getByRole("combobox").fill("toronto");
  await calendar.press("Enter");
  await expect(page.getByText("Times as in Europe/Berlin, beside them Toronto")).toBeVisible();
  // Berlin's clock changes on Sunday 26 March 2028, Toronto's has changed before.
  const nine = page
    .getByRole("rowheader")
    .filter({ hasText: /^09:00/ })
    .or(page.getByText(/^09:0004:00Sun03:00$/));
  await expect(nine.first()).toBeAttached();
  await calendar.press("d");
  await expect(page.getByText("Toronto", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText("Times as in Europe/Berlin, beside them Toronto")).toBeVisible();
  await calendar.press("z");
  await page.getByRole("button", { name: "Show one zone only" }).click();
  await expect(page.getByText("Toronto", { exact: true })).toHaveCount(0);
});

test("From the entry that Ana has walked to she looks closer at its day, and makes the next one there", async ({
  assistant,
}) => {
  await addEvent(assistant, {
    summary: "Try the new press",
    start: "2029-08-23T10:00",
    end: "2029-08-23T11:00",
  });
  const calendar = await CalendarPage.open(assistant, "month", "2029-08-02");
  const entry = calendar.entry(/Try the new press, 10:00 to 11:00/);
  await entry.focus();

  await calendar.press("w");
  await expect(assistant).toHaveURL(/view=week&date=2029-08-23/);
  await expect(entry).toBeFocused();
  await calendar.press("m");
  await expect(entry).toBeFocused();
  await calendar.press("c");
  const form = assistant.getByRole("dialog", { name: "New entry" });
  await expect(form.getByLabel("Begins")).toHaveValue("2029-08-23");
});

test("Mira draws over empty hours, and the form knows the time", async ({ client: page }) => {
  const calendar = await CalendarPage.open(page, "day", "2028-04-19");
  const two = await page.getByText("14:00", { exact: true }).boundingBox();
  const four = await page.getByText("16:00", { exact: true }).boundingBox();
  if (!two || !four) throw new Error("the hours are not drawn");
  await page.mouse.move(700, two.y + 4);
  await page.mouse.down();
  await page.mouse.move(700, four.y - 8, { steps: 8 });
  await page.mouse.up();
  const form = page.getByRole("dialog", { name: "New entry" });
  await form.getByLabel("Name", { exact: true }).fill("Two hours of letters");
  await form.getByRole("button", { name: /Put it on the calendar/ }).click();
  await expect(
    calendar.entry(/Wednesday 19 April: Event: Two hours of letters, 14:00 to 16:00/),
  ).toBeVisible();
  await calendar.press("u");
  await expect(calendar.entry(/Two hours of letters/)).toHaveCount(0);
});

test("Protected hours are within reach of the keyboard, and say what they are", async ({ client: page }) => {
  await protect(page, "Quiet morning", "2028-05-10", "09:00", 120);
  const calendar = await CalendarPage.open(page, "week", "2028-05-10");
  await calendar.entry("Wednesday 10 May: Kept free: Quiet morning, 09:00 to 11:00").focus();
  await calendar.press("Enter");
  await expect(page.getByRole("dialog", { name: "Quiet morning" })).toBeVisible();
});

test("From nowhere the arrows lead Ana to the entries: down to the first, up to the last, in a month and in the list", async ({
  assistant: page,
}) => {
  const at = page.locator("[data-entry]:focus");
  for (const look of ["month", "agenda"] as const) {
    const calendar = await CalendarPage.open(page, look, "2031-06-01");
    await calendar.press("ArrowDown");
    await expect(at).toHaveCount(1);
    const first = await at.getAttribute("data-entry");
    await calendar.press("ArrowDown");
    await expect(at).not.toHaveAttribute("data-entry", first ?? "");
    await calendar.press("ArrowUp");
    await expect(at).toHaveAttribute("data-entry", first ?? "");
  }
});

test("The keys of the calendar are listed where they work", async ({ assistant: page }) => {
  const calendar = await CalendarPage.open(page, "month", "2028-01-01");
  await calendar.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("15 minutes earlier, later");
  await calendar.press("Escape", "w");
  await expect(page).toHaveURL(/view=week/);
  await calendar.press("d", "n");
  await expect(page).toHaveURL(/view=day&date=2028-01-02/);
  await expect(page.getByRole("link", { name: "Subscribe" }).first()).toHaveAttribute(
    "href",
    `/w/${slugOf(page)}/settings/calendars`,
  );
});

test("The second day of what goes on past midnight says what it is, however little is left of it", async ({
  client: page,
}) => {
  const title = "Long supper with the makers of the fair";
  await addEvent(page, { summary: title, start: "2030-05-13T20:00", end: "2030-05-14T00:30" });
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const calendar = await CalendarPage.open(page, "week", "2030-05-14");
    const [first, second] = [calendar.entry(/Long supper/).first(), calendar.entry(/Long supper/).nth(1)];
    await expect(first.getByText("20:00–00:30")).toBeAttached();
    const words = second.getByText(title, { exact: true });
    await expect(words).toBeAttached();
    const [slip, line] = [await second.boundingBox(), await words.boundingBox()];
    if (!slip || !line) throw new Error("the entry is not drawn");
    expect(line.y).toBeGreaterThanOrEqual(slip.y);
    expect(line.y + line.height).toBeLessThanOrEqual(slip.y + slip.height);
  }
});

test("What was said of one week is not left for whoever goes on to the next", async ({ client: page }) => {
  await addEvent(page, { summary: "Pick up the frames", start: "2030-06-04T10:00", end: "2030-06-04T11:00" });
  const calendar = await CalendarPage.open(page, "day", "2030-06-04");
  const words = calendar.said.filter({ hasText: "This is the last entry shown." });
  const walkToTheEnd = async () => {
    await calendar.entry(/Pick up the frames/).focus();
    await calendar.press("ArrowDown");
    await expect(words).toBeAttached();
  };
  await walkToTheEnd();
  await calendar.press("n");
  await expect(words).toHaveCount(0);
  await page.goBack();
  await walkToTheEnd();
  await page.goForward();
  await expect(words).toHaveCount(0);
});
