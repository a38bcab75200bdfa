import { expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { extendSeries } from "@/lib/use-cases/calendar/extend-series";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { confirm, file, preview } from "../import/files";

const at = new Date("2026-11-22T10:00:00Z");

/** A clock that nobody else has: half an hour off, an hour ahead from the first Sunday in May to the first in October. */
const observatory = [
  "BEGIN:VTIMEZONE",
  "TZID:Observatory",
  ...part("STANDARD", "20001001T030000", "+0330", "+0230", "FREQ=YEARLY;BYMONTH=10;BYDAY=1SU"),
  ...part("DAYLIGHT", "20000507T020000", "+0230", "+0330", "FREQ=YEARLY;BYMONTH=5;BYDAY=1SU"),
  "END:VTIMEZONE",
];

function part(name: string, start: string, from: string, to: string, rule: string): string[] {
  const offsets = [`TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`];
  return [`BEGIN:${name}`, `DTSTART:${start}`, ...offsets, `RRULE:${rule}`, `END:${name}`];
}

function calendarWith(...lines: string[]): string {
  const event = ["BEGIN:VEVENT", "UID:night", "SUMMARY:First light", ...lines, "END:VEVENT"];
  return ["BEGIN:VCALENDAR", "VERSION:2.0", ...observatory, ...event, "END:VCALENDAR", ""].join("\r\n");
}

async function startsIn(actor: Actor, year: number): Promise<string[]> {
  const rows = must(
    await readAs(actor, (tx) =>
      tx.eventOccurrence.findMany({
        where: {
          workspaceId: actor.workspace.id,
          startsAt: { gte: new Date(Date.UTC(year, 0)), lt: new Date(Date.UTC(year + 1, 0)) },
        },
        orderBy: { startsAt: "asc" },
      }),
    ),
  );
  return rows.map(({ startsAt }) => startsAt.toISOString());
}

test("A series on a clock that only its file knows keeps that clock, summer and winter, long after the file was read", async () => {
  const { client, system } = await cast(at);
  const text = calendarWith(
    "DTSTART;TZID=Observatory:20260115T220000",
    "DTEND;TZID=Observatory:20260115T230000",
    "RRULE:FREQ=MONTHLY;BYMONTHDAY=15;BYMONTH=1,7",
  );
  await confirm(client, (await preview(client, [file("a.ics", text)], at)).id, at);
  const expected = (year: number) => [`${year}-01-15T19:30:00.000Z`, `${year}-07-15T18:30:00.000Z`];
  expect(await startsIn(client, 2027)).toEqual(expected(2027));
  expect(await startsIn(client, 2031)).toEqual(expected(2031));

  must(await extendSeries(system, new Date("2029-06-01T10:00:00Z")));
  expect(await startsIn(client, 2029)).toEqual(expected(2029));
  expect(await startsIn(client, 2033)).toEqual(expected(2033));
});

test("What happens every day is in the calendar on every day of the five years ahead", async () => {
  const { client } = await cast(at);
  const text = calendarWith("DTSTART;TZID=Europe/Berlin:20200101T070000", "RRULE:FREQ=DAILY");
  await confirm(client, (await preview(client, [file("b.ics", text)], at)).id, at);
  expect(await startsIn(client, 2026)).toHaveLength(365);
  expect(await startsIn(client, 2030)).toHaveLength(365);
  expect((await startsIn(client, 2031)).at(-1)?.slice(0, 7)).toBe("2031-11");
});

test("A calendar with a thousand series is read, and every one of them comes to the calendar", async () => {
  const { client } = await cast(at);
  const series = Array.from({ length: 1000 }, (_, n) =>
    [
      "BEGIN:VEVENT",
      `UID:s${n}`,
      `SUMMARY:Course ${n}`,
      "DTSTART:20260105T180000Z",
      `RRULE:FREQ=MONTHLY;BYMONTHDAY=${1 + (n % 28)}`,
      "END:VEVENT",
    ].join("\r\n"),
  );
  const text = ["BEGIN:VCALENDAR", ...series, "END:VCALENDAR", ""].join("\r\n");
  const before = await preview(client, [file("c.ics", text)], at);
  expect(before.counts.events).toMatchObject({ make: 1000, skip: 0 });
  expect((await confirm(client, before.id, at)).counts.events).toMatchObject({ make: 1000 });
  expect(await startsIn(client, 2030)).toHaveLength(12_000);
}, 120_000);
