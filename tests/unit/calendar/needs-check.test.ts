import { describe, expect, test } from "vitest";
import {
  confirmBy,
  hoursBefore,
  type Meeting,
  needsCheck,
  sayOtherSide,
} from "@/lib/domain/calendar/needs-check";

const lunch: Meeting = {
  allDay: false,
  status: "CONFIRMED",
  transparent: false,
  held: false,
  answer: "",
  wantsCheck: null,
  isAwaited: true,
};

describe("A meeting is double-checked", () => {
  test.each<[string, Partial<Meeting>]>([
    ["when somebody comes", {}],
    ["when Mira said yes to an invitation", { isAwaited: false, answer: "accepted" }],
    ["when Mira said perhaps", { isAwaited: false, answer: "tentative" }],
    ["when it is to be, always, though nobody else comes", { isAwaited: false, wantsCheck: true }],
    ["when it is to be, always, though it leaves the time free", { transparent: true, wantsCheck: true }],
  ])("%s", (_, more) => {
    expect(needsCheck({ ...lunch, ...more })).toBe(true);
  });
});

describe("Nobody is asked to check", () => {
  test.each<[string, Partial<Meeting>]>([
    ["what Mira does alone", { isAwaited: false }],
    ["whole days", { allDay: true, wantsCheck: true }],
    ["what was called off", { status: "cancelled", wantsCheck: true }],
    ["what Mira declined", { answer: "declined", wantsCheck: true }],
    ["an invitation that is not answered yet", { answer: "needs-action", wantsCheck: true }],
    ["what waits for Mira’s word about her protected time", { held: true, wantsCheck: true }],
    ["what leaves the time free", { transparent: true }],
    ["what is never to be checked", { wantsCheck: false, answer: "accepted" }],
  ])("%s", (_, more) => {
    expect(needsCheck({ ...lunch, ...more })).toBe(false);
  });
});

test("The longest time that a guest’s circle asks for counts, and the desk’s where none asks", () => {
  expect(hoursBefore([null, 48, 12], 24)).toBe(48);
  expect(hoursBefore([12], 24)).toBe(12);
  expect(hoursBefore([null], 24)).toBe(24);
  expect(hoursBefore([], 24)).toBe(24);
});

test("A check is to be confirmed hours before the meeting; one that is asked for late has an hour, and never longer than until it begins", () => {
  const hour = 3_600_000;
  expect(confirmBy(100 * hour, 4, 76 * hour)).toBe(96 * hour);
  expect(confirmBy(100 * hour, 4, 98 * hour)).toBe(99 * hour);
  expect(confirmBy(100 * hour, 4, 99.5 * hour)).toBe(100 * hour);
});

test("Who is met is said in a few words", () => {
  expect(sayOtherSide([])).toBe("");
  expect(sayOtherSide(["Priya"])).toBe("Priya");
  expect(sayOtherSide(["Priya", "Tomas"])).toBe("Priya and Tomas");
  expect(sayOtherSide(["Priya", "Tomas", "Noor", "Elin"])).toBe("Priya and 3 more");
});
