import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expandOccurrences } from "@/lib/adapters/calendar/expand-occurrences";
import { readCalendar } from "@/lib/adapters/calendar/read-calendar";
import type { ReadEvent } from "@/lib/adapters/calendar/read-event-types";
import { writeCalendar } from "@/lib/adapters/calendar/write-calendar";
import { type EntryToWrite, once } from "@/lib/adapters/calendar/write-event";
import { dayTime, inFormOf, timeIn } from "@/lib/adapters/calendar/write-time";
import { formatDayNumber, formatWallSeconds } from "@/lib/domain/calendar/civil-date";

const seed = Date.now() % 1_000_000_007;
const stamp = new Date("2026-11-25T08:00:00Z");

const ZONES = [
  "Europe/Berlin",
  "Europe/London",
  "America/New_York",
  "America/St_Johns",
  "America/Sao_Paulo",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "Asia/Jerusalem",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Pacific/Chatham",
  "UTC",
  "+05:30",
];

function read(text: string): ReadEvent[] {
  const found = readCalendar(Buffer.from(text));
  expect({ notes: found.notes, skipped: found.skipped }).toEqual({ notes: [], skipped: [] });
  return found.events;
}

function entry(more: Partial<EntryToWrite> & Pick<EntryToWrite, "start">): EntryToWrite {
  return { ...once(more.start, null), uid: "one@firsthand", stamp, sequence: 0, summary: "Lunch", ...more };
}

const berlin = (local: string) => timeIn("Europe/Berlin", new Date(local));

const words = fc.string({ unit: "grapheme", maxLength: 300 }).map((text) => text.normalize().trim());

/** A start in any form, from 2020 to 2030, with an end. */
const spans = fc
  .record({
    zone: fc.constantFrom(...ZONES, null, "floating"),
    at: fc.integer({ min: 18_262, max: 21_900 }),
    minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
    lasts: fc.integer({ min: 0, max: 3 * 24 * 60 }),
  })
  .map(({ zone, at, minute, lasts }) => {
    if (zone === null)
      return { start: dayTime(formatDayNumber(at)), end: dayTime(formatDayNumber(at + 1 + (lasts % 5))) };
    const wall = (at * 24 * 60 + minute) * 60;
    if (zone === "floating") {
      const floating = (seconds: number) =>
        ({
          kind: "floating",
          local: formatWallSeconds(seconds),
          zone: null,
          writtenZone: null,
          utc: null,
        }) as const;
      return { start: floating(wall), end: floating(wall + (lasts + 1) * 60) };
    }
    return {
      start: timeIn(zone, new Date(wall * 1000)),
      end: timeIn(zone, new Date((wall + (lasts + 1) * 60) * 1000)),
    };
  });

const rules = fc.constantFrom(
  "FREQ=DAILY;COUNT=12",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
  "FREQ=MONTHLY;BYDAY=-1FR",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
  "FREQ=WEEKLY;UNTIL=20290101",
  "FREQ=WEEKLY;UNTIL=20290101T120000",
  "FREQ=WEEKLY;UNTIL=20290101T120000Z",
);

const window = { from: "2019-12-01", to: "2031-12-31", zone: "Europe/Berlin" };

/** When an entry happens, as instants. */
function times(events: readonly (ReadEvent | EntryToWrite)[]): string[] {
  return expandOccurrences(events as ReadEvent[], window).occurrences.map(
    ({ startUtc, endUtc, allDay }) => `${startUtc} ${endUtc} ${allDay}`,
  );
}

describe("What leaves this desk as iCalendar is what was on it", () => {
  test(`every word comes back as it was written, and no line is longer than 75 bytes (seed ${seed})`, () => {
    fc.assert(
      fc.property(words, words, words, (summary, location, description) => {
        const text = writeCalendar({ name: summary }, [
          entry({ start: berlin("2026-12-04T09:00:00Z"), summary, location, description }),
        ]);
        for (const line of text.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(Buffer.from(line).toString()).toBe(line);
        }
        const [event] = read(text);
        const said = [event?.summary, event?.location, event?.description].map((one) => one ?? "");
        expect(said).toEqual([summary, location, description].map(withoutControls));
      }),
      { seed, numRuns: 300 },
    );
  });

  test(`every time comes back, in its zone, with its rule and its exceptions (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        spans,
        fc.option(rules),
        fc.array(fc.nat({ max: 11 }), { maxLength: 4 }),
        (span, rule, taken) => {
          const series = entry({ ...span, rules: rule === null ? [] : [rule] });
          const before = expandOccurrences([series as unknown as ReadEvent], window).occurrences;
          // An exception may be written in another zone than its series: a program moved it while travelling.
          const exdates = taken.flatMap((n) => {
            const found = before[n];
            if (!found) return [];
            return [found.allDay ? dayTime(found.start) : timeIn("Asia/Tokyo", new Date(found.startUtc))];
          });
          const whole = {
            ...series,
            exdates: span.start.kind === "floating" || rule === null ? [] : exdates,
          };
          expect(times(read(writeCalendar({}, [whole])))).toEqual(times([whole]));
        },
      ),
      { seed, numRuns: 400 },
    );
  });

  test("an override stands in the form of its series, wherever it was moved to", () => {
    const series = entry({
      start: berlin("2026-10-05T07:00:00Z"),
      end: berlin("2026-10-05T08:00:00Z"),
      rules: ["FREQ=WEEKLY;COUNT=8"],
    });
    const moved = entry({
      start: timeIn("America/New_York", new Date("2026-10-27T13:00:00Z")),
      recurrenceId: timeIn("UTC", new Date("2026-10-26T08:00:00Z")),
      sequence: 1,
    });
    const text = writeCalendar({}, [series, moved]);
    expect(text).toContain("RECURRENCE-ID;TZID=Europe/Berlin:20261026T090000\r\n");
    expect(times(read(text))).toEqual(times([series, moved]));
  });

  test("an hour that the clock shows twice is told apart", () => {
    const [first, second] = [berlin("2026-10-25T00:30:00Z"), berlin("2026-10-25T01:30:00Z")];
    const text = writeCalendar({}, [entry({ start: first }), entry({ uid: "two@firsthand", start: second })]);
    expect(text).toContain("DTSTART;TZID=Europe/Berlin:20261025T023000\r\n");
    expect(text).toContain("DTSTART:20261025T013000Z\r\n");
  });

  test("names the head as feeds and messages want it", () => {
    const feed = writeCalendar({ name: "Mira, all of it", refreshMinutes: 60 }, []);
    expect(feed.split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Firsthand//Calendar//EN",
      "CALSCALE:GREGORIAN",
      "NAME:Mira\\, all of it",
      "X-WR-CALNAME:Mira\\, all of it",
      "REFRESH-INTERVAL;VALUE=DURATION:PT60M",
      "X-PUBLISHED-TTL:PT60M",
      "END:VCALENDAR",
      "",
    ]);
    expect(writeCalendar({ method: "REPLY" }, [])).toContain("METHOD:REPLY\r\n");
  });

  test("nobody is named as a guest or as organiser unless whoever writes says so", () => {
    const line = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:mira@example.org";
    const start = berlin("2026-12-04T09:00:00Z");
    expect(writeCalendar({}, [entry({ start })])).not.toMatch(/ATTENDEE|ORGANIZER|mailto/);
    expect(writeCalendar({}, [entry({ start, more: [line] })])).toContain(`${line}\r\n`);
  });

  test("a link that is no web address, and a line that hides in a text, do no harm", () => {
    const start = berlin("2026-12-04T09:00:00Z");
    const text = writeCalendar({}, [
      entry({
        start,
        link: "javascript:alert(1)",
        summary: "Lunch\r\nATTENDEE:mailto:eve@example.org",
        uid: "a\nb",
      }),
      entry({ start, link: "https://meet.example.org/a b\r\nX-EVIL:1" }),
    ]);
    expect(text).toContain("SUMMARY:Lunch\\nATTENDEE:mailto:eve@example.org\r\n");
    expect(text).not.toContain("javascript");
    expect(text).not.toMatch(/^(ATTENDEE|X-EVIL|b)/m);
  });
});

test("A day given to a timed series means the time of the series on that day", () => {
  const start = berlin("2026-03-28T08:00:00Z");
  expect(inFormOf(dayTime("2026-03-30"), start)).toEqual(berlin("2026-03-30T07:00:00Z"));
});

/** The reader trims each text; control characters cannot be written. */
function withoutControls(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]/gu, "")
    .replace(/\r\n?/g, "\n")
    .trim();
}
