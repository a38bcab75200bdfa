import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { addTask, callDesk } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { addEvent, CalendarPage } from "../support/pages/calendar-page";
import { CheckPage } from "../support/pages/check-page";

const HOUR = 3_600_000;

/** "2026-11-25T09:00" on the wall of Mira's desk. */
function wallOf(at: number): string {
  return new Date(at).toLocaleString("sv-SE", { timeZone: "Europe/Berlin" }).slice(0, 16).replace(" ", "T");
}

/** A whole hour to come, from six hours from now to a day, whatever time it is: nobody's protected time on any day, and inside the day before it. */
function nextFreeHour(): number {
  const hours = Array.from({ length: 17 }, (_, n) => (Math.ceil(Date.now() / HOUR) + 6 + n) * HOUR);
  const found = hours.find((at) => [8, 9, 10, 11, 17].includes(Number(wallOf(at).slice(11, 13))));
  if (found === undefined) throw new Error("no day has an hour");
  return found;
}

/** The open double-checks of an entry; the job that asks for them comes by every two minutes. */
async function openChecks(page: Page, eventId: string): Promise<string[]> {
  const { body } = await callDesk(page, `/events/${eventId}`);
  const tasks = body.tasks as { id: string; kind: string; state: string }[];
  return tasks.filter((one) => one.kind === "meeting-check" && one.state !== "done").map(({ id }) => id);
}

test("Ana records a double-check by keyboard; Mira moves the meeting, and it is asked for anew", async ({
  client,
  assistant,
  expectConsole,
}) => {
  test.setTimeout(300_000);
  expectConsole(/status of 40[0349]/);
  const summary = `Lunch ${randomUUID().slice(0, 8)}`;
  const [early, late] = [nextFreeHour(), nextFreeHour() + 24 * HOUR];
  const times = { start: wallOf(late), end: wallOf(late + HOUR) };
  const event = await addEvent(client, { summary, ...times, place: "Quay 4", wantsCheck: true });
  const fields = {
    eventId: event.id,
    eventUid: String((await callDesk(client, `/events/${event.id}`)).body.uid),
    startsAt: new Date(late).toISOString(),
    endsAt: new Date(late + HOUR).toISOString(),
    zone: "Europe/Berlin",
    place: "Quay 4",
    otherSide: "Priya Raman",
  };
  const task = await addTask(client, {
    kind: "meeting-check",
    title: `Double-check · ${summary}`,
    fields,
  });

  // Nothing but keys: the form opens under the hand, two ticks, with whom, and it is recorded.
  const anas = await CheckPage.open(assistant, task.id);
  const miras = await CheckPage.open(client, task.id);
  await assistant.keyboard.press("d");
  await expect(anas.tick("Date")).toBeFocused();
  await assistant.keyboard.press("Escape");
  await expect(anas.tick("Date")).toHaveCount(0);
  await assistant.keyboard.press("d");
  await assistant.keyboard.press("Control+Enter");
  await expect(anas.said("Say what was confirmed.")).toBeVisible();
  await assistant.keyboard.press("Space");
  await assistant.keyboard.press("Tab");
  await assistant.keyboard.press("Space");
  await assistant.keyboard.press("Tab");
  await assistant.keyboard.press("Space");
  await expect(anas.tick("Place")).toBeChecked();
  await expect(anas.field("With")).toHaveValue("Priya Raman");
  await assistant.keyboard.press("Control+Enter");
  const checked = /Checked by Ana, .*by phone with Priya Raman: date, time, place\./;
  await expect(anas.said(checked)).toBeVisible();
  await expect(anas.part).toBeFocused();
  await expect(miras.said(checked)).toBeVisible();
  expect((await callDesk(client, `/tasks/${task.id}`)).body).toMatchObject({
    state: "done",
    closed: { by: "Ana Duarte" },
  });

  // On the calendar it is checked until Mira moves it to the day before.
  const calendar = await CalendarPage.open(client, "agenda", wallOf(late).slice(0, 10));
  await expect(calendar.entry(new RegExp(`${summary}.*, checked`))).toBeVisible();
  const week = await CalendarPage.open(client, "week", wallOf(late).slice(0, 10));
  await week.entry(new RegExp(summary)).focus();
  await week.press("v");
  const window = client.getByRole("dialog", { name: "Move it to" });
  await window.getByLabel("From", { exact: true }).fill(wallOf(early).slice(0, 10));
  await window.getByRole("button", { name: "Move it" }).click();
  await expect(anas.said(/^Ana had checked it for .*, Quay 4\. It changed since/)).toBeVisible();
  await expect(anas.said(checked)).toHaveCount(0);
  const agenda = await CalendarPage.open(client, "agenda", wallOf(early).slice(0, 10));
  await expect(agenda.entry(new RegExp(summary))).toBeVisible();
  await expect(agenda.entry(new RegExp(`${summary}.*, checked`))).toHaveCount(0);

  // It is asked for anew, and says why.
  await expect
    .poll(async () => (await openChecks(client, event.id)).length, { timeout: 200_000, intervals: [2_000] })
    .toBe(1);
  const [again = ""] = await openChecks(client, event.id);
  await expect(agenda.entry(new RegExp(`${summary}.*, not yet checked`))).toBeVisible();
  const second = await CheckPage.open(assistant, again);
  await expect(second.said(/^Ana had checked it for/)).toBeVisible();
  await expect(second.button(/^Record what was confirmed/)).toBeVisible();
  await callDesk(client, `/events/${event.id}/remove`, {
    version: (await callDesk(client, `/events/${event.id}`)).body.version,
    scope: "all",
  });
});

test("A check that must be Mira tells Ana who can record it, and what she can do", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/status of 40[0349]/);
  const summary = `Talk ${randomUUID().slice(0, 8)}`;
  const at = nextFreeHour() + 72 * HOUR;
  const times = { start: wallOf(at), end: wallOf(at + HOUR) };
  const event = await addEvent(client, { summary, ...times, link: "https://meet.example/talk" });
  const task = await addTask(client, {
    kind: "meeting-check",
    title: `Double-check · ${summary}`,
    tag: "must-be-you",
    fields: {
      eventId: event.id,
      eventUid: String((await callDesk(client, `/events/${event.id}`)).body.uid),
      startsAt: new Date(at).toISOString(),
      endsAt: new Date(at + HOUR).toISOString(),
      zone: "Europe/Berlin",
      place: "",
      link: "https://meet.example/talk",
    },
  });
  const anas = await CheckPage.open(assistant, task.id);
  await expect(anas.said(/^Only Mira records this one\./)).toBeVisible();
  await assistant.keyboard.press("d");
  await expect(anas.button(/Record/)).toHaveCount(0);
  const typed = { confirmed: ["date"], withWhom: "Per", how: "call", version: task.version };
  const { status, body } = await callDesk(assistant, `/tasks/${task.id}/check`, typed);
  expect([status, body.code]).toEqual([403, "must-be-you"]);

  // Mira does, and takes it back.
  const miras = await CheckPage.open(client, task.id);
  await client.keyboard.press("d");
  await miras.tick("Link").check();
  await miras.field("With").fill("Per");
  await client.keyboard.press("Control+Enter");
  await expect(anas.said(/Checked by Mira, .*with Per: link\./)).toBeVisible();
  await expect(anas.button("Undo the check")).toHaveCount(0);
  await miras.button("Undo the check").click();
  await expect(miras.button(/^Record what was confirmed/)).toBeVisible();
  await expect(anas.said(/Checked by Mira/)).toHaveCount(0);
  await callDesk(client, `/events/${event.id}/remove`, { version: event.version, scope: "all" });
});
