import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stretchTitle } from "@/components/calendar/stretch-title";
import {
  calendarLooks,
  daysOf,
  newEntryDay,
  readLook,
  stepFrom,
  stretchOf,
  turnTo,
} from "@/lib/domain/calendar/stretch";
import { addDays, weekdayOf } from "@/lib/domain/calendar/zone-day";

describe("A person goes through the calendar", () => {
  test("a week begins on Monday, whichever of its days is asked for", () => {
    const weeks = ["2026-12-07", "2026-12-09", "2026-12-13"].map((day) => stretchOf({ look: "week", day }));
    expect(new Set(weeks.map(({ from, to }) => `${from} ${to}`))).toEqual(new Set(["2026-12-07 2026-12-14"]));
    expect(daysOf(stretchOf({ look: "day", day: "2026-12-31" }))).toEqual(["2026-12-31"]);
  });

  test("a step forward and one back leads to the same days, in every look and all years", () => {
    const day = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays("1950-01-01", n));
    fc.assert(
      fc.property(fc.constantFrom(...calendarLooks), day, (look, from) => {
        const there = stepFrom({ look, day: from }, 1);
        expect(stretchOf(there).from > stretchOf({ look, day: from }).from).toBe(true);
        expect(stretchOf(stepFrom(there, -1))).toEqual(stretchOf({ look, day: from }));
      }),
    );
  });

  test("weeks and days follow one another without a gap", () => {
    for (const look of ["week", "day"] as const) {
      const next = stepFrom({ look, day: "2026-12-30" }, 1);
      expect(stretchOf(next).from).toBe(stretchOf({ look, day: "2026-12-30" }).to);
    }
    expect(weekdayOf(stretchOf({ look: "week", day: "2027-01-01" }).from)).toBe(1);
  });

  test("who comes nearer comes to today where it is in sight, and else stays on the day", () => {
    const today = "2026-12-08";
    expect(turnTo("week", { look: "month", day: "2026-12-01" }, today).day).toBe(today);
    expect(turnTo("agenda", { look: "month", day: "2026-12-20" }, today).day).toBe(today);
    expect(turnTo("week", { look: "month", day: "2027-02-01" }, today).day).toBe("2027-02-01");
    expect(turnTo("month", { look: "week", day: "2026-12-10" }, today).day).toBe("2026-12-10");
    expect(turnTo("agenda", { look: "day", day: "2026-12-11" }, today).day).toBe("2026-12-11");
    expect(turnTo("week", { look: "month", day: "2026-11-05" }, "2026-12-02").day).toBe("2026-11-05");
  });

  test("an address that names no look is no look", () => {
    expect([readLook("week"), readLook("year"), readLook(null), readLook("__proto__")]).toEqual([
      "week",
      null,
      null,
      null,
    ]);
  });

  test("a stretch is called by what a person would say", () => {
    const say = (look: (typeof calendarLooks)[number], day: string) => stretchTitle({ look, day }, "en-GB");
    expect(say("month", "2026-12-08")).toBe("December 2026");
    expect(say("week", "2026-12-08")).toBe("7 – 13 Dec 2026");
    expect(say("week", "2026-12-29")).toBe("28 Dec 2026 – 3 Jan 2027");
    expect(say("day", "2026-12-08")).toBe("Tuesday 8 December 2026");
    expect(say("agenda", "2026-12-01")).toBe("1 Dec – 28 Dec 2026");
  });

  test("makes an entry where one looks: today if it is in sight, else where the period begins", () => {
    const today = "2026-11-27";
    expect(newEntryDay({ look: "month", day: "2026-11-01" }, today)).toBe(today);
    expect(newEntryDay({ look: "month", day: "2026-12-15" }, today)).toBe("2026-12-01");
    expect(newEntryDay({ look: "week", day: "2026-12-16" }, today)).toBe("2026-12-14");
    expect(newEntryDay({ look: "day", day: "2026-12-16" }, today)).toBe("2026-12-16");
    expect(newEntryDay({ look: "agenda", day: "2026-11-20" }, today)).toBe(today);
  });
});
