import { expect, test } from "vitest";
import { lateBy } from "@/lib/domain/task/late-by";
import { type SnoozeChoice, snoozeChoices } from "@/lib/domain/task/snooze";

const said = (choices: SnoozeChoice[]) => choices.map((choice) => `${choice.id} ${choice.until}`);
const from = (iso: string, zone: string) => said(snoozeChoices(Date.parse(iso), zone));

test("On a Monday afternoon Ana is offered the evening, the morning, the weekend, the week and the month", () => {
  expect(from("2026-11-23T13:20:00Z", "Europe/Berlin")).toEqual([
    "later-today 2026-11-23T16:00:00.000Z",
    "tomorrow-morning 2026-11-24T08:00:00.000Z",
    "this-weekend 2026-11-28T08:00:00.000Z",
    "next-week 2026-11-30T08:00:00.000Z",
    "next-month 2026-12-01T08:00:00.000Z",
  ]);
});

test("Late in the evening nobody is offered the same evening", () => {
  expect(from("2026-11-23T19:00:00Z", "Europe/Berlin")[0]).toMatch(/^tomorrow-morning/);
});

test("At six in the evening nine o'clock is still offered", () => {
  expect(from("2026-11-23T17:59:00Z", "Europe/Berlin")[0]).toBe("later-today 2026-11-23T20:00:00.000Z");
});

test.each(["2026-11-27", "2026-11-28", "2026-11-29"])(
  "On %s the weekend is tomorrow or here, so that it is not offered twice",
  (day) => {
    expect(from(`${day}T08:00:00Z`, "Europe/Berlin").join()).not.toContain("this-weekend");
  },
);

test("Whoever lives in Kiritimati is offered their own tomorrow, not Greenwich's", () => {
  expect(from("2026-12-31T12:00:00Z", "Pacific/Kiritimati")).toContain(
    "tomorrow-morning 2027-01-01T19:00:00.000Z",
  );
});

test("In the night in which the clock goes forward, nine o'clock stays nine o'clock", () => {
  expect(from("2027-03-27T20:00:00Z", "Europe/Berlin")[0]).toBe("tomorrow-morning 2027-03-28T07:00:00.000Z");
});

test("Every choice lies ahead, at any hour of a year, and each is later than the one before it", () => {
  for (let hour = 0; hour < 366 * 24; hour += 11) {
    const at = Date.parse("2027-01-01T00:30:00Z") + hour * 3_600_000;
    const untils = snoozeChoices(at, "America/New_York").map((choice) => Date.parse(choice.until));
    const named = new Date(at).toISOString();
    expect(untils[0], named).toBeGreaterThan(at);
    expect(Math.min(...untils), named).toBe(untils[0]);
  }
});

test("Of several tasks those are late by then that are not late yet, each by its own day or hour", () => {
  const now = Date.parse("2026-11-23T13:20:00Z");
  const due = (dueAt: string | null, dueAllDay = false, replyDueAt: string | null = null) => ({
    dueAt,
    dueAllDay,
    replyDueAt,
  });
  const rows = [
    due("2026-11-24T23:00:00Z", true), // all of the 25th, in Berlin
    due("2026-11-24T08:30:00Z"),
    due(null, false, "2026-11-24T07:00:00Z"),
    due("2026-11-20T08:30:00Z"), // late already
    due(null),
  ];
  const late = (until: string) => lateBy(rows, Date.parse(until), now, "Europe/Berlin");
  expect(late("2026-11-24T06:59:00Z")).toBe(0);
  expect(late("2026-11-24T08:00:00Z")).toBe(1);
  expect(late("2026-11-25T08:00:00Z")).toBe(2);
  expect(late("2026-11-25T22:59:00Z")).toBe(2);
  expect(late("2026-11-25T23:00:00Z")).toBe(3);
});
