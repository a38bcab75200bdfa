import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isLeapYear } from "@/lib/domain/calendar/civil-date";
import { addDays, dayAt, startOfDay } from "@/lib/domain/calendar/zone-day";
import { dayTaskFor } from "@/lib/domain/person/day-task";
import { remembranceOfDeath } from "@/lib/domain/person/remembrance";
import { isYearlyDate, type LeapDayRule, occurrenceInYear } from "@/lib/domain/person/yearly-date";

// Where clients live: clocks that skip midnight, move by half an hour or two, and stand a day apart.
const zones = [
  "Africa/Cairo",
  "America/New_York",
  "America/Santiago",
  "America/St_Johns",
  "Antarctica/Troll",
  "Asia/Beirut",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Europe/Lisbon",
  "Pacific/Apia",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
];
const HOUR = 3_600_000;
const FIRST = 2026;
const YEARS = 40;
/** Written into the titles, so that a bad day can be lived through again. */
const seed = Date.now() % 1_000_000_007;

const aDay = fc
  .record({
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    year: fc.option(fc.integer({ min: 1930, max: 2020 })),
  })
  .filter(isYearlyDate);
/** Year ends, and 29 February, more often than chance would bring them. */
const yearly = fc.oneof(
  aDay,
  fc.constant({ month: 2, day: 29, year: null }),
  fc.constant({ month: 2, day: 29, year: 1992 }),
  fc.constant({ month: 1, day: 1, year: null }),
  fc.constant({ month: 12, day: 31, year: 1980 }),
);
const life = fc.record({
  date: yearly,
  rule: fc.constantFrom<LeapDayRule>("28-feb", "1-mar"),
  leadDays: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })),
  assistantZone: fc.constantFrom(...zones),
  gaps: fc.array(fc.integer({ min: 6, max: 23 }), { minLength: 5, maxLength: 40 }),
});

type Made = { day: string; at: number };

/**
 * Forty years of a job that runs at odd hours, never a whole day apart: the tasks it makes, one per source key however often
 * it asks. Weeks in which nothing can be asked for are passed over.
 */
function live(
  zone: string,
  leadDays: number,
  gaps: number[],
  ask: (today: string) => { day: string; sourceKey: string } | null,
  days: string[],
) {
  const made = new Map<string, Made[]>();
  let run = 0;
  for (const day of days) {
    const end = startOfDay(addDays(day, 2), zone);
    for (let at = startOfDay(addDays(day, -leadDays - 3), zone); at < end; run++) {
      const task = ask(dayAt(at, zone));
      const known = task ? (made.get(task.sourceKey) ?? []) : [];
      if (task && known.length === 0) made.set(task.sourceKey, [{ day: task.day, at }]);
      else if (task && known[0]?.day !== task.day) known.push({ day: task.day, at });
      at += (gaps[run % gaps.length] ?? 1) * HOUR;
    }
  }
  return made;
}

describe.each(zones)("A client who lives in %s", (zone) => {
  test(`has one task for a day of every year, at its start, never early and never missed (seed ${seed})`, () => {
    fc.assert(
      fc.property(life, ({ date, rule, leadDays, assistantZone, gaps }) => {
        const one = { ...date, id: crypto.randomUUID(), kind: "birthday", label: "", leadDays } as const;
        const years = Array.from({ length: YEARS }, (_, n) => FIRST + n);
        const days = years.map((year) => occurrenceInYear(date, year, rule));
        const made = live(zone, leadDays, gaps, (today) => dayTaskFor(one, "Noor", today, rule), days);

        expect(made.size).toBe(YEARS);
        for (const [n, day] of days.entries()) {
          const tasks = made.get(`day:${one.id}:${years[n]}`) ?? [];
          expect(tasks.map((task) => task.day)).toEqual([day]);
          const [{ at }] = tasks as [Made];
          const due = startOfDay(day, zone);
          expect(dayAt(due, zone)).toBe(day);
          expect(dayAt(due - 1, zone)).toBe(addDays(day, -1));
          expect(dayAt(at, zone) >= addDays(day, -leadDays)).toBe(true);
          expect(dayAt(at, zone) <= day).toBe(true);
          // The same moment, whoever looks: to the assistant it is that day, the one before or the one after.
          const there = dayAt(due, assistantZone);
          expect([addDays(day, -1), day, addDays(day, 1)]).toContain(there);
        }
      }),
      { seed, numRuns: 4 },
    );
  });
});

test("29 February is kept on the day the client chose, and on itself where there is one", () => {
  for (let year = FIRST; year < FIRST + YEARS; year++)
    for (const [rule, instead] of [
      ["28-feb", "02-28"],
      ["1-mar", "03-01"],
    ] as const) {
      const day = occurrenceInYear({ month: 2, day: 29, year: null }, year, rule);
      expect(day).toBe(`${year}-${isLeapYear(year) ? "02-29" : instead}`);
    }
});

test(`Somebody who has died is remembered once a year, from the year after on (seed ${seed})`, () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 0, max: 30 }),
      fc.array(fc.integer({ min: 6, max: 23 }), { minLength: 5, maxLength: 20 }),
      (zone, since, leadDays, gaps) => {
        const dead = { id: crypto.randomUUID(), name: "Beth", diedOn: addDays("2018-01-01", since) };
        const [year = 0, month = 0, day = 0] = dead.diedOn.split("-").map(Number);
        const years = Array.from({ length: 10 }, (_, n) => year + n);
        const days = years.map((one) => occurrenceInYear({ month, day, year: null }, one, "28-feb"));
        const ask = (today: string) => remembranceOfDeath(dead, leadDays, today, "28-feb");
        const made = [...live(zone, leadDays, gaps, ask, days).values()].flat();
        expect(made.map((task) => task.day).sort()).toEqual(days.slice(1));
      },
    ),
    { seed, numRuns: 20 },
  );
});
