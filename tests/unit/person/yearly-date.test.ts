import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ageOn,
  formatYearlyDate,
  isYearlyDate,
  nextOccurrence,
  occurrencesBetween,
  parseYearlyDate,
  type YearlyDate,
} from "@/lib/domain/person/yearly-date";

const leapling: YearlyDate = { year: 1996, month: 2, day: 29 };

describe("a birthday comes round", () => {
  test.each([
    ["the day before", "2026-04-14", "2026-04-15"],
    ["on the day", "2026-04-15", "2026-04-15"],
    ["the day after", "2026-04-16", "2027-04-15"],
    ["long before they were born", "1990-01-01", "1996-04-15"],
  ])("asked %s", (_, from, next) => {
    expect(nextOccurrence({ year: 1996, month: 4, day: 15 }, from, "28-feb")).toBe(next);
  });

  test.each([
    ["28-feb", "2026-02-01", "2026-02-28"],
    ["28-feb", "2026-03-01", "2027-02-28"],
    ["1-mar", "2026-02-28", "2026-03-01"],
    ["1-mar", "2026-03-01", "2026-03-01"],
    ["1-mar", "2026-03-02", "2027-03-01"],
    ["28-feb", "2027-12-31", "2028-02-29"],
    ["1-mar", "2028-02-29", "2028-02-29"],
  ] as const)("of someone born on 29 February, kept by %s, asked on %s", (rule, from, next) => {
    expect(nextOccurrence(leapling, from, rule)).toBe(next);
  });

  test("without a year it comes round all the same, and nobody's age is told", () => {
    const date = { year: null, month: 12, day: 24 };
    expect(nextOccurrence(date, "2026-12-25", "28-feb")).toBe("2027-12-24");
    expect(ageOn(date, "2026-12-24", "28-feb")).toBeNull();
  });

  test("an age changes on the day that is kept", () => {
    expect(ageOn(leapling, "2026-02-27", "28-feb")).toBe(29);
    expect(ageOn(leapling, "2026-02-28", "28-feb")).toBe(30);
    expect(ageOn(leapling, "2026-02-28", "1-mar")).toBe(29);
    expect(ageOn(leapling, "1995-01-01", "28-feb")).toBeNull();
  });
});

describe("any date, over forty years", () => {
  const anyDate = fc
    .record({
      year: fc.option(fc.integer({ min: 1900, max: 2030 })),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
    })
    .filter(isYearlyDate);
  const anyRule = fc.constantFrom("28-feb" as const, "1-mar" as const);

  test("is kept exactly once in each year it exists in, and next means next", () => {
    fc.assert(
      fc.property(anyDate, anyRule, (date, rule) => {
        const all = occurrencesBetween(date, "2000-01-01", "2039-12-31", rule);
        expect(all).toHaveLength(40 - Math.max(0, (date.year ?? 2000) - 2000));
        let day = nextOccurrence(date, "2000-01-01", rule);
        for (const expected of all) {
          expect(day).toBe(expected);
          const [year, rest] = [day.slice(0, 4), day.slice(4)];
          day = nextOccurrence(
            date,
            rest === "-12-31" ? `${Number(year) + 1}-01-01` : `${year}${rest}~`,
            rule,
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  test("is written so that it can be read again", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(parseYearlyDate(formatYearlyDate(date))).toEqual(date);
      }),
    );
  });
});

test.each(["--02-30", "2023-02-29", "1996-13-01", "--00-10", "1996-04", "0415", ""])(
  "%s is no date to keep",
  (text) => {
    expect(parseYearlyDate(text)).toBeNull();
  },
);
