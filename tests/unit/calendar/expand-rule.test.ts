import { describe, expect, test } from "vitest";
import { formatWallSeconds, SECONDS_PER_DAY, toDayNumber } from "@/lib/domain/calendar/civil-date";
import { expandRule } from "@/lib/domain/calendar/expand-rule";
import { formatRule, parseRule } from "@/lib/domain/calendar/recurrence-rule";

const NINE = 9 * 3600;

function starts(text: string, start: [number, number, number], lastYear = 2035, mostSteps = 500_000) {
  const parsed = parseRule(text);
  if (!parsed.ok) throw new Error(parsed.why);
  const wall = toDayNumber(...start) * SECONDS_PER_DAY + NINE;
  const to = toDayNumber(lastYear, 12, 31) * SECONDS_PER_DAY;
  return expandRule(parsed.rule, { start: wall, from: wall, to, until: null, mostResults: 50, mostSteps });
}

const days = (text: string, start: [number, number, number], lastYear?: number) =>
  starts(text, start, lastYear).walls.map((wall) => formatWallSeconds(wall).slice(0, 10));

describe("a rule that someone wrote", () => {
  test("born on 29 February, they are greeted in leap years only", () => {
    expect(days("FREQ=YEARLY", [2000, 2, 29], 2013)).toEqual([
      "2000-02-29",
      "2004-02-29",
      "2008-02-29",
      "2012-02-29",
    ]);
  });

  test.each([
    ["SKIP=FORWARD", "2013-03-01"],
    ["SKIP=BACKWARD", "2013-02-28"],
  ])("with %s the leap day has its day in every year (RFC 7529)", (skip, day) => {
    expect(days(`RSCALE=GREGORIAN;FREQ=YEARLY;${skip}`, [2012, 2, 29], 2013)).toEqual(["2012-02-29", day]);
  });

  test("the thirty-first moves back to the end of shorter months", () => {
    const found = days("RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=4", [2014, 1, 31]);
    expect(found).toEqual(["2014-01-31", "2014-02-28", "2014-03-31", "2014-04-30"]);
  });

  test("a plain and a counted weekday are taken together", () => {
    const found = days("FREQ=MONTHLY;BYDAY=MO,1TU;COUNT=4", [2024, 7, 1]);
    expect(found).toEqual(["2024-07-01", "2024-07-02", "2024-07-08", "2024-07-15"]);
  });

  test("the last day of the year is found from the end", () => {
    expect(days("FREQ=YEARLY;BYYEARDAY=-1;COUNT=2", [2023, 12, 31])).toEqual(["2023-12-31", "2024-12-31"]);
  });

  test("week 53 exists only in long years", () => {
    expect(days("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", [2010, 1, 1], 2027)).toEqual([
      "2015-12-28",
      "2020-12-28",
      "2026-12-28",
    ]);
  });

  test("a first date that does not fit the rule is not counted", () => {
    expect(days("FREQ=WEEKLY;BYDAY=MO;COUNT=2", [2000, 1, 5])).toEqual(["2000-01-10", "2000-01-17"]);
  });

  test.each([
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=SECONDLY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
    "FREQ=YEARLY;BYWEEKNO=20;BYMONTH=1",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300",
    "FREQ=HOURLY;INTERVAL=24;BYHOUR=5",
  ])("%s never happens, and says so without being waited for", (text) => {
    expect(starts(text, [2024, 1, 1]).walls).toEqual([]);
  });

  test("a rule that asks for too much stops and admits it", () => {
    const found = starts("FREQ=SECONDLY;COUNT=999999999", [2024, 1, 1]);
    expect(found.complete).toBe(false);
    expect(found.walls).toHaveLength(50);
  });

  test("a rule of the year 1 is entered where the window is", () => {
    const parsed = parseRule("FREQ=DAILY");
    if (!parsed.ok) throw new Error(parsed.why);
    const day = (year: number) => toDayNumber(year, 1, 1) * SECONDS_PER_DAY;
    const bounds = {
      start: day(1),
      from: day(2024),
      to: day(2024),
      until: null,
      mostResults: 5,
      mostSteps: 10,
    };
    expect(expandRule(parsed.rule, bounds)).toMatchObject({ walls: [day(2024)], complete: true });
  });
});

describe("reading a rule", () => {
  test.each([
    ["", "does not say how often"],
    ["FREQ=FORTNIGHTLY", "does not say how often"],
    ["FREQ=YEARLY;BYMONTHDAY=32", "can never happen"],
    ["FREQ=YEARLY;RSCALE=CHINESE", "chinese calendar"],
    ["FREQ=DAILY;UNTIL=someday", "end of the repeat rule"],
    [
      `FREQ=DAILY;BYHOUR=${[...Array(24).keys()]};BYMINUTE=${[...Array(60).keys()]};BYSECOND=0,30`,
      "1440 times a day",
    ],
    [`FREQ=DAILY;BYDAY=${"MO,".repeat(3000)}`, "too long"],
  ])("%.40s is refused with a sentence", (text, sentence) => {
    const parsed = parseRule(text);
    expect(parsed.ok ? "" : parsed.why).toContain(sentence);
  });

  test("blanks, small letters, zeros and a stray semicolon are forgiven", () => {
    const parsed = parseRule(" freq=weekly ; interval=0;count=0;byday=mo, tu ;");
    if (!parsed.ok) throw new Error(parsed.why);
    expect(formatRule(parsed.rule, null)).toBe("FREQ=WEEKLY;BYDAY=MO,TU");
    expect(parsed.notes).toHaveLength(2);
  });
});
