import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDay, stepFrom, stretchOf } from "@/lib/domain/calendar/stretch";
import {
  addDays,
  dayAt,
  instantAt,
  isZone,
  isZoneToChoose,
  startOfDay,
  wallAt,
  weekdayOf,
} from "@/lib/domain/calendar/zone-day";

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/Toronto",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "Australia/Lord_Howe",
  "America/Santiago",
];
const iso = (at: number) => new Date(at).toISOString();

describe("A day is the day where the client lives", () => {
  test("the same instant is another day in Apia than in Toronto", () => {
    const at = Date.parse("2026-11-22T11:00:00Z");
    expect(zones.map((zone) => dayAt(at, zone).slice(8)).join(" ")).toBe("22 22 22 22 23 22 22");
    expect(wallAt(at, "Asia/Kathmandu")).toBe("2026-11-22T16:45:00");
  });

  test("a skipped hour counts on, of a doubled one the first is meant", () => {
    expect(iso(instantAt("2026-03-29", "02:30", "Europe/Berlin"))).toBe("2026-03-29T01:30:00.000Z");
    expect(iso(instantAt("2026-10-25", "02:30", "Europe/Berlin"))).toBe("2026-10-25T00:30:00.000Z");
  });

  test("where midnight is skipped, the day begins an hour later", () => {
    expect(wallAt(startOfDay("2026-09-06", "America/Santiago"), "America/Santiago")).toBe(
      "2026-09-06T01:00:00",
    );
  });

  test("every day of thirty years begins on itself, in every zone", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 11_000 }), (zone, n) => {
        const day = addDays("2015-01-01", n);
        expect(dayAt(startOfDay(day, zone), zone)).toBe(day);
        expect(dayAt(startOfDay(day, zone) - 1000, zone)).toBe(addDays(day, -1));
      }),
      { numRuns: 2000 },
    );
  });

  test("Monday is one and Sunday is seven", () => {
    expect([weekdayOf("2026-11-23"), weekdayOf("2026-11-22"), weekdayOf("1969-12-29")]).toEqual([1, 7, 1]);
  });
});

describe("What a calendar page shows", () => {
  test("December 2026 is drawn from Monday 30 November to Sunday 3 January", () => {
    expect(stretchOf({ look: "month", day: "2026-12-17" })).toEqual({ from: "2026-11-30", to: "2027-01-04" });
  });

  test("a February of exactly four weeks is drawn in four rows", () => {
    expect(stretchOf({ look: "month", day: "2027-02-10" })).toEqual({ from: "2027-02-01", to: "2027-03-01" });
  });

  test("the agenda lists four weeks from its day", () => {
    expect(stretchOf({ look: "agenda", day: "2026-11-22" })).toEqual({
      from: "2026-11-22",
      to: "2026-12-20",
    });
  });

  test("going on and back again leads to the same month", () => {
    expect(stepFrom({ look: "month", day: "2026-01-31" }, 1).day).toBe("2026-02-01");
    expect(stepFrom({ look: "month", day: "2026-03-31" }, -1).day).toBe("2026-02-01");
    expect(stepFrom({ look: "agenda", day: "2026-11-22" }, -1).day).toBe("2026-10-25");
  });

  test("a day that is none, or of another age, is not gone to", () => {
    expect(["2026-02-30", "26-1-1", "9999-01-01", "", null].map(readDay)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(readDay("2028-02-29")).toBe("2028-02-29");
  });
});

describe("A zone", () => {
  test.each([
    ["Europe/Berlin", true, true],
    ["America/Argentina/Ushuaia", true, true],
    ["UTC", true, true],
    // PostgreSQL takes these for offsets that know no summer.
    ["CET", true, false],
    ["EST", true, false],
    // JavaScript takes them for Kolkata, Dhaka and Sydney; others for something else, or for nothing.
    ["IST", false, false],
    ["BST", false, false],
    ["aet", false, false],
    ["SystemV/AST4", false, false],
    ["+01:00", false, false],
    ["Europe/Nowhere", false, false],
  ])("%s is one of the IANA database: %s, and may be chosen: %s", (name, is, mayBe) => {
    expect([isZone(name), isZoneToChoose(name)]).toEqual([is, mayBe]);
  });
});
