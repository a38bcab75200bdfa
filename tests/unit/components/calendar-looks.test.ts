import { describe, expect, test } from "vitest";
import { stillMoving, withMoves } from "@/app/(workspace)/w/[workspace]/calendar/_components/moved-entries";
import { chipSentence, chipText, legend, lookOf } from "@/components/calendar/looks";
import { movedSentence, timeWords, unmovableWords } from "@/components/calendar/move-words";
import { findZone } from "@/components/calendar/zone-dialog";
import type { CalendarView } from "@/lib/domain/calendar/view";
import { aBirthday, aKept, anEvent, aTask } from "../../support/calendar-entries";

describe("What an entry is stands in words first", () => {
  test("a held one waits for the client, in pencil", () => {
    const held = anEvent({ held: true, clash: true });
    expect(lookOf(held)).toBe("pencil");
    expect(chipText(held, "Mira")).toBe("19:00 Supper · waits for Mira");
    expect(chipSentence(held, "Mira")).toBe("Event: Supper, 19:00 to 21:00, waits for Mira");
  });

  test("a clash and a place that is not known are said, and look like what is not yet checked", () => {
    expect(chipText(anEvent({ clash: true }), "Mira")).toBe("19:00 Supper · clash");
    expect(lookOf(anEvent({ clash: true }))).toBe("unchecked");
    const call = anEvent({ title: "Call, Ministry", time: "14:00", check: "unchecked", missing: "place" });
    expect(chipText(call, "Mira")).toBe("14:00 Call, Ministry · place?");
    expect(chipSentence(call)).toContain("not yet checked, the place is not known");
  });

  test("an answer that was given is said", () => {
    expect(chipText(anEvent({ answer: "declined" }), "Mira")).toBe("19:00 Supper · declined");
    expect(lookOf(anEvent({ answer: "declined", clash: true }))).toBe("declined");
    expect(chipSentence(anEvent({ answer: "needs-action", isRepeating: true }))).toBe(
      "Event: Supper, 19:00 to 21:00, not yet answered, repeats",
    );
    expect(chipText(anEvent({ answer: "tentative" }), "Mira", false)).toBe("Supper · maybe");
  });

  test("whoever is busy is busy, and no more is said", () => {
    const busy = { ...aKept(), type: "busy", title: "Busy", isPrivate: true } as const;
    expect(chipSentence(busy)).toBe("Busy, 18:00 to 00:00");
  });

  test("every look of the legend is one that an entry can have", () => {
    const looks = [
      aBirthday(),
      anEvent(),
      anEvent({ check: "checked" }),
      anEvent({ check: "unchecked" }),
      aTask(),
      aTask({ tag: "delegable" }),
      aKept(),
    ].map(lookOf);
    expect(new Set(legend.map(({ look }) => look))).toEqual(new Set(looks));
  });
});

describe("What is said when an entry moves", () => {
  test("is its day and its time, and another day where it ends on one", () => {
    const say = (start: string, end: string) =>
      timeWords({ start, end, allDay: start.length === 10 }, "en-GB");
    expect(say("2026-12-11T19:00", "2026-12-11T22:00")).toBe("Fri 11 Dec, 19:00–22:00");
    expect(say("2026-12-11T22:00", "2026-12-12T00:00")).toBe("Fri 11 Dec, 22:00–00:00");
    expect(say("2026-12-11T22:00", "2026-12-12T02:00")).toBe("Fri 11 Dec, 22:00 – Sat 12 Dec, 02:00");
    expect(say("2026-12-24", "2026-12-26")).toBe("Thu 24 Dec – Sat 26 Dec");
    expect(say("2026-12-24", "2026-12-24")).toBe("Thu 24 Dec");
  });

  test("is a sentence for whoever listens", () => {
    expect(movedSentence(anEvent(), "en-GB")).toBe("Supper: Friday 11 December, 19:00 to 21:00.");
    const night = anEvent({ endTime: "02:00", lastDay: "2026-12-12" });
    expect(movedSentence(night, "en-GB")).toContain("19:00 to 02:00 on Saturday 12 December.");
    const away = anEvent({ title: "Away", time: null, endTime: null, lastDay: "2026-12-12" });
    expect(movedSentence(away, "en-GB")).toBe("Away: Friday 11 December to Saturday 12 December, all day.");
  });

  test("names the calendar in which it is kept, where that is known", () => {
    expect(unmovableWords("elsewhere", anEvent(), "Work calendar")).toBe(
      "“Supper” is read from “Work calendar”, so it is moved there.",
    );
    expect(unmovableWords("elsewhere", anEvent())).toContain("brought in from elsewhere");
  });
});

describe("What is on its way stands where it goes", () => {
  const view: CalendarView = {
    seq: 7,
    from: "2026-12-07",
    to: "2026-12-14",
    today: "2026-12-08",
    zone: "Europe/Berlin",
    hours: { from: "09:00", to: "18:00" },
    entries: [anEvent(), aTask()],
    isCut: false,
  };
  const walls = { start: "2026-12-10T19:00", end: "2026-12-10T21:00", allDay: false };

  test("and comes into days that are read later, or leaves those that are shown", () => {
    const moves = new Map([["event:supper", { entry: anEvent(), walls, until: null }]]);
    expect(withMoves(view, moves).entries.map(({ firstDay, title }) => `${firstDay} ${title}`)).toEqual([
      "2026-12-10 Supper",
      "2026-12-11 Call Aunt Beth",
    ]);
    const next = { ...view, from: "2026-12-14", to: "2026-12-21", entries: [] };
    expect(withMoves(next, moves).entries).toEqual([]);
  });

  test("until a reading knows of it", () => {
    const moves = new Map([["event:supper", { entry: anEvent(), walls, until: 9 }]]);
    expect(stillMoving(moves, 8).size).toBe(1);
    expect(stillMoving(moves, 9).size).toBe(0);
  });
});

describe("A second zone is found by what a person calls it", () => {
  const zones = ["America/Toronto", "America/Indiana/Vincennes", "America/Argentina/Buenos_Aires", "UTC"];
  test("by its name, its city, in any letters", () => {
    expect(findZone(" toronto ", zones)).toBe("America/Toronto");
    expect(findZone("Buenos aires", zones)).toBe("America/Argentina/Buenos_Aires");
    expect(findZone("america/toronto", zones)).toBe("America/Toronto");
    const listed = Intl.supportedValuesOf("timeZone");
    for (const name of ["Asia/Kolkata", "kolkata", "Kyiv", "asia/ho_chi_minh", "Kathmandu"])
      expect(findZone(name, listed), name).toMatch(/^(Asia\/(Kolkata|Ho_Chi_Minh|Kathmandu)|Europe\/Kyiv)$/);
    expect([findZone("CET", zones), findZone("IST", zones)]).toEqual([null, null]);
    expect([findZone("Atlantis", zones), findZone("", zones)]).toEqual([null, null]);
  });
});
