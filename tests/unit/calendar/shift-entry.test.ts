import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromGrid, hoursOf, toGrid } from "@/components/calendar/grid-entry";
import {
  isSameTime,
  mayResize,
  moveBy,
  placedAt,
  resizeBy,
  type Walls,
  wallsOf,
  whyNotMove,
} from "@/lib/domain/calendar/shift-entry";
import { addDays } from "@/lib/domain/calendar/zone-day";
import { aBirthday, aKept, anEvent, aTask } from "../../support/calendar-entries";

const berlin = "Europe/Berlin";
const supper: Walls = { start: "2026-12-11T19:00", end: "2026-12-11T21:00", allDay: false };

describe("An entry moves on the wall", () => {
  test("by a quarter of an hour and by a day, keeping how long it lasts", () => {
    expect(wallsOf(anEvent())).toEqual(supper);
    expect(moveBy(supper, { minutes: 15 })).toMatchObject({
      start: "2026-12-11T19:15",
      end: "2026-12-11T21:15",
    });
    expect(moveBy(supper, { days: -12 })).toMatchObject({
      start: "2026-11-29T19:00",
      end: "2026-11-29T21:00",
    });
  });

  test("stays at its hour when a clock changes in between", () => {
    const before = { start: "2027-03-27T19:00", end: "2027-03-27T21:00", allDay: false };
    const placed = placedAt(anEvent(), moveBy(before, { days: 1 }), berlin);
    expect(placed).toMatchObject({ time: "19:00", startsAt: "2027-03-28T17:00:00.000Z" });
    expect(placedAt(anEvent(), before, berlin).startsAt).toBe("2027-03-27T18:00:00.000Z");
  });

  test("is never made shorter than a quarter of an hour, or a day", () => {
    expect(resizeBy(supper, { minutes: -600 }).end).toBe("2026-12-11T19:15");
    expect(resizeBy(supper, { days: 1 }).end).toBe("2026-12-12T21:00");
    const away = { start: "2026-12-24", end: "2026-12-25", allDay: true };
    expect(resizeBy(away, { days: -5 })).toEqual({ ...away, end: "2026-12-24" });
  });

  test("until midnight belongs to its own day, and comes back from there", () => {
    const late = placedAt(anEvent(), moveBy(supper, { minutes: 180 }), berlin);
    expect(late).toMatchObject({ firstDay: "2026-12-11", lastDay: "2026-12-11", endTime: "00:00" });
    expect(wallsOf(late).end).toBe("2026-12-12T00:00");
    expect(wallsOf(aKept()).end).toBe("2026-12-12T00:00");
  });

  test("as whole days covers both ends, and its instants are those of the days", () => {
    const away = placedAt(anEvent(), { start: "2026-12-24", end: "2026-12-25", allDay: true }, berlin);
    expect(away).toMatchObject({ firstDay: "2026-12-24", lastDay: "2026-12-25", time: null, endTime: null });
    expect(away.endsAt).toBe("2026-12-25T23:00:00.000Z");
  });

  test("wherever it is put, it is found there again, and the grid gives back what it was given", () => {
    const walls = fc
      .record({ day: fc.nat(4000), minute: fc.nat(95), lasts: fc.nat(300), allDay: fc.boolean() })
      .map(({ day, minute, lasts, allDay }): Walls => {
        const on = addDays("2024-01-01", day);
        if (allDay) return { start: on, end: addDays(on, lasts % 9), allDay };
        const at = { start: `${on}T00:00`, end: `${on}T00:00`, allDay };
        const start = moveBy(at, { minutes: minute * 15 }).start;
        return { start, end: moveBy({ ...at, end: start }, { minutes: lasts * 15 }).end, allDay };
      });
    fc.assert(
      fc.property(walls, (to) => {
        const placed = placedAt(anEvent(), to, berlin);
        expect(isSameTime(wallsOf(placed), to)).toBe(true);
        const [drawn] = toGrid(placed, 0, true, false);
        const date = (text: unknown) => (typeof text === "string" ? new Date(text) : null);
        const back = fromGrid(
          { start: date(drawn?.start), end: date(drawn?.end), allDay: to.allDay },
          wallsOf(placed),
        );
        expect(back).toEqual(to);
      }),
    );
  });
});

describe("Not everything moves", () => {
  test("ours does, a task does until it is done, and nothing else", () => {
    expect(whyNotMove(anEvent())).toBeNull();
    expect(whyNotMove(aTask())).toBeNull();
    expect(whyNotMove(aTask({ state: "done" }))).toBe("closed");
    expect(whyNotMove(anEvent({ own: false }))).toBe("elsewhere");
    expect(whyNotMove(anEvent({ own: false, organiser: "Elin" }))).toBe("invitation");
    expect(whyNotMove(anEvent({ own: false, answer: "accepted" }))).toBe("invitation");
    expect(whyNotMove(aBirthday())).toBe("yearly");
    expect(whyNotMove(aKept())).toBe("kept");
    expect(whyNotMove({ ...aKept(), type: "busy" })).toBe("busy");
  });

  test("a task has no length to change", () => {
    expect(mayResize(anEvent())).toBe(true);
    expect([aTask(), anEvent({ own: false }), aBirthday()].map(mayResize)).toEqual([false, false, false]);
  });

  test("kept hours lie behind the others in a week, and are a slip like any other in a month", () => {
    expect(toGrid(aKept(), 0, true, false)).toMatchObject([{ display: "background", startEditable: false }]);
    expect(toGrid(aKept(), 0, false, false)[0]).not.toHaveProperty("display");
    const family = aKept({ time: null, endTime: null });
    expect(toGrid(family, 0, true, false).map(({ allDay, display }) => [allDay, display])).toEqual([
      [true, undefined],
      [false, "background"],
    ]);
  });

  test("paper has the hours of the desk, and those of what stands before and after them", () => {
    const hours = { from: "09:00", to: "18:00" };
    expect(hoursOf({ hours, entries: [] })).toEqual(hours);
    const early = anEvent({ time: "07:30", endTime: "08:00" });
    expect(hoursOf({ hours, entries: [early, anEvent(), aTask()] })).toEqual({ from: "07:00", to: "21:00" });
    expect(hoursOf({ hours, entries: [anEvent({ endTime: "21:15" })] }).to).toBe("22:00");
    expect(hoursOf({ hours, entries: [aKept()] })).toEqual({ from: "09:00", to: "24:00" });
    const night = anEvent({ endTime: "02:00", lastDay: "2026-12-12" });
    expect(hoursOf({ hours, entries: [night] })).toEqual({ from: "00:00", to: "24:00" });
  });

  test("what is on its way already is not taken up again", () => {
    expect(toGrid(anEvent(), 0, true, true)).toMatchObject([
      { startEditable: false, durationEditable: false },
    ]);
  });
});
