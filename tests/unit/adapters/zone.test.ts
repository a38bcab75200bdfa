import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { toEpoch, toWall, zoneById } from "@/lib/adapters/calendar/zone";
import { zoneOfName } from "@/lib/adapters/calendar/zone-of-name";
import { formatWallSeconds } from "@/lib/domain/calendar/civil-date";

const ZONES = [
  "Europe/Berlin",
  "Europe/London",
  "Europe/Dublin",
  "America/New_York",
  "America/St_Johns",
  "America/Sao_Paulo",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "Asia/Tehran",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Auckland",
];

/** Temporal is the other reader: both must agree on every wall, also where the clock jumps. */
test.each(ZONES)("the clock in %s is the one Temporal knows, over forty years", (id) => {
  const zone = zoneById(id);
  if (!zone) throw new Error(id);
  const from = Date.UTC(1998, 0, 1) / 1000;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 * 365 * 96 }), (quarter) => {
      const wall = from + quarter * 900;
      const epoch =
        Temporal.PlainDateTime.from(formatWallSeconds(wall)).toZonedDateTime(id).epochMilliseconds / 1000;
      expect(toEpoch(zone, wall)).toBe(epoch);
    }),
    { numRuns: 300 },
  );
});

test.each(ZONES)("every quarter of an hour around the jumps of 2024 in %s", (id) => {
  const zone = zoneById(id);
  if (!zone) throw new Error(id);
  let at: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from(`2024-01-01T00:00[${id}]`);
  for (let jumps = 0; jumps < 4; jumps++) {
    at = at?.getTimeZoneTransition("next") ?? null;
    if (!at || at.year > 2025) break;
    const middle = toWall(zone, at.epochMilliseconds / 1000);
    for (let wall = middle - 4 * 3600; wall <= middle + 4 * 3600; wall += 900) {
      const expected =
        Temporal.PlainDateTime.from(formatWallSeconds(wall)).toZonedDateTime(id).epochMilliseconds / 1000;
      expect(toEpoch(zone, wall)).toBe(expected);
    }
  }
});

describe("a zone by the name a program gave it", () => {
  test.each([
    ["europe/berlin", "Europe/Berlin"],
    ["/Europe/Stockholm", "Europe/Stockholm"],
    ["/mozilla.org/20070129_1/America/New_York", "America/New_York"],
    [
      "/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires",
      "America/Argentina/Buenos_Aires",
    ],
    ["posix/Europe/Vaduz", "Europe/Vaduz"],
    ["America/Los Angeles", "America/Los_Angeles"],
    ["Pacific Standard Time", "America/Los_Angeles"],
    ["W. Europe Standard Time", "Europe/Berlin"],
    ["(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam"],
    ["(GMT-05:00) Eastern Time (US & Canada)", "America/New_York"],
    ["Western/Central Europe", "Europe/Berlin"],
  ])("%s is %s", (name, id) => expect(zoneOfName(name)?.id).toBe(id));

  test.each(["CUSTOM_tzid", "__proto__", "constructor", "", "(UTC+01:00) Nowhere", "x".repeat(5000)])(
    "%.30s says nothing",
    (name) => expect(zoneOfName(name)).toBeNull(),
  );
});
