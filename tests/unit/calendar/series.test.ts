import { describe, expect, test } from "vitest";
import { expandOccurrences } from "@/lib/adapters/calendar/expand-occurrences";
import type { ReadEvent } from "@/lib/adapters/calendar/read-event-types";
import type { EventScope } from "@/lib/domain/calendar/event";
import { type Schedule, scheduleOf } from "@/lib/domain/calendar/own-schedule";
import {
  editSeries,
  type Happening,
  removeFromSeries,
  type SeriesPlan,
  type SeriesRow,
} from "@/lib/domain/calendar/series";
import { wallTime } from "@/lib/domain/calendar/wall-time";
import { wallAt } from "@/lib/domain/calendar/zone-day";
import { must } from "../../support/must";

type Words = { title: string; place: string };
type Row = SeriesRow<Words>;

const zone = "America/Toronto";
const words = { title: "Standup", place: "Room 1" };
const schedule = (start: string, end: string, rule = "", allDay = false) =>
  must(scheduleOf({ start, end, rule, allDay, zone }, "series"));
/** A time typed on another zone's wall, with the rule of the series as it is kept. */
const typedIn = (zone: string, start: string, end: string, [rule = ""]: readonly string[]) => ({
  schedule: {
    ...must(scheduleOf({ start, end, allDay: false, zone, rule: "" }, "x")),
    rules: rule ? [rule] : [],
  },
  words,
});
const weekly = (rule = "FREQ=WEEKLY;COUNT=6"): Row => ({
  id: "series",
  words,
  schedule: schedule("2026-10-05T09:00", "2026-10-05T09:30", rule),
});
const onWall = (row: Row, wall: string): Happening<Words> => {
  const time = wallTime(wall, zone, row.schedule.start.kind === "date");
  return { row, slot: row.schedule.recurrenceId ?? time, start: time };
};
const next = (start: string, end: string, rule: string, said: Partial<Words> = {}) => ({
  schedule: schedule(start, end, rule),
  words: { ...words, ...said },
});

/** The rows as they stand after a plan. */
function after(series: Row[], { rows, removed }: SeriesPlan<Words>): Row[] {
  const kept = series.filter(({ id }) => !removed.includes(id) && !rows.some((row) => row.id === id));
  return [...kept, ...rows.map((row, n) => ({ ...row, id: row.id ?? `new ${n}` }))];
}
/** When all of them happen, on the wall: "10-05 09:00 Standup, Room 1". */
function happens(rows: Row[]): string[] {
  const plans = rows.map(({ schedule }) => schedule as Schedule as unknown as ReadEvent);
  const { occurrences } = expandOccurrences(plans, { from: "2026-09-01", to: "2027-03-01", zone });
  return occurrences.map(({ start, eventIndex }) => {
    const said = rows[eventIndex]?.words;
    return `${start.slice(5, 16).replace("T", " ")} ${said?.title}, ${said?.place}`;
  });
}
/** The instants at which all of them happen, "2026-12-07T14:00Z". */
function instants(rows: Row[]): string[] {
  const plans = rows.map(({ schedule }) => schedule as Schedule as unknown as ReadEvent);
  const { occurrences } = expandOccurrences(plans, { from: "2026-07-01", to: "2027-03-01", zone });
  return occurrences.map(({ startUtc }) => startUtc.replace(":00Z", "Z").replace(":00.000Z", "Z"));
}
const edit = (series: Row[], at: Happening<Words>, scope: EventScope, to: ReturnType<typeof next>) =>
  after(series, must(editSeries(series, at, scope, to, "tail")));
const remove = (series: Row[], at: Happening<Words>, scope: EventScope) =>
  after(series, removeFromSeries(series, at, scope));

/** Six Mondays over the end of summer, the third of which is on a Tuesday, elsewhere, at ten. */
function withOneApart(): { series: Row[]; apart: Row } {
  const master = weekly();
  const to = next("2026-10-20T10:00", "2026-10-20T10:30", "FREQ=WEEKLY;COUNT=6", { place: "Room 3" });
  const series = edit([master], onWall(master, "2026-10-19T09:00"), "one", to).map((row) => ({
    ...row,
    id: row.schedule.recurrenceId === null ? "series" : "apart",
  }));
  return { series, apart: series.find(({ id }) => id === "apart") as Row };
}

describe("One time of a series", () => {
  test("is somewhere else, and all others stay", () => {
    expect(happens(withOneApart().series)).toEqual([
      "10-05 09:00 Standup, Room 1",
      "10-12 09:00 Standup, Room 1",
      "10-20 10:00 Standup, Room 3",
      "10-26 09:00 Standup, Room 1",
      "11-02 09:00 Standup, Room 1",
      "11-09 09:00 Standup, Room 1",
    ]);
  });

  test("taken away is gone, also where it was different", () => {
    const { series, apart } = withOneApart();
    const left = remove(series, onWall(apart, "2026-10-20T10:00"), "one");
    expect(happens(left).map((line) => line.slice(0, 5))).toEqual([
      "10-05",
      "10-12",
      "10-26",
      "11-02",
      "11-09",
    ]);
  });

  test("that was different is changed where it is", () => {
    const { series, apart } = withOneApart();
    const to = next("2026-10-21T11:00", "2026-10-21T11:30", "FREQ=WEEKLY;COUNT=6", { place: "Room 3" });
    const changed = edit(series, onWall(apart, "2026-10-20T10:00"), "one", to);
    expect(happens(changed)[2]).toBe("10-21 11:00 Standup, Room 3");
    expect(changed).toHaveLength(2);
  });
});

describe("All times of a series", () => {
  test("move along by a day and an hour, the different one from where it was, whichever was dragged", () => {
    const { series, apart } = withOneApart();
    const moved = [
      "10-06 10:00 Standup, Room 1",
      "10-13 10:00 Standup, Room 1",
      "10-21 11:00 Standup, Room 3",
      "10-27 10:00 Standup, Room 1",
      "11-03 10:00 Standup, Room 1",
      "11-10 10:00 Standup, Room 1",
    ];
    const rule = "FREQ=WEEKLY;COUNT=6";
    const fourth = onWall(series[0] as Row, "2026-10-26T09:00");
    expect(happens(edit(series, fourth, "all", next("2026-10-27T10:00", "2026-10-27T10:30", rule)))).toEqual(
      moved,
    );
    const third = onWall(apart, "2026-10-20T10:00");
    const to = next("2026-10-21T11:00", "2026-10-21T11:30", rule, { place: "Room 3" });
    expect(happens(edit(series, third, "all", to))).toEqual(moved);
  });

  test("are reworded, but for what the different one says of its own", () => {
    const { series } = withOneApart();
    const at = onWall(series[0] as Row, "2026-10-05T09:00");
    const to = next("2026-10-05T09:00", "2026-10-05T09:30", "FREQ=WEEKLY;COUNT=6", {
      title: "Coffee",
      place: "Room 2",
    });
    const lines = happens(edit(series, at, "all", to));
    expect(lines.slice(1, 3)).toEqual(["10-12 09:00 Coffee, Room 2", "10-20 10:00 Coffee, Room 3"]);
  });

  test("by another rule keep the different one only where there still is such a time", () => {
    const { series } = withOneApart();
    const at = onWall(series[0] as Row, "2026-10-05T09:00");
    const every = (rule: string) =>
      happens(edit(series, at, "all", next("2026-10-05T09:00", "2026-10-05T09:30", rule)));
    expect(every("FREQ=WEEKLY;COUNT=3;INTERVAL=2")).toContain("10-20 10:00 Standup, Room 3");
    expect(every("FREQ=WEEKLY;COUNT=4;INTERVAL=3")).not.toContain("10-20 10:00 Standup, Room 3");
    expect(every("")).toEqual(["10-05 09:00 Standup, Room 1"]);
  });

  test("become whole days, with what was left out still left out", () => {
    const master = weekly();
    const left = remove([master], onWall(master, "2026-10-12T09:00"), "one");
    const [row] = left as [Row];
    const to = { words, schedule: schedule("2026-10-05", "2026-10-05", "FREQ=WEEKLY;COUNT=6", true) };
    expect(
      happens(edit(left, onWall(row, "2026-10-05T09:00"), "all", to)).map((line) => line.slice(0, 5)),
    ).toEqual(["10-05", "10-19", "10-26", "11-02", "11-09"]);
  });

  test.each([
    ["FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4", "2026-10-06", ["10-06", "10-08", "10-13", "10-15"]],
    ["FREQ=MONTHLY;BYDAY=1MO;COUNT=3", "2026-10-06", ["10-06", "11-03", "12-01"]],
    ["FREQ=MONTHLY;BYMONTHDAY=5;COUNT=3", "2026-10-08", ["10-08", "11-08", "12-08"]],
    ["FREQ=MONTHLY;COUNT=3", "2026-10-08", ["10-08", "11-08", "12-08"]],
    ["FREQ=DAILY;UNTIL=20261007T130000Z", "2026-10-06", ["10-06", "10-07", "10-08"]],
  ])("by %s dragged by a day or more repeat on the new days", (rule, day, days) => {
    const master = weekly(rule);
    const at = onWall(master, "2026-10-05T09:00");
    const [given = ""] = master.schedule.rules;
    const moved = edit([master], at, "all", next(`${day}T09:00`, `${day}T09:30`, given));
    expect(happens(moved).map((line) => line.slice(0, 5))).toEqual(days);
  });

  test("on a fortnight's weekend stay together over the edge of a week, without the one that was taken away", () => {
    const rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU;COUNT=6";
    const master: Row = {
      id: "series",
      words,
      schedule: schedule("2026-12-12T09:00", "2026-12-12T09:30", rule),
    };
    const [left] = remove([master], onWall(master, "2026-12-27T09:00"), "one") as [Row];
    const next = (day: string) => ({
      words,
      schedule: { ...schedule(`${day}T09:00`, `${day}T09:30`), rules: left.schedule.rules },
    });
    const moved = edit([left], onWall(left, "2026-12-12T09:00"), "all", next("2026-12-13"));
    expect(happens(moved).map((line) => line.slice(0, 5))).toEqual([
      "12-13",
      "12-14",
      "12-27",
      "01-10",
      "01-11",
    ]);
    const [there] = moved as [Row];
    const back = {
      words,
      schedule: { ...schedule("2026-12-13T09:00", "2026-12-13T09:30"), rules: there.schedule.rules },
    };
    const again = edit(moved, onWall(there, "2026-12-14T09:00"), "all", back);
    expect(again[0]?.schedule.rules).toEqual(master.schedule.rules);
  });

  test("whose days cannot follow one of them say so", () => {
    const master = weekly("FREQ=MONTHLY;BYMONTHDAY=5,20;COUNT=4");
    const [given = ""] = master.schedule.rules;
    const to = next("2026-10-06T09:00", "2026-10-06T09:30", given);
    expect(editSeries([master], onWall(master, "2026-10-05T09:00"), "all", to, "tail")).toMatchObject({
      refusal: { code: "invalid", fields: { start: expect.stringContaining("cannot be moved") } },
    });
  });
});

describe("From one time on", () => {
  test("a series is another one, and together they have as many times as before", () => {
    const { series } = withOneApart();
    const second = onWall(series[0] as Row, "2026-10-12T09:00");
    const to = next("2026-10-12T14:00", "2026-10-12T15:00", "FREQ=WEEKLY;COUNT=6", { title: "Late" });
    const rows = edit(series, second, "following", to);
    expect(happens(rows)).toEqual([
      "10-05 09:00 Standup, Room 1",
      "10-12 14:00 Late, Room 1",
      "10-20 15:00 Late, Room 3",
      "10-26 14:00 Late, Room 1",
      "11-02 14:00 Late, Room 1",
      "11-09 14:00 Late, Room 1",
    ]);
    expect(new Set(rows.map(({ schedule }) => schedule.uid))).toEqual(new Set(["series", "tail"]));
  });

  test("the first one on, it is the whole series and stays itself", () => {
    const { series } = withOneApart();
    const first = onWall(series[0] as Row, "2026-10-05T09:00");
    const rows = edit(
      series,
      first,
      "following",
      next("2026-10-05T10:00", "2026-10-05T10:30", "FREQ=WEEKLY;COUNT=6"),
    );
    expect(rows.every(({ schedule }) => schedule.uid === "series")).toBe(true);
    expect(happens(rows)).toHaveLength(6);
  });

  test("taken away, the earlier ones stay", () => {
    const { series } = withOneApart();
    const third = onWall(series[1] as Row, "2026-10-20T10:00");
    expect(happens(remove(series, third, "following"))).toEqual([
      "10-05 09:00 Standup, Room 1",
      "10-12 09:00 Standup, Room 1",
    ]);
    const first = onWall(series[0] as Row, "2026-10-05T09:00");
    expect(remove(series, first, "following")).toEqual([]);
  });
});

describe("A series in another zone", () => {
  const berlin = "Europe/Berlin";
  /** Mondays at three in Berlin, from July on, the half-year of the other clock among them. */
  const mondays = (rule: string): Row => ({
    id: "series",
    words,
    schedule: must(
      scheduleOf(
        { start: "2026-07-06T15:00", end: "2026-07-06T16:00", rule, allDay: false, zone: berlin },
        "series",
      ),
    ),
  });
  const on = (row: Row, day: string): Happening<Words> => {
    const time = wallTime(`${day}T15:00`, berlin, false);
    return { row, slot: time, start: time };
  };
  const rowOf = (rows: Row[]) => rows.find(({ schedule }) => schedule.recurrenceId === null) as Row;
  const until = "FREQ=WEEKLY;UNTIL=20261228T140000Z";

  test.each([
    ["Asia/Kolkata", "19:30", "20:30"],
    ["Asia/Dubai", "18:00", "19:00"],
    ["Asia/Tokyo", "23:00", "23:30"],
    ["UTC", "14:00", "15:00"],
    ["America/New_York", "09:00", "10:00"],
  ])(
    "is at the hour that was typed in %s, whichever time was opened, and ends when it did",
    (zone, from, to) => {
      const master = mondays(until);
      const next = typedIn(zone, `2026-12-07T${from}`, `2026-12-07T${to}`, master.schedule.rules);
      const after = edit([master], on(master, "2026-12-07"), "all", next);
      expect(rowOf(after).schedule.start.local).toBe(`2026-07-06T${from}:00`);
      expect(instants(after)).toHaveLength(26);
      expect(instants(after)).toContain("2026-12-07T14:00Z");
      expect(instants(after).at(-1)).toBe("2026-12-28T14:00Z");
    },
  );

  test.each(["all", "following"] as const)(
    "keeps what was taken away away, and a different time once and where it was typed: %s",
    (scope) => {
      const master = mondays(until);
      const taken = [on(master, "2026-08-10"), on(master, "2026-11-16")];
      let series = taken.reduce((rows, at) => remove(rows, { ...at, row: rowOf(rows) }, "one"), [master]);
      for (const day of ["2026-08-17", "2026-11-23"]) {
        const later = typedIn(berlin, `${day}T17:00`, `${day}T18:00`, []);
        series = edit(series, on(rowOf(series), day), "one", later).map((row) =>
          row.id.startsWith("new") ? { ...row, id: day } : row,
        );
      }
      const opened = on(rowOf(series), scope === "all" ? "2026-12-07" : "2026-07-20");
      const day = opened.start.local.slice(0, 10);
      const next = typedIn("Asia/Kolkata", `${day}T19:30`, `${day}T20:30`, master.schedule.rules);
      const after = instants(edit(series, opened, scope, next));
      expect(after).toHaveLength(24);
      const walls = after.map((at) => wallAt(Date.parse(at), "Asia/Kolkata").slice(5, 16));
      const kept = scope === "all" ? [] : ["07-06T18:30", "07-13T18:30"];
      expect(walls.filter((wall) => !wall.endsWith("19:30"))).toEqual([
        ...kept,
        "08-17T21:30",
        "11-23T21:30",
      ]);
      expect(walls.some((wall) => /08-10|11-16/.test(wall))).toBe(false);
    },
  );

  test("goes by its own clock where a different time, on a clock of its own, is the one that is moved", () => {
    const master = mondays(until);
    const other = typedIn("Asia/Kolkata", "2026-12-07T20:30", "2026-12-07T21:30", []);
    const series = edit([master], on(master, "2026-12-07"), "one", other);
    const row = series.find(({ schedule }) => schedule.recurrenceId !== null) as Row;
    const { start, recurrenceId } = row.schedule;
    const next = typedIn("Asia/Kolkata", "2026-12-07T21:30", "2026-12-07T22:30", master.schedule.rules);
    const after = edit(series, { row, slot: recurrenceId ?? start, start }, "all", next);
    expect(instants(after)).toHaveLength(26);
    expect(instants(after)).toContain("2026-12-07T16:00Z");
    expect(instants(after)).toContain("2026-12-14T15:00Z");
  });
});
