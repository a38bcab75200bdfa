import fc from "fast-check";
import { expect, test } from "vitest";
import { expandOccurrences } from "@/lib/adapters/calendar/expand-occurrences";
import type { ReadEvent } from "@/lib/adapters/calendar/read-event-types";
import { scheduleOf } from "@/lib/domain/calendar/own-schedule";
import { editSeries, removeFromSeries, type SeriesRow } from "@/lib/domain/calendar/series";
import { wallTime } from "@/lib/domain/calendar/wall-time";
import { wallAt } from "@/lib/domain/calendar/zone-day";
import { must } from "../../support/must";

type Row = SeriesRow<{ title: string }>;
const zones = [
  "Europe/Berlin",
  "America/Toronto",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Auckland",
];
const rules = [
  "FREQ=DAILY;COUNT=40",
  "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=40",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SA,SU;COUNT=40",
  "FREQ=WEEKLY;INTERVAL=3;BYDAY=WE,SU;WKST=SU;COUNT=20",
  "FREQ=DAILY;INTERVAL=5;COUNT=20",
  "FREQ=MONTHLY;INTERVAL=2;COUNT=12",
  "FREQ=MONTHLY;COUNT=12",
  "FREQ=WEEKLY;UNTIL=20270401",
];
const step = fc.record({
  what: fc.constantFrom("edit", "remove"),
  scope: fc.constantFrom("one", "following", "all"),
  which: fc.nat(200),
  days: fc.integer({ min: -2, max: 2 }),
  minutes: fc.integer({ min: -90, max: 90 }),
  to: fc.option(fc.constantFrom(...zones)),
});

/** Every happening: its row, its wall on the clock of that row, and its series. */
function happenings(rows: Row[]) {
  const uids = [...new Set(rows.map(({ schedule }) => schedule.uid))];
  return uids.flatMap((uid) => {
    const series = rows.filter(({ schedule }) => schedule.uid === uid);
    const plans = series.map(({ schedule }) => schedule as unknown as ReadEvent);
    const window = { from: "2026-08-01", to: "2028-12-31", zone: "UTC" };
    return expandOccurrences(plans, window).occurrences.map(({ eventIndex, startUtc }) => {
      const row = series[eventIndex] as Row;
      const zone = row.schedule.start.zone as string;
      return { row, series, zone, wall: wallAt(Date.parse(startUtc), zone).slice(0, 16) };
    });
  });
}
const moved = (wall: string, by: number) =>
  new Date(Date.parse(`${wall}Z`) + by * 60_000).toISOString().slice(0, 16);

test("However a series is changed, no time of it is lost or doubled, and one that is taken away is the only one that goes", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom(...rules),
      fc.array(step, { maxLength: 6 }),
      (zone, rule, steps) => {
        let ids = 0;
        const typed = { start: "2026-09-07T12:00", end: "2026-09-07T12:45", allDay: false, zone, rule };
        let rows: Row[] = [
          { id: "0", words: { title: "Standup" }, schedule: must(scheduleOf(typed, "series")) },
        ];
        for (const { what, scope, which, days, minutes, to } of steps) {
          const all = happenings(rows);
          const at = all[which % Math.max(1, all.length)];
          if (!at) break;
          const time = wallTime(at.wall, at.zone, false);
          const happening = { row: at.row, slot: at.row.schedule.recurrenceId ?? time, start: time };
          const master = at.series.find(({ schedule }) => schedule.recurrenceId === null);
          const wall = moved(at.wall, days * 1440 + minutes);
          const toZone = to ?? at.zone;
          const there = { ...typed, zone: toZone, start: wall, end: moved(wall, 45), rule: "" };
          const next = {
            schedule: { ...must(scheduleOf(there, "x")), rules: master?.schedule.rules ?? [] },
            words: at.row.words,
          };
          ids += 1;
          const plan =
            what === "edit"
              ? must(editSeries(at.series, happening, scope, next, `tail ${ids}`))
              : removeFromSeries(at.series, happening, scope);
          const isPlanned = (id: string) =>
            plan.removed.includes(id) || plan.rows.some((row) => row.id === id);
          rows = [
            ...rows.filter(({ id }) => !isPlanned(id)),
            ...plan.rows.map((row, n) => ({ ...row, id: row.id ?? `${ids}.${n}` })),
          ];
          const after = happenings(rows);
          if (what === "edit") expect(after.length, `${scope} ${wall}`).toBe(all.length);
          if (what === "edit")
            expect(after.map((one) => `${one.wall} ${one.zone}`)).toContain(`${wall} ${toZone}`);
          if (what === "remove" && scope === "one") expect(after.length).toBe(all.length - 1);
          if (what === "remove") expect(all.length - after.length).toBeGreaterThanOrEqual(1);
        }
      },
    ),
    { numRuns: 300 },
  );
});
