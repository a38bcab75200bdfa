import { expect, test } from "vitest";
import { contactAt } from "@/lib/domain/person/contact";
import { pauseChoices, whatIsWrongWithPause } from "@/lib/domain/person/pause";

const daysOf = (today: string) => pauseChoices(today).map(({ until }) => until);

test("Somebody's turn rests for two weeks, a month or three, and a short month gives its last day", () => {
  expect(daysOf("2026-11-24")).toEqual(["2026-12-08", "2026-12-24", "2027-02-24"]);
  expect(daysOf("2026-11-30")).toEqual(["2026-12-14", "2026-12-30", "2027-02-28"]);
  expect(daysOf("2028-01-31")).toEqual(["2028-02-14", "2028-02-29", "2028-04-30"]);
});

test("Nobody's turn rests until a day that is past, is today, or does not exist", () => {
  expect(whatIsWrongWithPause("2026-11-25", "2026-11-24")).toBeNull();
  expect(whatIsWrongWithPause("2026-11-24", "2026-11-24")).toBe("Choose a day that is still to come.");
  expect(whatIsWrongWithPause("2026-02-30", "2026-01-24")).toBe("Give a day.");
  expect(whatIsWrongWithPause("", "2026-11-24")).toBe("Give a day.");
});

test("A call of today is kept as of now, one of another day as of noon where Mira lives", () => {
  const now = Date.parse("2026-11-24T20:30:00Z");
  expect(contactAt("2026-11-25", now, "Asia/Kathmandu")).toBe("2026-11-24T20:30:00.000Z");
  expect(contactAt("2026-11-24", now, "Asia/Kathmandu")).toBe("2026-11-24T06:15:00.000Z");
  expect(contactAt("2026-07-01", now, "Europe/Berlin")).toBe("2026-07-01T10:00:00.000Z");
});
