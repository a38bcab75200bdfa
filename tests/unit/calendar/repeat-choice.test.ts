import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRepeat } from "@/lib/domain/calendar/read-repeat";
import { type MonthWay, monthWays, neverAgain, type RepeatChoice } from "@/lib/domain/calendar/repeat-choice";
import { writeRepeat } from "@/lib/domain/calendar/write-repeat";
import { addDays } from "@/lib/domain/calendar/zone-day";

const zone = "Europe/Berlin";
const friday = "2026-12-11";
const write = (part: Partial<RepeatChoice>, first = friday, allDay = false) =>
  writeRepeat({ ...neverAgain, ...part }, { first, zone, allDay });

describe("Whoever chooses how often gets the rule that calendars elsewhere understand", () => {
  test.each<[Partial<RepeatChoice>, string]>([
    [{ how: "never" }, ""],
    [{ how: "daily" }, "FREQ=DAILY"],
    [{ how: "weekly", every: 2 }, "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"],
    [{ how: "weekly", weekdays: [0, 2] }, "FREQ=WEEKLY;BYDAY=MO,WE,FR"],
    [{ how: "monthly", month: "day" }, "FREQ=MONTHLY;BYMONTHDAY=11"],
    [{ how: "monthly", month: "weekday" }, "FREQ=MONTHLY;BYDAY=2FR"],
    [{ how: "yearly", end: "times", times: 5 }, "FREQ=YEARLY;COUNT=5"],
    [{ how: "daily", end: "until", until: "2026-12-18" }, "FREQ=DAILY;UNTIL=20261218T225959Z"],
  ])("%j is %s", (part, rule) => expect(write(part)).toBe(rule));

  test("whole days end on a day, not at an hour (RFC 5545 §3.3.10)", () => {
    expect(write({ how: "daily", end: "until", until: "2026-12-18" }, friday, true)).toBe(
      "FREQ=DAILY;UNTIL=20261218",
    );
  });

  test("a month offers its last day and last Friday only on them", () => {
    expect(monthWays("2026-12-11")).toEqual(["day", "weekday"]);
    expect(monthWays("2026-12-25")).toEqual(["day", "weekday", "last-weekday"]);
    expect(monthWays("2027-02-28")).toEqual(["day", "last-day", "weekday", "last-weekday"]);
    expect(monthWays("2027-01-31")).toEqual(["day", "last-day", "last-weekday"]);
  });
});

describe("Whoever opens a repeating entry finds what was chosen", () => {
  const hows = fc.constantFrom("daily", "weekly", "monthly", "yearly");
  const anyChoice = fc.record({
    how: hows,
    every: fc.integer({ min: 1, max: 99 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
    way: fc.nat(),
    end: fc.constantFrom("never", "until", "times"),
    times: fc.integer({ min: 1, max: 500 }),
    start: fc.integer({ min: 0, max: 3000 }),
    zone: fc.constantFrom("UTC", "Asia/Kathmandu", "America/Toronto", "Pacific/Apia", "Europe/Berlin"),
  });

  test("every choice comes back as the same rule", () => {
    fc.assert(
      fc.property(anyChoice, ({ way, start, zone, ...typed }) => {
        const first = addDays("2026-01-01", start);
        const ways = monthWays(first);
        const month = ways[way % ways.length] as MonthWay;
        const until = addDays(first, 400);
        const choice = { ...neverAgain, ...typed, month, until } as RepeatChoice;
        const rule = writeRepeat(choice, { first, zone, allDay: false });
        const back = readRepeat(rule, first, zone);
        expect(back.how).toBe(typed.how);
        expect(writeRepeat(back, { first, zone, allDay: false })).toBe(rule);
      }),
    );
  });

  test.each(["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=HOURLY", "FREQ=WEEKLY;BYMONTH=5", "x"])(
    "a rule without a field of its own stays as it is: %s",
    (rule) => {
      const back = readRepeat(rule, friday, zone);
      expect(back).toMatchObject({ how: "other", other: rule });
      expect(writeRepeat(back, { first: friday, zone, allDay: false })).toBe(rule);
    },
  );

  test("a fortnight whose Sunday belongs to the Monday after it stays so; where it makes no difference, the week begins on Monday", () => {
    const rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU";
    expect(readRepeat(rule, "2026-12-13", zone)).toMatchObject({ how: "other", other: rule });
    const usual = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;WKST=SU";
    expect(readRepeat(usual, friday, zone)).toMatchObject({ how: "weekly", weekdays: [0] });
  });

  test("what another program leaves unsaid is understood from the first time", () => {
    expect(readRepeat("FREQ=WEEKLY;WKST=SU", friday, zone)).toMatchObject({ how: "weekly", weekdays: [] });
    expect(readRepeat("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=11", friday, zone).how).toBe("yearly");
    expect(readRepeat("FREQ=MONTHLY", friday, zone)).toMatchObject({ how: "monthly", month: "day" });
  });
});
