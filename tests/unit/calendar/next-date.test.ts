import fc from "fast-check";
import { expect, test } from "vitest";
import { nextDate } from "@/lib/adapters/calendar/next-date";
import { parseDate, SECONDS_PER_DAY, toDayNumber } from "@/lib/domain/calendar/civil-date";
import { expandRule } from "@/lib/domain/calendar/expand-rule";
import { parseRule } from "@/lib/domain/calendar/recurrence-rule";
import { quickest } from "../../support/quickest";

const berlin = "Europe/Berlin";
const next = (
  rule: string,
  from: "calendar" | "completion",
  due: string | null,
  closed: string,
  zone = berlin,
) =>
  nextDate({
    rule,
    from,
    dueAt: due === null ? null : new Date(due),
    dueAllDay: false,
    closedAt: new Date(closed),
    zone,
  });
const due = (...asked: Parameters<typeof next>) => next(...asked)?.dueAt.toISOString() ?? null;

test("Aunt Beth is called again six weeks after she was called, not after she should have been", () => {
  expect(due("FREQ=WEEKLY;INTERVAL=6", "completion", "2026-11-02T09:00:00Z", "2026-11-20T18:00:00Z")).toBe(
    "2027-01-01T09:00:00.000Z",
  );
});

test("A weekly post that was missed three times comes back once, on its next Thursday", () => {
  expect(due("FREQ=WEEKLY", "calendar", "2026-11-05T08:00:00Z", "2026-11-25T12:00:00Z")).toBe(
    "2026-11-26T08:00:00.000Z",
  );
});

test("What is done early comes back after its own date, not on it", () => {
  expect(due("FREQ=WEEKLY", "calendar", "2026-11-26T08:00:00Z", "2026-11-20T12:00:00Z")).toBe(
    "2026-12-03T08:00:00.000Z",
  );
});

test("Nine o'clock stays nine o'clock across the change of the clocks", () => {
  expect(due("FREQ=WEEKLY", "calendar", "2027-03-25T08:00:00Z", "2027-03-25T08:30:00Z")).toBe(
    "2027-04-01T07:00:00.000Z",
  );
});

test("An hour that one night in March skips is that hour again the night after, and somebody's own hour stays their own", () => {
  const onward = (dueBefore: string | null, dueAt: string) =>
    nextDate({
      rule: "FREQ=DAILY",
      from: "calendar",
      dueAt: new Date(dueAt),
      dueAllDay: false,
      dueBefore: dueBefore === null ? null : new Date(dueBefore),
      closedAt: new Date(dueAt),
      zone: berlin,
    })?.dueAt.toISOString();
  // Half past two in Berlin, which the night to 28 March does not have: it is half past three there.
  expect(onward(null, "2027-03-27T01:30:00Z")).toBe("2027-03-28T01:30:00.000Z");
  expect(onward("2027-03-27T01:30:00Z", "2027-03-28T01:30:00Z")).toBe("2027-03-29T00:30:00.000Z");
  expect(onward("2027-03-27T02:30:00Z", "2027-03-28T01:30:00Z")).toBe("2027-03-29T01:30:00.000Z");
  expect(onward("2027-03-27T09:00:00Z", "2027-03-28T01:30:00Z")).toBe("2027-03-29T01:30:00.000Z");
});

test("The 31st falls on the last day of February and is the 31st again in March", () => {
  const february = next("FREQ=MONTHLY", "calendar", "2027-01-31T09:00:00Z", "2027-01-31T10:00:00Z");
  const march = next(february?.rule ?? "", "calendar", "2027-02-28T09:00:00Z", "2027-02-28T10:00:00Z");

  expect(february?.dueAt.toISOString()).toBe("2027-02-28T09:00:00.000Z");
  expect(march?.dueAt.toISOString()).toBe("2027-03-31T08:00:00.000Z");
});

test("29 February is kept on the 28th until there is a 29th again", () => {
  let [rule, day] = ["FREQ=YEARLY", "2024-02-29T09:00:00.000Z"];
  const days: string[] = [];
  for (let year = 0; year < 4; year += 1) {
    const found = next(rule, "calendar", day, day);
    [rule, day] = [found?.rule ?? "", found?.dueAt.toISOString() ?? ""];
    days.push(day.slice(0, 10));
  }

  expect(days).toEqual(["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]);
});

test("A task that never had a date comes back all day, counted from when it was done", () => {
  expect(next("FREQ=DAILY;INTERVAL=10", "calendar", null, "2026-11-20T23:30:00Z")).toEqual({
    rule: "FREQ=DAILY;INTERVAL=10",
    dueAt: new Date("2026-11-30T23:00:00Z"),
    dueAllDay: true,
  });
});

test("The day on which something was done is the client's day, wherever the server stands", () => {
  expect(
    due("FREQ=DAILY", "completion", "2026-11-20T09:00:00Z", "2026-11-20T12:00:00Z", "Pacific/Auckland"),
  ).toBe("2026-11-22T09:00:00.000Z");
});

test.each([
  "",
  "FREQ=HOURLY",
  "FREQ=DAILY;INTERVAL=7;BYMONTHDAY=-31;BYMONTH=2",
  "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
  "FREQ=DAILY;INTERVAL=14;BYDAY=TU,SA",
])("A rule such as %s has no next date, and says so at once", async (rule) => {
  const next = () => due(rule, "calendar", "2026-11-20T09:00:00Z", "2026-11-20T12:00:00Z");
  expect(next()).toBeNull();
  expect(await quickest(100, next)).toBeLessThan(100);
});

const someRule = fc
  .record({
    freq: fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
    interval: fc.integer({ min: 1, max: 12 }),
    by: fc.constantFrom(
      "",
      ";BYDAY=MO",
      ";BYDAY=TU,SA",
      ";BYMONTHDAY=3,17",
      ";BYMONTH=2,7",
      ";BYMONTHDAY=-1",
      ";BYMONTH=6;BYDAY=1FR",
    ),
  })
  .filter(
    ({ freq, by }) =>
      !(by.includes("MONTHDAY") && freq === "WEEKLY") &&
      !(by.includes("1FR") && "DAILY WEEKLY".includes(freq)),
  )
  .map(({ freq, interval, by }) => `FREQ=${freq};INTERVAL=${interval}${by}`);

test("The library and the calendar's own reading of rules agree on the next day", () => {
  const day = fc
    .integer({ min: 0, max: 1500 })
    .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(
      someRule,
      day.filter((d) => Number(d.slice(8)) <= 28),
      day,
      (rule, start, closed) => {
        const found = due(rule, "calendar", `${start}T00:00:00Z`, `${closed}T00:00:00Z`, "UTC");
        expect(found?.slice(0, 10) ?? null).toBe(expectedNext(rule, start, closed));
      },
    ),
    { numRuns: 300 },
  );
});

function expectedNext(text: string, start: string, closed: string): string | null {
  const parsed = parseRule(text);
  const wall = (iso: string) => {
    const date = parseDate(iso);
    return date ? toDayNumber(date.year, date.month, date.day) * SECONDS_PER_DAY : 0;
  };
  if (!parsed.ok) throw new Error(parsed.why);
  const from = Math.max(wall(start), wall(closed)) + 1;
  const bounds = {
    start: wall(start),
    from,
    to: from + 150 * 366 * SECONDS_PER_DAY,
    until: null,
    mostResults: 1,
    mostSteps: 1e7,
  };
  const first = expandRule(parsed.rule, bounds).walls[0];
  return first === undefined ? null : new Date(first * 1000).toISOString().slice(0, 10);
}
