import { describe, expect, test } from "vitest";
import { readComponents } from "@/lib/adapters/calendar/component";
import { partsOfComponent, zoneOfParts } from "@/lib/adapters/calendar/timezone-component";
import { writeZone } from "@/lib/adapters/calendar/write-timezone";
import { zoneById } from "@/lib/adapters/calendar/zone";
import { formatWallSeconds, SECONDS_PER_DAY, toDayNumber } from "@/lib/domain/calendar/civil-date";

function readBack(lines: string[]) {
  const component = readComponents(`${lines.join("\r\n")}\r\n`).root.children[0];
  const zone = component ? zoneOfParts(partsOfComponent(component), "written", { steps: 3_000_000 }) : null;
  if (!zone) throw new Error("nothing was written");
  return zone;
}

/** The instants from one year to before another at which two clocks differ, first of each year, every seven hours looked at. */
function differences(name: string, from: number, to: number, since = from): string[] {
  const zone = zoneById(name);
  if (!zone) throw new Error(`${name} is unknown`);
  const written = readBack(writeZone(name, since, since));
  const wrong: string[] = [];
  for (let year = from; year < to; year++) {
    const end = toDayNumber(year + 1, 1, 1) * SECONDS_PER_DAY;
    for (let at = toDayNumber(year, 1, 1) * SECONDS_PER_DAY; at < end; at += 7 * 3600) {
      if (written.offsetAt(at) === zone.offsetAt(at)) continue;
      wrong.push(`${name} ${formatWallSeconds(at)}`);
      break;
    }
  }
  return wrong;
}

describe("Whoever reads our calendar in another program sees the clocks that we see", () => {
  test("in every zone there is, from last year until far ahead", () => {
    const wrong = Intl.supportedValuesOf("timeZone").flatMap((name) => differences(name, 2025, 2040));
    expect(wrong).toEqual([]);
  });

  test.each([
    "Europe/Berlin",
    "America/New_York",
    "Asia/Tehran",
    "Asia/Pyongyang",
    "America/Caracas",
    "Pacific/Apia",
  ])("in %s since 1990, whatever was decided there", (name) =>
    expect(differences(name, 1990, 2036)).toEqual([]),
  );

  test.each([
    "Africa/Casablanca",
    "Asia/Gaza",
    "Asia/Jerusalem",
    "America/Nuuk",
    "America/Santiago",
    "Antarctica/Troll",
    "Europe/Dublin",
  ])("in %s up to the year 2049", (name) => expect(differences(name, 2026, 2050)).toEqual([]));
});

test("a zone that goes by a pair of rules is written as that pair, as the simplest programs want it", () => {
  expect(writeZone("Europe/Berlin", 2026, 2026)).toEqual([
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Berlin",
    "X-LIC-LOCATION:Europe/Berlin",
    "BEGIN:DAYLIGHT",
    "DTSTART:20250330T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:+0200",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:20251026T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:+0100",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
  ]);
});

test("south of the equator summer begins in October, and is the second half of the pair", () => {
  const lines = writeZone("Australia/Sydney", 2026, 2026);
  expect(lines.filter((line) => /^(BEGIN|RRULE)/.test(line))).toEqual([
    "BEGIN:VTIMEZONE",
    "BEGIN:STANDARD",
    "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU",
    "BEGIN:DAYLIGHT",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU",
  ]);
});

test("a zone without summer time, and an offset without a name, have one part", () => {
  expect(writeZone("Asia/Kathmandu", 2026, 2026).filter((line) => line.startsWith("BEGIN"))).toHaveLength(2);
  expect(writeZone("+05:30", 2026, 2026)).toContain("TZID:UTC+0530");
  expect(writeZone("+05:30", 2026, 2026)).toContain("TZOFFSETTO:+0530");
});
