import { addTask } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { addEvent, CalendarPage, protect } from "../support/pages/calendar-page";

test("Mira drags a walk to another day, Ana sees it move, and Mira takes it back", async ({
  client,
  assistant,
}) => {
  await addEvent(client, {
    summary: "Walk along the quay",
    start: "2033-03-08T10:00",
    end: "2033-03-08T11:00",
  });
  const mira = await CalendarPage.open(client, "week", "2033-03-08");
  const ana = await CalendarPage.open(assistant, "week", "2033-03-08");
  await expect(ana.entry(/Tuesday 8 March: Event: Walk along the quay, 10:00 to 11:00/)).toBeVisible();

  await mira.drag(mira.entry(/Walk along the quay/), { days: 1, hours: 2 });
  await expect(mira.bar("“Walk along the quay” is on Wed 9 Mar, 12:00–13:00.")).toBeVisible();
  await expect(ana.entry(/Wednesday 9 March: Event: Walk along the quay, 12:00 to 13:00/)).toBeVisible();

  await mira.press("u");
  await expect(mira.bar("It is as it was.")).toBeVisible();
  await expect(mira.entry(/Tuesday 8 March: Event: Walk along the quay, 10:00 to 11:00/)).toBeVisible();
  await expect(ana.entry(/Tuesday 8 March: Event: Walk along the quay, 10:00 to 11:00/)).toBeVisible();
});

test("Ana moves and lengthens the same with her keyboard alone, and hears where it is", async ({
  assistant: page,
}) => {
  await addEvent(page, { summary: "Tune the piano", start: "2033-03-15T10:00", end: "2033-03-15T11:00" });
  await addEvent(page, { summary: "Collect the prints", start: "2033-03-17T09:00", end: "2033-03-17T09:30" });
  const calendar = await CalendarPage.open(page, "week", "2033-03-15");
  await calendar.entry(/Collect the prints/).focus();
  await calendar.press("ArrowLeft");
  await calendar.isFocused(/Tune the piano/);
  await calendar.press("Alt+ArrowDown", "Alt+ArrowDown", "Alt+ArrowRight");
  await expect(
    calendar.said.filter({ hasText: "Tune the piano: Wednesday 16 March, 10:30 to 11:30." }),
  ).toBeAttached();
  await calendar.press("Alt+Shift+ArrowDown");
  await expect(calendar.bar("“Tune the piano” is on Wed 16 Mar, 10:30–11:45.")).toBeVisible();
  await calendar.isFocused(/Wednesday 16 March: Event: Tune the piano, 10:30 to 11:45/);

  await calendar.press("v");
  const window = page.getByRole("dialog", { name: "Move it to" });
  await window.getByLabel("From", { exact: true }).fill("2033-03-18");
  await window.getByRole("button", { name: "Move it" }).click();
  await expect(calendar.entry(/Friday 18 March: Event: Tune the piano, 10:30 to 11:45/)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(calendar.entry(/Wednesday 16 March: Event: Tune the piano/)).toBeVisible();
});

test("Of a series Mira is asked which she means, and leaving it leaves it where it was", async ({
  client: page,
}) => {
  await addEvent(page, {
    summary: "Swim",
    start: "2033-04-04T08:00",
    end: "2033-04-04T09:00",
    rule: "FREQ=DAILY;COUNT=3",
  });
  const calendar = await CalendarPage.open(page, "week", "2033-04-05");
  await calendar.drag(calendar.entry(/Tuesday 5 April: Event: Swim/), { hours: 2 });
  await expect(page.getByRole("dialog", { name: "Move which?" })).toBeVisible();
  await calendar.press("Escape");
  await expect(calendar.entry(/Tuesday 5 April: Event: Swim, 08:00 to 09:00/)).toBeVisible();

  await calendar.drag(calendar.entry(/Tuesday 5 April: Event: Swim/), { hours: 2 });
  await page
    .getByRole("dialog", { name: "Move which?" })
    .getByRole("button", { name: /Only this one/ })
    .click();
  await expect(calendar.entry(/Tuesday 5 April: Event: Swim, 10:00 to 11:00/)).toBeVisible();
  await expect(calendar.entry(/Wednesday 6 April: Event: Swim, 08:00 to 09:00/)).toBeVisible();
});

test("Over her protected evening Mira says that she knows, and Ana can only ask her", async ({
  client,
  assistant,
}) => {
  await protect(client, "Evening at home", "2033-05-13", "18:00", 240);
  await addEvent(client, { summary: "Dinner", start: "2033-05-12T19:00", end: "2033-05-12T20:00" });
  await addEvent(assistant, { summary: "Rehearsal", start: "2033-05-12T18:00", end: "2033-05-12T18:30" });
  const mira = await CalendarPage.open(client, "week", "2033-05-12");
  await mira.entry(/Event: Dinner/).focus();
  await mira.press("Alt+ArrowRight");
  const sure = client.getByRole("dialog", { name: "Move it over your protected time?" });
  await expect(sure).toContainText("“Dinner” would be on Fri 13 May, 19:00–20:00, over “Evening at home”.");
  await sure.getByRole("button", { name: "Move it there" }).click();
  await expect(mira.entry(/Friday 13 May: Event: Dinner/)).toBeVisible();

  const ana = await CalendarPage.open(assistant, "week", "2033-05-12");
  await ana.entry(/Event: Rehearsal/).focus();
  await ana.press("Alt+ArrowRight");
  const asking = assistant.getByRole("dialog", { name: "This is protected time" });
  await asking.getByRole("button", { name: "Ask Mira" }).click();
  await expect(ana.bar(/“Rehearsal” is on Fri 13 May, 18:00–18:30. It waits for Mira./)).toBeVisible();
  await expect(mira.entry(/Friday 13 May: Event: Rehearsal, 18:00 to 18:30, waits for Mira/)).toBeVisible();
});

test("A task is dragged to another day, and what is not ours says why it stays", async ({ client: page }) => {
  await addTask(page, { kind: "other", title: "Press the flowers", dueAt: "2033-06-07T10:00:00Z" });
  const { id } = await addTask(page, {
    kind: "other",
    title: "Already pressed",
    dueAt: "2033-06-08T10:00:00Z",
  });
  const calendar = await CalendarPage.open(page, "week", "2033-06-07");
  await calendar.drag(calendar.entry(/Press the flowers/), { days: 2 });
  await expect(calendar.bar("“Press the flowers” is due on Thu 9 Jun, 12:00.")).toBeVisible();
  await calendar.press("u");
  await expect(calendar.entry(/Tuesday 7 June: Other: Press the flowers, 12:00/)).toBeVisible();
  expect(id).toBeTruthy();
});
