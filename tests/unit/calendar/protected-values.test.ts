import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  emptyProtected,
  fromProtected,
  type ProtectedValues,
  toProtected,
} from "@/components/calendar/protected-values";
import type { ProtectedInput } from "@/lib/domain/calendar/kept";
import { keepings, whyNotSuchHours } from "@/lib/domain/calendar/protect";
import { addDays } from "@/lib/domain/calendar/zone-day";
import { evening } from "../../support/keep";

const typed = (part: Partial<ProtectedValues>) =>
  toProtected({ ...emptyProtected("2026-12-04", "Europe/Berlin"), ...part });
const never = { ...emptyProtected("2026-12-04", "UTC").repeat, how: "never" as const };

describe("Protected hours are typed as they are said", () => {
  test("an evening a week, from the day on which one begins", () => {
    expect(typed({}).input).toMatchObject({ rule: "FREQ=WEEKLY;BYDAY=FR", from: "18:00", minutes: 240 });
  });

  test.each([
    ["18:00", "22:00", 240],
    ["22:00", "06:00", 480],
    ["18:00", "00:00", 360],
    ["18:00", "18:00", 1440],
  ])("from %s until %s are %i minutes", (from, until, minutes) => {
    expect(typed({ from, until }).input.minutes).toBe(minutes);
  });

  test("whole days include the last", () => {
    const { input } = typed({ allDay: true, lastOn: "2026-12-06", repeat: never });
    expect(input).toMatchObject({ allDay: true, from: "00:00", minutes: 3 * 1440, rule: "" });
  });

  test("what cannot be read is said at its field", () => {
    const repeat = {
      ...emptyProtected("2026-12-04", "UTC").repeat,
      every: 0,
      end: "until" as const,
      until: "",
    };
    expect(Object.keys(typed({ firstOn: "", from: "9", until: "", repeat }).errors)).toEqual([
      "firstOn",
      "from",
      "until",
      "rule.every",
      "rule.until",
    ]);
    expect(typed({ allDay: true, lastOn: "2026-12-01" }).errors).toHaveProperty("lastOn");
  });
});

describe("Whoever opens them finds what was said", () => {
  const same = (hours: ProtectedInput) => {
    const { input } = toProtected(fromProtected(hours));
    const when = (of: ProtectedInput) => keepings(of, "2026-01-01", "2029-01-01");
    expect(when(input)).toEqual(when(hours));
    expect(input).toMatchObject({
      title: hours.title,
      zone: hours.zone,
      minutes: hours.minutes,
      allDay: hours.allDay,
    });
  };

  test("whatever the rule, the length and the first day", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          "",
          "FREQ=DAILY;INTERVAL=40",
          "FREQ=WEEKLY;BYDAY=FR",
          "FREQ=WEEKLY;INTERVAL=6;BYDAY=MO,TH",
          "FREQ=MONTHLY;INTERVAL=2",
          "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1SU",
          "FREQ=YEARLY",
          "FREQ=WEEKLY;INTERVAL=6;BYDAY=SA;UNTIL=20270630",
          "FREQ=WEEKLY;INTERVAL=6;COUNT=9",
          "FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,TU;BYSETPOS=1",
        ),
        fc.integer({ min: 0, max: 27 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 5, max: 4000 }),
        fc.boolean(),
        (rule, day, minute, length, allDay) => {
          const from = allDay ? "00:00" : new Date(minute * 60_000).toISOString().slice(11, 16);
          const minutes = allDay ? Math.ceil(length / 1440) * 1440 : length;
          const hours = evening({ rule, firstOn: addDays("2026-12-01", day), from, minutes, allDay });
          fc.pre(whyNotSuchHours(hours) === null);
          same(hours);
        },
      ),
    );
  });

  test("hours whose rule picks a later day than the first begin with that one", () => {
    expect(fromProtected(evening({ firstOn: "2026-12-01" })).firstOn).toBe("2026-12-04");
  });

  test("days that are left out stay so", () => {
    expect(toProtected(fromProtected(evening({ exceptOn: ["2026-12-11"] }))).input.exceptOn).toEqual([
      "2026-12-11",
    ]);
  });
});
