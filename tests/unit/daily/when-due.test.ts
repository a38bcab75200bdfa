import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayAt, wallAt } from "@/lib/domain/calendar/zone-day";
import { type DailyWish, dailyDayDue, dailyKey, nextDaily } from "@/lib/domain/daily/when-due";

const seed = Date.now() % 1_000_000_007;
const zones = [
  "Pacific/Kiritimati",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Europe/Berlin",
  "America/St_Johns",
  "Pacific/Niue",
];
const wish = (more: Partial<DailyWish> = {}): DailyWish => ({
  hour: 7,
  zone: "Europe/Berlin",
  from: null,
  ...more,
});
const due = (at: string, more: Partial<DailyWish> = {}) => dailyDayDue(wish(more), new Date(at));

describe("The hour at which Mira's daily mail goes out", () => {
  test("at seven where she lives, and not a minute before", () => {
    expect(due("2026-11-23T05:59:59Z")).toBeNull();
    expect(due("2026-11-23T06:00:00Z")).toBe("2026-11-23");
  });

  test("in Auckland she has Monday's while it is still Sunday in Berlin", () => {
    expect(due("2026-11-22T18:00:00Z", { zone: "Pacific/Auckland" })).toBe("2026-11-23");
  });

  test("a server that comes up in the evening still sends the day's, and never that of a day that is over", () => {
    expect(due("2026-11-23T22:59:00Z")).toBe("2026-11-23");
    expect(due("2026-11-24T05:00:00Z")).toBeNull();
  });

  test("one that was due at eleven at night is caught up on for six hours, midnight or not", () => {
    expect(due("2026-11-24T03:59:00Z", { hour: 23 })).toBe("2026-11-23");
    expect(due("2026-11-24T04:00:00Z", { hour: 23 })).toBeNull();
  });

  test("seven stays seven when the clocks change; an hour that is skipped counts on, and of one that comes twice the first is meant", () => {
    expect(due("2026-03-29T05:00:00Z")).toBe("2026-03-29");
    expect(due("2026-10-25T05:59:00Z")).toBeNull();
    expect(due("2026-10-25T06:00:00Z")).toBe("2026-10-25");
    expect(due("2026-03-29T00:59:00Z", { hour: 2 })).toBeNull();
    expect(due("2026-03-29T01:00:00Z", { hour: 2 })).toBe("2026-03-29");
    expect(due("2026-10-25T00:00:00Z", { hour: 2 })).toBe("2026-10-25");
  });

  test("who switches it on in the afternoon gets the first one tomorrow", () => {
    const from = new Date("2026-11-23T14:00:00Z");
    expect(due("2026-11-23T14:01:00Z", { from })).toBeNull();
    expect(due("2026-11-24T06:00:00Z", { from })).toBe("2026-11-24");
    expect(new Date(nextDaily(wish(), from)).toISOString()).toBe("2026-11-24T06:00:00.000Z");
  });

  test("its key is one a day, and the later day's comes later in the alphabet", () => {
    expect([dailyKey("2026-11-23"), dailyKey("2026-12-01") > dailyKey("2026-11-30")]).toEqual([
      "daily:2026-11-23",
      true,
    ]);
  });

  test(`whatever the zone and hour, a server that looks every half hour sends one a day (seed ${seed})`, () => {
    const asked = fc.record({
      zone: fc.constantFrom(...zones),
      hour: fc.integer({ min: 0, max: 23 }),
      at: fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2039, 11, 1) }),
    });
    fc.assert(
      fc.property(asked, ({ zone, hour, at }) => {
        const first = addDays(dayAt(at, zone), 1);
        const sent: string[] = [];
        for (let n = 0; n < 48 * 4; n += 1) {
          const now = at + n * 30 * 60_000;
          const day = dailyDayDue({ zone, hour, from: null }, new Date(now));
          if (day === null || sent.at(-1) === day) continue;
          // Never before the hour on the clock of the day it is for.
          expect(wallAt(now, zone) >= `${day}T${String(hour).padStart(2, "0")}:00`).toBe(true);
          sent.push(day);
        }
        expect(new Set(sent).size).toBe(sent.length);
        expect([first, addDays(first, 1)].every((day) => sent.includes(day))).toBe(true);
      }),
      { seed, numRuns: 60 },
    );
  });
});
