import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aheadWords, hoursThere } from "@/lib/domain/calendar/other-zone";
import { daysOf } from "@/lib/domain/calendar/stretch";
import { addDays } from "@/lib/domain/calendar/zone-day";

const zones = [
  "Europe/Berlin",
  "America/Toronto",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Honolulu",
  "America/Santiago",
  "Africa/Casablanca",
  "Asia/Tokyo",
  "Pacific/Chatham",
  "UTC",
];
const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);

/** What an independent clock says stands on the other wall at that hour of that day. */
function asked(day: string, time: string, zone: string, other: string) {
  const there = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).withTimeZone(other);
  const ahead = Temporal.PlainDate.from(day).until(there.toPlainDate()).days;
  return `${there.toPlainTime().toString({ smallestUnit: "minute" })} ${ahead}`;
}

describe("A second clock stands beside the hours", () => {
  test("at every hour of the weeks in which the clocks of twelve zones change, to and fro", () => {
    const weeks = [
      "2026-03-07",
      "2026-03-26",
      "2026-04-02",
      "2026-09-03",
      "2026-09-24",
      "2026-10-22",
      "2026-10-29",
    ];
    for (const [at, zone] of zones.entries())
      for (const other of [zones[(at + 1) % 12] ?? "", zones[(at + 5) % 12] ?? ""])
        for (const from of weeks) {
          const days = daysOf({ from, to: addDays(from, 7) });
          for (const time of hours) {
            const there = hoursThere(time, days, zone, other);
            const says = days.map((day) => there.findLast((hour) => hour.from <= day));
            const right = days.map((day) => asked(day, time, zone, other));
            expect(says.map((hour) => `${hour?.time} ${hour?.ahead}`)).toEqual(right);
          }
        }
  });

  test("a clock that changes within the week is told twice, and from which day on", () => {
    const week = daysOf({ from: "2027-03-22", to: "2027-03-29" });
    expect(hoursThere("09:00", week, "Europe/Berlin", "America/Toronto")).toEqual([
      { from: "2027-03-22", time: "04:00", ahead: 0 },
      { from: "2027-03-28", time: "03:00", ahead: 0 },
    ]);
    expect(hoursThere("09:00", week, "Europe/Berlin", "Europe/Vienna")).toHaveLength(1);
  });

  test("another date there is said in days", () => {
    const day = ["2026-12-08"];
    const [tokyo] = hoursThere("16:00", day, "Europe/Berlin", "Asia/Tokyo");
    expect(tokyo).toMatchObject({ time: "00:00", ahead: 1 });
    const [honolulu] = hoursThere("09:00", day, "Europe/Berlin", "Pacific/Honolulu");
    expect(honolulu).toMatchObject({ time: "22:00", ahead: -1 });
    expect([aheadWords(1), aheadWords(-1), aheadWords(0), aheadWords(2)]).toEqual([
      "+1 day",
      "−1 day",
      "",
      "+2 days",
    ]);
  });
});
