import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { Filled, Kept, Slot } from "@/lib/domain/calendar/conflicts";
import { freeSlots, type InTheWay, type Week } from "@/lib/domain/calendar/free-slots";
import { saySlots } from "@/lib/domain/calendar/say-slots";
import { weekdayOf } from "@/lib/domain/calendar/zone-day";

const week: Week = { hoursFrom: "09:00", hoursTo: "18:00", workDays: [1, 2, 3, 4, 5], zone: "Europe/Berlin" };
const nothing: InTheWay = { filled: [], kept: [], usual: { travelMinutes: 30 } };
/** Thursday 3 December 2026, 10:00 in Berlin. */
const now = Date.parse("2026-12-03T09:00:00Z");
const HOUR = 3_600_000;
const asked = (minutes: number, place = "") => ({
  startsAt: now + HOUR,
  endsAt: now + HOUR + minutes * 60_000,
  place,
  travelMinutes: null,
});
const busy = (from: string, to: string, place = ""): Filled => ({
  startsAt: Date.parse(from),
  endsAt: Date.parse(to),
  title: "Busy",
  place,
  travelMinutes: null,
  eventId: null,
});
const say = (slots: Slot[], otherZone: string | null = null) =>
  saySlots(slots, { zone: "Europe/Berlin", locale: "en-GB" }, otherZone).split("\n");

describe("Three free times are proposed", () => {
  test("the first two hours from now, and no two of them in one piece", () => {
    expect(say(freeSlots(asked(30), now, week, nothing))).toEqual([
      "Thu 3 Dec, 12:00–12:30",
      "Thu 3 Dec, 14:30–15:00",
      "Fri 4 Dec, 09:00–09:30",
    ]);
  });

  test("around what is asked for, before it and after it, and not two weeks earlier because that is sooner", () => {
    const supper = Date.parse("2026-12-17T18:00:00Z");
    const evening = { ...asked(90), startsAt: supper, endsAt: supper + 1.5 * HOUR };
    expect(say(freeSlots(evening, now, week, nothing))).toEqual([
      "Thu 17 Dec, 13:00–14:30",
      "Thu 17 Dec, 16:30–18:00",
      "Fri 18 Dec, 09:00–10:30",
    ]);
  });

  test("not on days that are no work days, nor over what is there, nor without time for the way", () => {
    const filled = [
      busy("2026-12-03T10:00:00Z", "2026-12-03T17:00:00Z"),
      busy("2026-12-07T09:00:00Z", "2026-12-07T10:00:00Z", "Ministry"),
    ];
    const kept: Kept[] = [
      { ...busy("2026-12-03T23:00:00Z", "2026-12-04T23:00:00Z"), source: "away", title: "" },
    ];
    expect(say(freeSlots(asked(60, "Studio"), now, week, { ...nothing, filled, kept }))).toEqual([
      "Mon 7 Dec, 11:30–12:30",
      "Mon 7 Dec, 14:30–15:30",
      "Tue 8 Dec, 09:00–10:00",
    ]);
  });

  test("where the other side is, they are awake; what it is there is said", () => {
    const slots = freeSlots(asked(30), now, week, nothing, "America/Toronto");
    expect(say(slots, "America/Toronto")).toEqual([
      "Thu 3 Dec, 13:00–13:30 (07:00–07:30 in Toronto)",
      "Thu 3 Dec, 15:30–16:00 (09:30–10:00 in Toronto)",
      "Fri 4 Dec, 13:00–13:30 (07:00–07:30 in Toronto)",
    ]);
    expect(say(freeSlots(asked(30), now, week, nothing, "Pacific/Auckland"), "Pacific/Auckland")[0]).toBe(
      "Fri 4 Dec, 09:00–09:30 (21:00–21:30 in Auckland)",
    );
  });

  test("where it is night for them all day long, times are proposed all the same", () => {
    const early = { ...week, hoursFrom: "09:00", hoursTo: "11:00" };
    const slots = freeSlots(asked(30), now, early, nothing, "America/Los_Angeles");
    expect(slots).toHaveLength(3);
    expect(say(slots, "America/Los_Angeles")[0]).toBe("Fri 4 Dec, 09:00–09:30 (00:00–00:30 in Los Angeles)");
  });

  test("with another day there, the day is said as well", () => {
    const slot = { startsAt: "2026-12-03T16:00:00Z", endsAt: "2026-12-03T17:00:00Z" };
    expect(say([slot], "Asia/Tokyo")).toEqual(["Thu 3 Dec, 17:00–18:00 (Fri 4 Dec, 01:00–02:00 in Tokyo)"]);
    expect(say([slot], "Europe/Paris")).toEqual(["Thu 3 Dec, 17:00–18:00"]);
  });

  test("one day with room gives what it has, quarters of an hour too; a full month gives none", () => {
    const room = (until: string): Filled[] => [
      busy("2026-12-01T00:00:00Z", "2026-12-08T08:05:00Z"),
      busy(until, "2027-02-01T00:00:00Z"),
    ];
    const one = freeSlots(asked(45), now, week, { ...nothing, filled: room("2026-12-08T09:50:00Z") });
    expect(say(one)).toEqual(["Tue 8 Dec, 09:30–10:15"]);
    const two = freeSlots(asked(30), now, week, { ...nothing, filled: room("2026-12-08T09:20:00Z") });
    expect(say(two)).toEqual(["Tue 8 Dec, 09:30–10:00"]);
    expect(freeSlots(asked(45), now, week, { ...nothing, filled: room("2026-12-08T08:10:00Z") })).toEqual([]);
  });

  test("what is longer than the day has hours is not proposed", () => {
    expect(freeSlots(asked(10 * 60), now, week, nothing)).toEqual([]);
  });
});

describe("Whatever zone, season, and calendar", () => {
  const zones = [
    "UTC",
    "Europe/Berlin",
    "Europe/London",
    "America/Toronto",
    "America/St_Johns",
    "America/Santiago",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Apia",
  ];
  const anyBusy = fc.array(
    fc.record({
      from: fc.integer({ min: 0, max: 28 * 96 }),
      quarters: fc.integer({ min: 1, max: 40 }),
      isKept: fc.boolean(),
      place: fc.constantFrom("", "Ministry", "Studio"),
    }),
    { maxLength: 60 },
  );

  test("a proposed time is free, in the desk's hours on a work day, as long as asked, soon, and no two overlap", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 1460 * 24 }),
        fc.integer({ min: 1, max: 12 }),
        anyBusy,
        (zone, hours, quarters, taken) => {
          const at = Date.parse("2024-01-01T00:00:00Z") + hours * HOUR;
          const one = {
            startsAt: at,
            endsAt: at + quarters * 15 * 60_000,
            place: "Studio",
            travelMinutes: null,
          };
          const spans = taken.map(({ from, quarters: long, ...rest }) => ({
            ...rest,
            startsAt: at + from * 900_000,
            endsAt: at + (from + long) * 900_000,
          }));
          const filled = spans
            .filter((span) => !span.isKept)
            .map((span) => ({ ...span, title: "", travelMinutes: null, eventId: null }));
          const kept = spans
            .filter((span) => span.isKept)
            .map((span) => ({ ...span, source: "protected" as const, title: "" }));
          const slots = freeSlots(one, at, { ...week, zone }, { filled, kept, usual: { travelMinutes: 30 } });
          expect(slots.length).toBeLessThanOrEqual(3);
          let before = at + 2 * HOUR;
          for (const slot of slots) {
            const [starts, ends] = [Date.parse(slot.startsAt), Date.parse(slot.endsAt)];
            expect(starts).toBeGreaterThanOrEqual(before);
            expect(ends - starts).toBe(quarters * 900_000);
            expect(starts).toBeLessThanOrEqual(at + 28 * 24 * HOUR);
            before = ends;
            const [from, to] = [starts, ends].map((ms) =>
              Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone),
            );
            expect(from?.dayOfWeek).toBeLessThanOrEqual(5);
            expect(weekdayOf(from?.toPlainDate().toString() ?? "")).toBe(from?.dayOfWeek);
            expect((from?.minute ?? 1) % 15).toBe(0);
            expect(from?.toPlainTime().toString() ?? "").toMatch(/^(09|1[0-7]):/);
            expect((to?.toPlainTime().toString() ?? "") <= "18:00:00").toBe(true);
            for (const span of kept) expect(span.startsAt >= ends || span.endsAt <= starts).toBe(true);
            for (const span of filled) {
              const way = span.place === "Studio" ? 0 : 30 * 60_000;
              expect(span.startsAt >= ends + way || span.endsAt + way <= starts).toBe(true);
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
