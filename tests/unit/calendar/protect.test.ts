import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { ProtectedInput } from "@/lib/domain/calendar/kept";
import { keepings, nextKeeping, whyNotSuchHours } from "@/lib/domain/calendar/protect";
import { sayProtected } from "@/lib/domain/calendar/say-protected";
import { addDays, instantAt, weekdayOf } from "@/lib/domain/calendar/zone-day";
import { evening } from "../../support/keep";

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
const spans = (hours: ProtectedInput, from: string, to: string) =>
  keepings(hours, from, to).map(({ startsAt, endsAt }) =>
    [startsAt, endsAt].map((at) => new Date(at).toISOString().slice(0, 16)).join(" to "),
  );

describe("Mira's hours are kept as she says them", () => {
  test("every Friday evening, on the wall of her zone, also after the clocks went forward", () => {
    expect(spans(evening(), "2027-03-19", "2027-04-03")).toEqual([
      "2027-03-19T17:00 to 2027-03-19T22:00",
      "2027-03-26T17:00 to 2027-03-26T22:00",
      "2027-04-02T16:00 to 2027-04-02T21:00",
    ]);
  });

  test("a night is kept over midnight, and is there for whoever asks for the morning alone", () => {
    const night = evening({ from: "22:00", minutes: 480, rule: "FREQ=DAILY" });
    expect(spans(night, "2026-12-05", "2026-12-06")).toEqual([
      "2026-12-04T21:00 to 2026-12-05T05:00",
      "2026-12-05T21:00 to 2026-12-06T05:00",
    ]);
  });

  test("once is once, and whole days are from midnight to midnight", () => {
    const days = evening({ rule: "", allDay: true, minutes: 3 * 1440, firstOn: "2026-12-24" });
    expect(spans(days, "2026-01-01", "2030-01-01")).toEqual(["2026-12-23T23:00 to 2026-12-26T23:00"]);
  });

  test("a day that is left out is free, those around it are not", () => {
    const left = spans(evening({ exceptOn: ["2026-12-11"] }), "2026-12-01", "2026-12-20");
    expect(left.map((span) => span.slice(0, 10))).toEqual(["2026-12-04", "2026-12-18"]);
  });

  test.each([
    ["FREQ=WEEKLY;BYDAY=FR;UNTIL=20261211", 2],
    ["FREQ=WEEKLY;BYDAY=FR;UNTIL=20261211T170000Z", 2],
    ["FREQ=WEEKLY;BYDAY=FR;UNTIL=20261211T165959Z", 1],
    ["FREQ=WEEKLY;BYDAY=FR;COUNT=3", 3],
    ["FREQ=MONTHLY;BYDAY=-1FR", 12],
    ["FREQ=YEARLY", 1],
  ])("%s keeps as many as it says", (rule, count) => {
    expect(keepings(evening({ rule }), "2026-12-01", "2027-12-01")).toHaveLength(count);
  });

  test("of an hour that comes twice in autumn, all of it is kept", () => {
    const late = evening({ rule: "", firstOn: "2027-10-30", from: "22:00", minutes: 270 });
    expect(spans(late, "2027-10-30", "2027-11-01")).toEqual(["2027-10-30T20:00 to 2027-10-31T01:30"]);
  });

  test("the next time is the one that is running, or the one to come", () => {
    const at = (iso: string) => nextKeeping(evening(), new Date(iso))?.day;
    expect(at("2026-12-04T21:59:00Z")).toBe("2026-12-04");
    expect(at("2026-12-04T22:00:00Z")).toBe("2026-12-11");
    expect(nextKeeping(evening({ rule: "" }), new Date("2026-12-04T22:00:00Z"))).toBeNull();
  });
});

describe("Twelve zones, both clock changes", () => {
  test("a daily stretch begins and ends where the wall of its zone says, every day of four years", () => {
    const anyHours = fc.record({
      zone: fc.constantFrom(...zones),
      start: fc.integer({ min: 0, max: 1460 }),
      minute: fc.integer({ min: 0, max: 1439 }),
      minutes: fc.integer({ min: 5, max: 1440 }),
    });
    fc.assert(
      fc.property(anyHours, ({ zone, start, minute, minutes }) => {
        const day = addDays("2024-01-01", start);
        const from = new Date(minute * 60_000).toISOString().slice(11, 16);
        const [one] = keepings(
          evening({ zone, firstOn: day, from, minutes, rule: "FREQ=DAILY" }),
          day,
          addDays(day, 1),
        );
        const wall = Temporal.PlainDateTime.from(`${day}T${from}`);
        const starts = wall.toZonedDateTime(zone).epochMilliseconds;
        const ends = wall
          .add({ minutes })
          .toZonedDateTime(zone, { disambiguation: "later" }).epochMilliseconds;
        expect(one).toEqual({
          startsAt: starts,
          endsAt: ends > starts ? ends : starts + minutes * 60_000,
          day,
        });
      }),
      { numRuns: 4000 },
    );
  });

  test("every Friday is a Friday, and none is missing, in six years", () => {
    for (const zone of zones) {
      const found = keepings(evening({ zone, firstOn: "2026-01-01" }), "2026-01-01", "2032-01-01");
      expect(found).toHaveLength(313);
      expect(
        found.every(
          ({ day, startsAt }) => weekdayOf(day) === 5 && startsAt === instantAt(day, "18:00", zone),
        ),
      ).toBe(true);
    }
  });
});

describe("Hours that cannot be kept are refused at their field", () => {
  test.each<[Partial<ProtectedInput>, string]>([
    [{ zone: "Europe/Nowhere" }, "zone"],
    [{ zone: "+01:00" }, "zone"],
    [{ allDay: true, minutes: 90 }, "minutes"],
    [{ rule: "FREQ=HOURLY" }, "rule"],
    [{ rule: "FREQ=DAILY;BYHOUR=1,2" }, "rule"],
    [{ rule: "FREQ=WEEKLY;BYDAY=XX" }, "rule"],
    [{ rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" }, "rule"],
    [{ rule: "FREQ=WEEKLY;BYDAY=FR;UNTIL=20200101" }, "rule"],
    [{ rule: "FREQ=DAILY", minutes: 1500 }, "minutes"],
    [{ rule: "hello" }, "rule"],
  ])("%j", (said, field) => {
    const no = whyNotSuchHours(evening(said));
    expect(no?.code === "invalid" ? Object.keys(no.fields) : no).toEqual([field]);
  });

  test("what a client may well say is taken", () => {
    for (const rule of [
      "",
      "FREQ=DAILY",
      "FREQ=WEEKLY",
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
      "FREQ=MONTHLY;BYDAY=1MO",
    ])
      expect(whyNotSuchHours(evening({ rule, minutes: 1440 }))).toBeNull();
  });
});

describe("Protected hours are said in words", () => {
  test.each<[Partial<ProtectedInput>, string]>([
    [{}, "Every Friday, 18:00–23:00"],
    [{ rule: "FREQ=WEEKLY" }, "Every Friday, 18:00–23:00"],
    [{ rule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" }, "Every weekday, 18:00–23:00"],
    [{ rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR" }, "Every 2 weeks on Friday, 18:00–23:00"],
    [{ rule: "FREQ=DAILY", from: "22:00", minutes: 480 }, "Every day, 22:00–06:00 the next day"],
    [{ rule: "", minutes: 360 }, "4 December 2026, 18:00–24:00"],
    [{ rule: "FREQ=WEEKLY;BYDAY=SU", allDay: true, minutes: 1440 }, "Every Sunday, the whole day"],
    [{ rule: "", allDay: true, minutes: 4320 }, "4 December 2026, 3 whole days"],
    [
      { rule: "FREQ=MONTHLY", firstOn: "2026-12-31" },
      "Every month on the 31st, where there is one, 18:00–23:00",
    ],
    [{ rule: "FREQ=YEARLY", firstOn: "2026-12-24" }, "Every year on the 24th in December, 18:00–23:00"],
    [
      { rule: "FREQ=WEEKLY;BYDAY=FR;UNTIL=20271231T225959Z" },
      "Every Friday until 31 December 2027, 18:00–23:00",
    ],
    [{ rule: "FREQ=WEEKLY;BYDAY=FR;COUNT=10" }, "Every Friday, 10 times, 18:00–23:00"],
  ])("%j is “%s”", (said, words) => expect(sayProtected(evening(said))).toBe(words));
});
