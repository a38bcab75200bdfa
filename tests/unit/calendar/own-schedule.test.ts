import { describe, expect, test } from "vitest";
import { scheduleOf } from "@/lib/domain/calendar/own-schedule";
import { must } from "../../support/must";

const lunch = {
  start: "2026-12-04T12:00",
  end: "2026-12-04T13:00",
  allDay: false,
  zone: "Europe/Berlin",
  rule: "",
};
const schedule = (said: Partial<typeof lunch>) => must(scheduleOf({ ...lunch, ...said }, "lunch@firsthand"));
const why = (said: Partial<typeof lunch>) => {
  const read = scheduleOf({ ...lunch, ...said }, "lunch@firsthand");
  return read.ok || read.refusal.code !== "invalid" ? null : read.refusal.fields;
};

describe("When an entry happens, as somebody types it", () => {
  test("is kept on the wall of its zone, with the instant beside it", () => {
    expect(schedule({ zone: "America/Toronto" })).toMatchObject({
      start: {
        kind: "zoned",
        local: "2026-12-04T12:00:00",
        zone: "America/Toronto",
        utc: "2026-12-04T17:00:00Z",
      },
      end: { local: "2026-12-04T13:00:00", utc: "2026-12-04T18:00:00Z" },
      rules: [],
    });
    expect(schedule({ zone: "UTC" }).start).toMatchObject({ kind: "utc", utc: "2026-12-04T12:00:00Z" });
  });

  test("ends whole days with the day after the last one", () => {
    const { start, end } = schedule({ allDay: true, start: "2026-12-28", end: "2026-12-30" });
    expect([start.local, end?.local, start.zone]).toEqual(["2026-12-28", "2026-12-31", null]);
  });

  test("through the night in which clocks change lasts as long as it lasts", () => {
    const night = schedule({ start: "2027-03-27T23:00", end: "2027-03-28T06:00" });
    expect([night.start.utc, night.end?.utc]).toEqual(["2027-03-27T22:00:00Z", "2027-03-28T04:00:00Z"]);
  });

  test.each([
    ["FREQ=WEEKLY;UNTIL=20261231", "FREQ=WEEKLY;UNTIL=20261231T225959Z"],
    ["freq=weekly;byday=fr,mo;wkst=mo", "FREQ=WEEKLY;BYDAY=FR,MO"],
    ["FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "FREQ=MONTHLY;COUNT=3;BYDAY=-1FR"],
  ])("repeats by %s, which is written %s", (rule, written) => {
    expect(schedule({ rule }).rules).toEqual([written]);
  });

  test("of whole days ends its rule with a day", () => {
    const days = { allDay: true, start: "2026-12-04", end: "2026-12-04" };
    expect(schedule({ ...days, rule: "FREQ=DAILY;UNTIL=20261210T235959Z" }).rules).toEqual([
      "FREQ=DAILY;UNTIL=20261210",
    ]);
  });

  test.each([
    [{ end: "2026-12-04T12:00" }, "end"],
    [{ end: "2027-12-10T12:00" }, "end"],
    [{ end: "2026-12-04" }, "end"],
    [{ start: "2026-12-04" }, "start"],
    [{ allDay: true, start: "2026-12-04", end: "2026-12-03" }, "end"],
    [{ zone: "+01:00" }, "zone"],
    [{ rule: "FREQ=MINUTELY" }, "rule"],
    [{ rule: "FREQ=DAILY;BYHOUR=9" }, "rule"],
    [{ rule: "FREQ=DAILY;COUNT=3;UNTIL=20270101" }, "rule"],
    [{ rule: "FREQ=DAILY;COUNT=100000" }, "rule"],
    [{ rule: "FREQ=DAILY;FREQ=WEEKLY" }, "rule"],
    [{ rule: "FREQ=DAILY;UNTIL=20260101" }, "rule"],
    [{ rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" }, "rule"],
    [{ rule: "every Friday" }, "rule"],
  ])("%j is refused at its field", (said, field) => {
    expect(Object.keys(why(said) ?? {})).toEqual([field]);
  });
});
