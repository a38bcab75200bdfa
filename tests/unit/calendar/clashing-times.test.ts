import { describe, expect, test } from "vitest";
import { clashingTimes, mostRead, timesToLookAt } from "@/lib/domain/calendar/clashing-times";

const DAY = 24 * 60 * 60 * 1000;
const usual = { travelMinutes: 30 };

/** So many times, so many days apart; the first in three years. */
function every(days: number, many: number) {
  const first = Date.parse("2029-11-26T09:00:00Z");
  return Array.from({ length: many }, (_, n) => ({ startsAt: new Date(first + DAY * n * days) }));
}
const on = (day: string, from: string, to: string) => ({
  startsAt: Date.parse(`2026-12-${day}T${from}:00Z`),
  endsAt: Date.parse(`2026-12-${day}T${to}:00Z`),
});
const asked = (day: string, place = "") => ({ ...on(day, "10:00", "11:00"), place, travelMinutes: null });
const filled = (day: string, from: string, to: string, title = "Fair", place = "") => ({
  ...on(day, from, to),
  title,
  place,
  travelMinutes: null,
  eventId: null,
});
const kept = (day: string, from: string, to: string) => ({
  ...on(day, from, to),
  source: "protected" as const,
  title: "",
});

describe("Of a series are looked at", () => {
  test.each([
    ["three weeks, all of them", 7, 3, 3],
    ["daily times, the next twenty", 1, mostRead, 20],
    ["weekly times, the next twenty", 7, mostRead, 20],
    ["monthly times, those within a year", 30, mostRead, 13],
    ["yearly times, those within a year of the first", 365, 3, 2],
    ["times that are rarer, the first alone", 366, 3, 1],
    ["nothing", 1, 0, 0],
  ])("%s", (_, days, many, looked) => {
    expect(timesToLookAt(every(days, many))).toHaveLength(looked);
  });

  test("the first, in their order", () => {
    expect(timesToLookAt(every(1, mostRead))).toEqual(every(1, 20));
  });
});

describe("In the way of a series is", () => {
  const times = [asked("03", "Studio"), asked("10"), asked("17")];
  test.each([
    ["nothing, where every time is free", [filled("04", "10:00", "11:00")], [], []],
    ["what clashes with its first time", [filled("03", "10:30", "12:00")], [], ["03 clash"]],
    ["what clashes with a later one alone", [filled("17", "09:00", "10:01")], [], ["17 clash"]],
    ["what only touches one, not", [filled("10", "11:00", "12:00")], [], []],
    ["kept time, on its day", [], [kept("10", "08:00", "23:00")], ["10 kept"]],
    [
      "kept time on two days, on both",
      [],
      [kept("17", "08:00", "23:00"), kept("03", "08:00", "23:00")],
      ["03 kept", "17 kept"],
    ],
    [
      "a trip over two of them, on both",
      [{ ...filled("09", "00:00", "00:00", "Trip"), endsAt: on("18", "00:00", "00:00").startsAt }],
      [],
      ["10 clash", "17 clash"],
    ],
    ["the way there, where that time is somewhere", [filled("03", "09:30", "09:45")], [], ["03 travel"]],
    ["the way there, not where it is a call", [filled("10", "09:30", "09:45")], [], []],
    [
      "all of it at once",
      [filled("03", "10:30", "12:00"), filled("03", "09:40", "09:50")],
      [kept("03", "10:00", "10:15"), kept("17", "10:59", "12:00")],
      ["03 clash kept travel", "17 kept"],
    ],
  ])("%s", (_, busy, protectedTime, found) => {
    const clashing = clashingTimes(times, { filled: busy, kept: protectedTime, usual });
    expect(
      clashing.map(({ startsAt, conflicts }) =>
        [startsAt.slice(8, 10), ...conflicts.map(({ kind }) => kind)].join(" "),
      ),
    ).toEqual(found);
  });
});
