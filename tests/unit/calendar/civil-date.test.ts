import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import {
  formatDayNumber,
  formatWallSeconds,
  fromDayNumber,
  parseDate,
  toDayNumber,
} from "@/lib/domain/calendar/civil-date";

test("every day of ten thousand years is the day that Temporal calls it", () => {
  const anyDay = fc.integer({ min: toDayNumber(1, 1, 1), max: toDayNumber(9999, 12, 31) });
  fc.assert(
    fc.property(anyDay, (dayNumber) => {
      const day = Temporal.PlainDate.from("1970-01-01").add({ days: dayNumber });
      expect(formatDayNumber(dayNumber)).toBe(day.toString());
      expect(toDayNumber(day.year, day.month, day.day)).toBe(dayNumber);
      expect(fromDayNumber(dayNumber)).toEqual({ year: day.year, month: day.month, day: day.day });
    }),
    { numRuns: 2_000 },
  );
});

test("a wall second is written as the clock shows it", () => {
  expect(formatWallSeconds(0)).toBe("1970-01-01T00:00:00");
  expect(formatWallSeconds(-1)).toBe("1969-12-31T23:59:59");
});

test.each(["2023-02-29", "1900-02-29", "2023-13-01", "2023-00-10", "2023-1-1", "", "0000-01-01"])(
  "%s is no day",
  (text) => expect(parseDate(text)).toBeNull(),
);
