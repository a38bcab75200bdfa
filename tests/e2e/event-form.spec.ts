import type { Page } from "@playwright/test";
import { callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { EventFormPage, EventPage } from "../support/pages/event-page";
import { ForYouPage } from "../support/pages/for-you-page";

const evening = "2028-05-05";
const made: string[] = [];

/** Mira keeps an evening for as long as the test needs it. */
async function protectEvening(client: Page): Promise<() => Promise<unknown>> {
  const time = { title: "Friday evening", firstOn: evening, allDay: false, from: "18:00", minutes: 300 };
  const { status, body } = await callDesk(client, "/protected-times", {
    ...time,
    zone: "Europe/Berlin",
    rule: "",
    exceptOn: [],
  });
  expect(status).toBe(200);
  return () => callDesk(client, `/protected-times/${body.id}/remove`, { version: 1 });
}

async function makeEvent(page: Page, event: Record<string, unknown>): Promise<string> {
  const words = { start: "2028-03-01T10:00", end: "2028-03-01T11:00", zone: "Europe/Berlin" };
  const { status, body } = await callDesk(page, "/events", { event: { ...words, ...event } });
  expect(status, JSON.stringify(body)).toBe(200);
  made.push(String(body.id));
  return String(body.id);
}

test.afterEach(async ({ client }) => {
  for (const id of made.splice(0)) {
    const { status, body } = await callDesk(client, `/events/${id}`);
    const target = {
      version: body.version,
      scope: "all",
      occurrence: body.isRepeating ? body.startsAt : null,
    };
    if (status === 200) await callDesk(client, `/events/${id}/remove`, target);
  }
});

test("Mira plans a board that repeats on Toronto’s clock, sees it on her own, and takes it back", async ({
  client,
  expectConsole,
}) => {
  expectConsole(/404/);
  const form = await EventFormPage.open(client);
  await form.type({ name: "Board, Toronto", zone: "America/Toronto", day: "2028-03-09", from: "10:00" });
  await expect(client.getByText("That is Thu 9 Mar, 16:00–17:00 in Europe/Berlin.")).toBeVisible();
  await form.field("Repeats").selectOption("weekly");
  await form.field("Every so many weeks").fill("2");
  await form.field("Ends").last().selectOption("times");
  await form.field("Times").fill("6");
  await expect(client.getByText("every 2 weeks on Thursday, 6 times")).toBeVisible();
  await form.field("Who comes along").fill("tom@example.org");
  await form.field("Who comes along").press(",");
  await expect(client.getByRole("list", { name: "Coming along" })).toContainText("tom@example.org");
  const page = await form.save();

  await expect(page.title).toHaveText("Board, Toronto");
  await expect(page.fact("When")).toHaveText("Thursday 9 March 2028, 16:00–17:00");
  await expect(page.fact("In Toronto")).toHaveText("10:00–11:00");
  await expect(page.fact("Repeats")).toHaveText("every 2 weeks on Thursday, 6 times");
  await expect(page.fact("From")).toHaveText("Made here by Mira");

  const id = new URL(client.url()).pathname.split("/").at(-1) ?? "";
  await page.button("Undo").click();
  await expect(page.said("This is no longer on the calendar.")).toBeVisible();
  expect((await callDesk(client, `/events/${id}`)).status).toBe(404);
});

test("Ana asks for a protected evening; Mira lets it stand from For you, and each takes it back", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/403|404/);
  test.setTimeout(120_000);
  const giveBack = await protectEvening(client);
  const form = await EventFormPage.open(assistant, `${evening}T19:00`);
  await form.type({ name: "Makers’ Supper", to: "22:00" });
  await expect(form.inTheWay).toContainText("Friday evening, 18:00–23:00: nobody’s to book.");
  await form.save();
  await expect(assistant.getByText(/Only Mira gives this time away: .*Friday evening/)).toBeVisible();
  // The answer has the focus: whoever uses keys is asked, too.
  await expect(assistant.getByRole("button", { name: "Ask Mira" })).toBeFocused();
  await assistant.keyboard.press("Enter");
  const anas = new EventPage(assistant);
  await expect(anas.said("“Makers’ Supper” waits for Mira.")).toBeVisible();
  await expect(anas.said(/it waits for Mira/)).toBeVisible();
  await expect(anas.button("Let it stand")).toHaveCount(0);

  // Ana takes it back, and asks again.
  await anas.button("Undo").click();
  await expect(anas.said("This is no longer on the calendar.")).toBeVisible();
  const again = await EventFormPage.open(assistant, `${evening}T19:00`);
  await again.type({ name: "Makers’ Supper", to: "22:00" });
  await again.save();
  await assistant.getByRole("button", { name: "Ask Mira" }).click();
  await expect(anas.said(/it waits for Mira/)).toBeVisible();
  const id = new URL(assistant.url()).pathname.split("/").at(-1) ?? "";

  const { body } = await callDesk(client, `/events/${id}`);
  const [question] = body.tasks as { id: string; title: string }[];
  if (question === undefined) throw new Error("nothing lies before Mira");
  const task = await callDesk(client, `/tasks/${question.id}`);
  // In front of everything else, so that the card is the one on top.
  await callDesk(client, `/tasks/${question.id}/edit`, {
    version: task.body.version,
    priority: 1,
    dueAt: "2001-02-01T08:00:00Z",
  });
  const forYou = await ForYouPage.open(client);
  await expect(forYou.title).toHaveText(question.title);
  await forYou.button(/^Yes$/).click();
  await expect(anas.said(/it waits for Mira/)).toHaveCount(0);
  await forYou.button("Undo").click();
  await expect(forYou.title).toHaveText(question.title);
  await expect(anas.said(/it waits for Mira/)).toBeVisible();
  await forYou.button(/^Yes$/).click();
  await expect(anas.said(/it waits for Mira/)).toHaveCount(0);
  expect((await callDesk(client, `/events/${id}`)).body).toMatchObject({ held: false, overProtected: true });
  await giveBack();
});

test("Mira books over her own evening by saying so, in the words of her own calendar", async ({
  client,
  expectConsole,
}) => {
  expectConsole(/403|404/);
  const giveBack = await protectEvening(client);
  const form = await EventFormPage.open(client, `${evening}T20:00`);
  await form.type({ name: "Ida on the phone" });
  // A page that tells what is in the way is awake, and hears keys.
  await expect(form.inTheWay).toBeVisible();
  await client.keyboard.press("Control+Enter");
  await expect(client.getByText(/This is time that you keep: .*Friday evening/)).toBeVisible();
  await client.getByRole("button", { name: "Put it there" }).click();
  const page = new EventPage(client);
  await expect(page.title).toHaveText("Ida on the phone");
  await page.button("Undo").click();
  await expect(page.said("This is no longer on the calendar.")).toBeVisible();
  await giveBack();
});

test("Of a series Ana changes only one, by keys alone, and takes the rest off", async ({ assistant }) => {
  const id = await makeEvent(assistant, { summary: "Rehearsal", rule: "FREQ=WEEKLY;COUNT=4" });
  const page = await EventPage.open(assistant, id, "2028-03-08T09:00:00.000Z");
  await expect(page.fact("When")).toHaveText("Wednesday 8 March 2028, 10:00–11:00");
  await assistant.keyboard.press("e");
  const form = new EventFormPage(assistant);
  await expect(form.field("Name")).toBeFocused();
  await form.type({ from: "12:00" });
  await assistant.keyboard.press("Control+Enter");
  await expect(page.dialog("Change which?")).toContainText("Only this one");
  await assistant.keyboard.press("1");
  await expect(page.fact("When")).toHaveText("Wednesday 8 March 2028, 12:00–13:00");
  await assistant.keyboard.press("u");
  await expect(page.said("It is as it was.")).toBeVisible();
  await expect(page.fact("When")).toHaveText("Wednesday 8 March 2028, 10:00–11:00");

  await EventPage.open(assistant, id, "2028-03-15T09:00:00.000Z");
  await expect(page.fact("When")).toHaveText("Wednesday 15 March 2028, 10:00–11:00");
  await assistant.keyboard.press("Delete");
  await expect(page.dialog("Take off which?")).toBeVisible();
  await assistant.keyboard.press("2");
  await expect(assistant).toHaveURL(/calendar\?date=2028-03-15/);
  const left = await callDesk(assistant, `/calendar?from=2028-03-01&to=2028-04-01`);
  const days = (left.body.entries as { eventId?: string; firstDay: string }[]).filter(
    ({ eventId }) => eventId === id,
  );
  expect(days.map(({ firstDay }) => firstDay)).toEqual(["2028-03-01", "2028-03-08"]);
});

test("Two who change one entry lose nothing, and a line that breaks keeps what was typed", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/409|Failed to load|api\/live|ERR_/);
  const id = await makeEvent(client, {
    summary: "Coffee, Priya",
    start: "2028-04-04T16:00",
    end: "2028-04-04T17:00",
  });
  const page = await EventPage.open(assistant, id);
  await page.button(/^Change/).click();
  const form = new EventFormPage(assistant);
  await form.field("Name").fill("Coffee with Priya");
  const seen = (await callDesk(client, `/events/${id}`)).body;
  const { summary, start, end, zone } = seen as Record<string, string>;
  const edited = await callDesk(client, `/events/${id}/edit`, {
    version: seen.version,
    scope: "all",
    occurrence: null,
    event: { summary, start, end, zone, place: "The rope walk" },
  });
  expect(edited.status, JSON.stringify(edited.body)).toBe(200);
  await form.save();
  await expect(assistant.getByText(/Mira changed the place meanwhile/)).toBeVisible();
  await expect(form.field("Place")).toHaveValue("The rope walk");
  await expect(form.field("Name")).toHaveValue("Coffee with Priya");

  await assistant.route("**/events/*/edit", (route) => route.abort());
  await form.save();
  await expect(
    assistant.getByText(/^The line broke before the answer came\. What you typed is kept/),
  ).toBeVisible();
  await assistant.unroute("**/events/*/edit");
  await assistant.reload();
  await page.button(/^Change/).click();
  await expect(form.field("Name")).toHaveValue("Coffee with Priya");
  await form.save();
  await expect(page.title).toHaveText("Coffee with Priya");
  await expect(page.fact("Where")).toHaveText("The rope walk");
});

test("Whether an entry is private is Mira’s alone to see and to say", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/404/);
  const id = await makeEvent(assistant, {
    summary: "The doctor",
    start: "2028-04-06T08:00",
    end: "2028-04-06T09:00",
  });
  const anas = await EventPage.open(assistant, id);
  await expect(anas.title).toHaveText("The doctor");
  await expect(assistant.getByLabel(/^Private/)).toHaveCount(0);
  const miras = await EventPage.open(client, id);
  await client.getByLabel(/^Private/).check();
  await expect(miras.said("Nobody but you sees this now.")).toBeVisible();
  await expect(anas.said("This is no longer on the calendar.")).toBeVisible();
  await assistant.goto(`/w/${slugOf(client)}/calendar?view=agenda&date=2028-04-06`);
  await expect(assistant.getByText("Busy").first()).toBeVisible();
  await expect(assistant.getByText("The doctor")).toHaveCount(0);
  await miras.button("Undo").click();
  await expect(assistant.getByText("The doctor").first()).toBeVisible();
});

test("From the calendar Mira opens an entry, changes it in its window, and takes that back", async ({
  client,
}) => {
  await makeEvent(client, { summary: "Dentist", start: "2028-04-11T08:00", end: "2028-04-11T09:00" });
  await client.goto(`/w/${slugOf(client)}/calendar?view=agenda&date=2028-04-10`);
  await client.getByRole("button", { name: /Event: Dentist/ }).click();
  const details = client.getByRole("dialog", { name: "Dentist" });
  await expect(details).toContainText("Tuesday 11 April 2028, 08:00–09:00");
  await expect(details).toContainText("Made here by Mira");
  await client.keyboard.press("e");
  const form = new EventFormPage(client);
  await expect(form.field("Name")).toBeFocused();
  await form.type({ from: "10:30" });
  await client.keyboard.press("Control+Enter");
  await expect(client.getByRole("button", { name: /Event: Dentist, 10:30 to 11:30/ })).toBeVisible();
  await client.keyboard.press("u");
  await expect(client.getByRole("button", { name: /Event: Dentist, 08:00 to 09:00/ })).toBeVisible();
});
