import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { clockChangesBetween } from "@/lib/domain/calendar/clock-changes";

const zones = [
  "Europe/Berlin",
  "Europe/London",
  "America/New_York",
  "America/St_Johns",
  "America/Santiago",
  "Africa/Casablanca",
  "Asia/Jerusalem",
  "Asia/Kathmandu",
  "Asia/Beirut",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "UTC",
];

/** The same, asked of the library that knows every change by name. */
function byTemporal(from: number, to: number, zone: string) {
  const changes: { at: string; minutes: number }[] = [];
  let now = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  for (;;) {
    const next = now.getTimeZoneTransition("next");
    if (next === null || next.epochMilliseconds > to) return changes;
    const before = next.subtract({ seconds: 1 });
    const minutes = (next.offsetNanoseconds - before.offsetNanoseconds) / 6e10;
    if (minutes !== 0) changes.push({ at: new Date(next.epochMilliseconds).toISOString(), minutes });
    now = next;
  }
}

test.each(zones)("Every clock change of two years in %s is told, to the second", (zone) => {
  const from = Date.parse("2026-01-07T13:37:11Z");
  const to = Date.parse("2027-12-30T09:00:00Z");
  const found = clockChangesBetween(from, to, zone).map(({ at, minutes }) => ({ at, minutes }));
  expect(found).toEqual(byTemporal(from, to, zone));
});

test("A meeting on the Monday after the clocks go back is warned about, one on the Saturday before is not", () => {
  const friday = Date.parse("2026-10-23T10:00:00Z");
  expect(clockChangesBetween(friday, Date.parse("2026-10-26T09:00:00Z"), "Europe/Berlin")).toEqual([
    { zone: "Europe/Berlin", at: "2026-10-25T01:00:00.000Z", minutes: -60 },
  ]);
  expect(clockChangesBetween(friday, Date.parse("2026-10-24T09:00:00Z"), "Europe/Berlin")).toEqual([]);
});

test("What is over has no clock change before it", () => {
  expect(clockChangesBetween(Date.parse("2026-11-26"), Date.parse("2026-10-01"), "Europe/Berlin")).toEqual(
    [],
  );
});
