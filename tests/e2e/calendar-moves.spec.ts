import { addTask } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { addEvent, CalendarPage, protect } from "../support/pages/calendar-page";

test("Mira drags a walk to another day, Ana sees it move, and Mira takes it back", async ({
  client,
  assistant,
}) => {
  await addEvent(client, {
    summary: "Walk along the quay",
    start: "2030-03-12T13:00",
    end: "2030-03-12T14:00",
  });
  const mira = await CalendarPage.open(client, "week", "2030-03-12");
  const ana = await CalendarPage.open(assistant, "week", "2030-03-12");
  await expect(ana.entry(/Tuesday 12 March: Event: Walk along the quay, 13:00 to 14:00/)).toBeVisible();

  await mira.drag(mira.entry(/Walk along the quay/), { days: 1, hours: 2 });
  await expect(mira.bar("“Walk along the quay” is on Wed 13 Mar, 15:00–16:00.")).toBeVisible();
  await expect(ana.entry(/Wednesday 13 March: Event: Walk along the quay, 15:00 to 16:00/)).toBeVisible();

  await mira.press("u");
  await expect(mira.bar("It is as it was.")).toBeVisible();
  await expect(mira.entry(/Tuesday 12 March: Event: Walk along the quay, 13:00 to 14:00/)).toBeVisible();
  await expect(ana.entry(/Tuesday 12 March: Event: Walk along the quay, 13:00 to 14:00/)).toBeVisible();
});

test("Ana moves and lengthens the same with her keyboard alone, and hears where it is", async ({
  assistant: page,
}) => {
  await addEvent(page, { summary: "Tune the piano", start: "2030-03-19T10:00", end: "2030-03-19T11:00" });
  await addEvent(page, { summary: "Collect the prints", start: "2030-03-21T09:00", end: "2030-03-21T09:30" });
  const calendar = await CalendarPage.open(page, "week", "2030-03-19");
  await calendar.entry(/Collect the prints/).focus();
  await calendar.press("ArrowLeft", "ArrowLeft");
  await calendar.isFocused(/Tune the piano/);
  await calendar.press("Alt+ArrowDown", "Alt+ArrowDown", "Alt+ArrowRight");
  await expect(
    calendar.said.filter({ hasText: "Tune the piano: Wednesday 20 March, 10:30 to 11:30." }),
  ).toBeAttached();
  await calendar.press("Alt+Shift+ArrowDown");
  await expect(calendar.bar("“Tune the piano” is on Wed 20 Mar, 10:30–11:45.")).toBeVisible();
  await calendar.isFocused(/Wednesday 20 March: Event: Tune the piano, 10:30 to 11:45/);

  await calendar.press("v");
  const window = page.getByRole("dialog", { name: "Move it to" });
  await window.getByLabel("From", { exact: true }).fill("2030-03-31");
  await window.getByLabel("From, time").fill("02:30");
  await expect(window.getByRole("status")).toHaveText(
    "The clocks go forward: there is no 02:30 on that day. It begins at 03:30.",
  );
  await expect(window.getByLabel("Until", { exact: true })).toHaveValue("2030-03-31");
  await expect(window.getByLabel("Until, time")).toHaveValue("03:45");
  await window.getByLabel("From, time").fill("10:30");
  await expect(window.getByText("The clocks go forward")).toBeHidden();
  await window.getByLabel("From", { exact: true }).fill("2030-03-22");
  await window.getByRole("button", { name: "Move it" }).click();
  await expect(calendar.entry(/Friday 22 March: Event: Tune the piano, 10:30 to 11:45/)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(calendar.entry(/Wednesday 20 March: Event: Tune the piano/)).toBeVisible();
});

test("Of a series Mira is asked which she means, and leaving it leaves it where it was", async ({
  client: page,
}) => {
  await addEvent(page, {
    summary: "Swim",
    start: "2030-04-08T13:00",
    end: "2030-04-08T14:00",
    rule: "FREQ=DAILY;COUNT=3",
  });
  const calendar = await CalendarPage.open(page, "week", "2030-04-09");
  await calendar.drag(calendar.entry(/Tuesday 9 April: Event: Swim/), { hours: 2 });
  await expect(page.getByRole("dialog", { name: "Move which?" })).toBeVisible();
  await calendar.press("Escape");
  await expect(calendar.entry(/Tuesday 9 April: Event: Swim, 13:00 to 14:00/)).toBeVisible();

  await calendar.drag(calendar.entry(/Tuesday 9 April: Event: Swim/), { hours: 2 });
  await page
    .getByRole("dialog", { name: "Move which?" })
    .getByRole("button", { name: /Only this one/ })
    .click();
  await expect(calendar.entry(/Tuesday 9 April: Event: Swim, 15:00 to 16:00/)).toBeVisible();
  await expect(calendar.entry(/Wednesday 10 April: Event: Swim, 13:00 to 14:00/)).toBeVisible();
});

test("Over her protected evening Mira says that she knows, and Ana can only ask her", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/403.*\/move/);
  await protect(client, "Evening at home", "2030-05-16", "18:00", 240);
  await addEvent(client, { summary: "Dinner", start: "2030-05-15T19:00", end: "2030-05-15T20:00" });
  await addEvent(assistant, { summary: "Rehearsal", start: "2030-05-15T18:00", end: "2030-05-15T18:30" });
  const mira = await CalendarPage.open(client, "week", "2030-05-15");
  await mira.entry(/Event: Dinner/).focus();
  await mira.press("Alt+ArrowRight");
  const sure = client.getByRole("dialog", { name: "Move it over your protected time?" });
  await expect(sure).toContainText("“Dinner” would be on Thu 16 May, 19:00–20:00, over “Evening at home”");
  await sure.getByRole("button", { name: "Move it there" }).click();
  await expect(mira.entry(/Thursday 16 May: Event: Dinner/)).toBeVisible();

  const ana = await CalendarPage.open(assistant, "week", "2030-05-15");
  await ana.entry(/Event: Rehearsal/).focus();
  await ana.press("Alt+ArrowRight");
  const asking = assistant.getByRole("dialog", { name: "This is protected time" });
  await asking.getByRole("button", { name: "Ask Mira" }).click();
  await expect(ana.bar(/“Rehearsal” is on Thu 16 May, 18:00–18:30. It waits for Mira./)).toBeVisible();
  await expect(mira.entry(/Thursday 16 May: Event: Rehearsal, 18:00 to 18:30, waits for Mira/)).toBeVisible();
});

test("A task is dragged to another day, and what is not ours says why it stays", async ({ client: page }) => {
  await addTask(page, { kind: "other", title: "Press the flowers", dueAt: "2030-06-11T11:00:00Z" });
  const calendar = await CalendarPage.open(page, "week", "2030-06-11");
  await calendar.drag(calendar.entry(/Press the flowers/), { days: 2 });
  await expect(calendar.bar("“Press the flowers” is due on Thu 13 Jun, 13:00.")).toBeVisible();
  await calendar.press("u");
  await expect(calendar.entry(/Tuesday 11 June: Other: Press the flowers, 13:00/)).toBeVisible();

  // Choir practice was brought in by a file, so its owner moves it.
  await calendar.drag(calendar.entry(/Wednesday 12 June: Event: Choir practice/), { days: 1 });
  await expect(calendar.bar(/“Choir practice” was brought in from elsewhere/)).toBeVisible();
  await expect(calendar.entry(/Wednesday 12 June: Event: Choir practice, 19:30 to 21:30/)).toBeVisible();
});
