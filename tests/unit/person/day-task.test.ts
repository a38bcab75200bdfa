import { describe, expect, test } from "vitest";
import { type DayOfPerson, dayTaskFor, missedDayTask, readDayKey } from "@/lib/domain/person/day-task";

const id = "7b0c1a0e-0000-4000-8000-000000000001";
const day = (more: Partial<DayOfPerson>): DayOfPerson => ({
  id,
  kind: "birthday",
  label: "",
  month: 11,
  day: 28,
  year: null,
  leadDays: 7,
  ...more,
});
const ask = (date: DayOfPerson, today: string, rule: "28-feb" | "1-mar" = "28-feb") =>
  dayTaskFor(date, "Noor Haddad", today, rule);

describe("When a yearly day asks for a task", () => {
  test("on the first of its lead days and on the day itself, not a day before or after", () => {
    expect(ask(day({}), "2026-11-20")).toBeNull();
    expect(ask(day({}), "2026-11-21")).toMatchObject({ day: "2026-11-28", sourceKey: `day:${id}:2026` });
    expect(ask(day({}), "2026-11-28")?.day).toBe("2026-11-28");
    expect(ask(day({}), "2026-11-29")).toBeNull();
  });

  test("with no lead days only on the day; with a whole year always", () => {
    expect(ask(day({ leadDays: 0 }), "2026-11-27")).toBeNull();
    expect(ask(day({ leadDays: 0 }), "2026-11-28")).not.toBeNull();
    expect(ask(day({ leadDays: 365 }), "2026-11-29")?.day).toBe("2027-11-28");
  });

  test("for two weeks after the day too, where it was known before it came and nobody was there to say so", () => {
    const missed = (today: string, knownOn = "2026-01-01") =>
      missedDayTask(day({}), "Noor Haddad", knownOn, today, "28-feb")?.day ?? null;
    expect(missed("2026-11-28")).toBeNull();
    expect(missed("2026-11-29")).toBe("2026-11-28");
    expect(missed("2026-12-12")).toBe("2026-11-28");
    expect(missed("2026-12-13")).toBeNull();
    expect([missed("2026-11-30", "2026-11-27"), missed("2026-11-30", "2026-11-28")]).toEqual([
      "2026-11-28",
      null,
    ]);
  });

  test("29 February is kept on the 28th or on 1 March, as Mira chose, and the key is the same either way", () => {
    const leap = day({ month: 2, day: 29, leadDays: 0 });
    expect(ask(leap, "2027-02-28")?.day).toBe("2027-02-28");
    expect(ask(leap, "2027-02-28", "1-mar")).toBeNull();
    expect(ask(leap, "2027-03-01", "1-mar")?.sourceKey).toBe(`day:${id}:2027`);
    expect(ask(leap, "2028-02-29", "1-mar")?.day).toBe("2028-02-29");
  });

  test.each([
    [day({}), "Birthday · Noor Haddad"],
    [day({ year: 1986 }), "Birthday · Noor Haddad turns 40"],
    [day({ year: 2026 }), "Birthday · Noor Haddad"],
    [day({ kind: "anniversary", year: 2016 }), "Anniversary · Noor Haddad, 10 years"],
    [day({ kind: "other", label: "Name day" }), "Name day · Noor Haddad"],
    [day({ kind: "other", label: "First sale", year: 2025 }), "First sale · Noor Haddad, 1 year"],
  ])("the title says what is known, and an age only where the year is", (date, title) => {
    expect(ask(date, "2026-11-28")?.title).toBe(title);
  });

  test("a key is read back: whose day, which year, and whether somebody is remembered on it", () => {
    expect(readDayKey(`day:${id}:2026`)).toEqual({ id, year: 2026, isRemembrance: false });
    expect(readDayKey(`day:${id}:2026:remembered`)).toEqual({ id, year: 2026, isRemembrance: true });
    expect(readDayKey(`day:${id}:2026:else`)).toBeNull();
    expect(readDayKey("invite:x")).toBeNull();
    expect(readDayKey(null)).toBeNull();
  });
});
