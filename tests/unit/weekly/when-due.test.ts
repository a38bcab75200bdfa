import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayAt, wallAt, weekdayOf } from "@/lib/domain/calendar/zone-day";
import { nextWeekly, type WeeklyWish, weeklyDayDue } from "@/lib/domain/weekly/when-due";

const seed = Date.now() % 1_000_000_007;
const zones = [
  "Pacific/Kiritimati",
  "Pacific/Auckland",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Asia/Tehran",
  "Europe/Berlin",
  "Europe/Lisbon",
  "UTC",
  "America/Sao_Paulo",
  "America/New_York",
  "America/St_Johns",
  "Pacific/Niue",
];

const wish = (more: Partial<WeeklyWish> = {}): WeeklyWish => ({
  weekday: 1,
  hour: 8,
  zone: "Europe/Berlin",
  from: null,
  ...more,
});
const due = (at: string, more: Partial<WeeklyWish> = {}) => weeklyDayDue(wish(more), new Date(at));

describe("The hour at which the weekly list is mailed", () => {
  test("on Monday at eight where the reader lives, and not a minute before", () => {
    expect(due("2026-11-23T06:59:59Z")).toBeNull();
    expect(due("2026-11-23T07:00:00Z")).toBe("2026-11-23");
  });

  test("a reader in Auckland has theirs while it is still Sunday where the client lives", () => {
    expect(due("2026-11-22T19:00:00Z", { zone: "Pacific/Auckland" })).toBe("2026-11-23");
    expect(due("2026-11-22T19:00:00Z")).toBeNull();
  });

  test("a server that comes up in the evening still sends that day's, and two days later none", () => {
    expect(due("2026-11-23T21:30:00Z")).toBe("2026-11-23");
    expect(due("2026-11-24T08:00:00Z")).toBeNull();
    expect(due("2026-11-25T08:00:00Z")).toBeNull();
  });

  test("one that was due at eleven at night is caught up on within six hours, midnight or not", () => {
    expect(due("2026-11-24T03:59:00Z", { hour: 23 })).toBe("2026-11-23");
    expect(due("2026-11-24T04:00:00Z", { hour: 23 })).toBeNull();
  });

  test("eight stays eight when the clocks change", () => {
    expect(due("2026-03-29T05:59:00Z", { weekday: 7 })).toBeNull();
    expect(due("2026-03-29T06:00:00Z", { weekday: 7 })).toBe("2026-03-29");
    expect(due("2026-10-25T06:59:00Z", { weekday: 7 })).toBeNull();
    expect(due("2026-10-25T07:00:00Z", { weekday: 7 })).toBe("2026-10-25");
  });

  test("an hour that is skipped counts on, and of one that comes twice the first is meant", () => {
    expect(due("2026-03-29T00:59:00Z", { weekday: 7, hour: 2 })).toBeNull();
    expect(due("2026-03-29T01:00:00Z", { weekday: 7, hour: 2 })).toBe("2026-03-29");
    expect(due("2026-10-25T00:00:00Z", { weekday: 7, hour: 2 })).toBe("2026-10-25");
  });

  test("who asks for it on Monday afternoon gets the first one next Monday", () => {
    const from = new Date("2026-11-23T14:00:00Z");

    expect(due("2026-11-23T14:01:00Z", { from })).toBeNull();
    expect(due("2026-11-30T07:00:00Z", { from })).toBe("2026-11-30");
    expect(new Date(nextWeekly(wish(), from)).toISOString()).toBe("2026-11-30T07:00:00.000Z");
  });

  test(`whatever the zone, a server that looks every minute sends one a week (seed ${seed})`, () => {
    const minute = 60_000;
    const asked = fc.record({
      zone: fc.constantFrom(...zones),
      weekday: fc.integer({ min: 1, max: 7 }),
      hour: fc.integer({ min: 0, max: 23 }),
      at: fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2039, 11, 1) }),
    });
    fc.assert(
      fc.property(asked, ({ at, ...rest }) => {
        const one = { ...rest, from: null };
        const next = nextWeekly(one, new Date(at));
        const day = weeklyDayDue(one, new Date(next));
        expect(day).not.toBeNull();
        expect(weekdayOf(day as string)).toBe(one.weekday);
        expect(day).toBe(dayAt(next, one.zone));
        expect(next).toBeGreaterThan(at);
        expect(next - at).toBeLessThanOrEqual((7 * 24 + 2) * 60 * minute);
        // What is due at the minute before is none, or last week's.
        expect(weeklyDayDue(one, new Date(next - minute))).not.toBe(day);
        // A skipped hour is told an hour later (or half of one, on Lord Howe); any other on the hour.
        const [, hour, minutes] = /T(\d\d):(\d\d)/.exec(wallAt(next, one.zone)) ?? [];
        expect(Number(hour) * 60 + Number(minutes) - one.hour * 60).toBeOneOf([0, 30, 60]);
        expect(weeklyDayDue(one, new Date(next + 8 * 24 * 60 * minute))).not.toBe(day);
        expect(addDays(day as string, 7)).toBe(dayAt(nextWeekly(one, new Date(next)), one.zone));
      }),
      { seed, numRuns: 1000 },
    );
  });
});
