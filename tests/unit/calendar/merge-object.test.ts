import { describe, expect, test } from "vitest";
import { mergeObject, type ObjectPart, type ObjectSide } from "@/lib/domain/calendar/merge-object";
import { isSweep, planGone, planPush } from "@/lib/domain/calendar/push-plan";

const lunch = (said: Partial<ObjectPart> = {}): ObjectPart => ({
  when: "Friday at noon",
  summary: "Lunch",
  place: "Café",
  link: "",
  note: "",
  status: "CONFIRMED",
  free: "",
  ...said,
});
const series = (said: Partial<ObjectPart>, times: Record<string, Partial<ObjectPart>> = {}): ObjectSide =>
  new Map([
    ["", lunch(said)],
    ...Object.entries(times).map(([place, time]) => [place, lunch(time)] as const),
  ]);
const nothing: ObjectSide = new Map();
const base = series({});

describe("An entry that was changed here and on Mira’s phone", () => {
  test("has both changes, where each is of something else", () => {
    const merged = mergeObject(base, series({ place: "Room 4" }), series({ summary: "Long lunch" }));
    expect(merged).toEqual({ side: series({ place: "Room 4", summary: "Long lunch" }), clashes: [] });
  });

  test("has the change once that was made on both sides", () => {
    const both = series({ place: "Room 4" });
    expect(mergeObject(base, both, both)).toEqual({ side: both, clashes: [] });
  });

  test("is for her to decide, where one thing was changed in two ways", () => {
    const { clashes } = mergeObject(base, series({ place: "Room 4" }), series({ place: "Room 5" }));
    expect(clashes).toEqual([{ place: "", field: "place" }]);
  });

  test("goes when one side took it away and the other left it alone; otherwise she decides", () => {
    expect(mergeObject(base, nothing, base)).toEqual({ side: nothing, clashes: [] });
    expect(mergeObject(base, base, nothing)).toEqual({ side: nothing, clashes: [] });
    for (const [here, there] of [
      [nothing, series({ note: "Bring the book" })],
      [series({ note: "Bring the book" }), nothing],
    ] as const)
      expect(mergeObject(base, here, there).clashes).toEqual([{ place: "", field: null }]);
  });
});

describe("A series that was changed on both sides", () => {
  const moved = { "2026-12-11": { summary: "Lunch with Noor" } };

  test("keeps the times that became different, on whichever side", () => {
    const there = series({}, { "2026-12-18": { place: "Park" } });
    const { side, clashes } = mergeObject(base, series({}, moved), there);
    expect(clashes).toEqual([]);
    expect([...side.keys()].sort()).toEqual(["", "2026-12-11", "2026-12-18"]);
  });

  test("is for Mira to decide, where all of it moved here and one time of it became different there", () => {
    const { clashes } = mergeObject(base, series({ when: "Friday at one" }), series({}, moved));
    expect(clashes).toEqual([{ place: "", field: "when" }]);
  });

  test("is for Mira to decide, where one side took it away and the other made one time of it different", () => {
    for (const [here, there] of [
      [nothing, series({}, moved)],
      [series({}, moved), nothing],
    ] as const)
      expect(mergeObject(base, here, there).clashes).toEqual([{ place: "", field: null }]);
  });

  test("moves with its different times, where the other side left them alone", () => {
    const before = series({}, moved);
    const after = series({ when: "Friday at one" }, { "2026-12-11 at one": { summary: "Lunch with Noor" } });
    expect(mergeObject(before, after, before)).toEqual({ side: after, clashes: [] });
  });
});

describe("What is done in the calendar there", () => {
  test("is as much as is needed, and nothing for what is told to nobody", () => {
    expect(planPush({ stands: true, etag: null, isAsSaid: false })).toBe("create");
    expect(planPush({ stands: true, etag: '"1"', isAsSaid: false })).toBe("update");
    expect(planPush({ stands: true, etag: '"1"', isAsSaid: true })).toBe("nothing");
    expect(planPush({ stands: false, etag: '"1"', isAsSaid: false })).toBe("delete");
    expect(planPush({ stands: false, etag: "", isAsSaid: false })).toBe("forget");
  });

  test("is done here too when Mira deletes it there, unless it was changed here or everything is gone at once", () => {
    const gone = { stands: true, isNew: false, isChanged: false, isElsewhere: false };
    const takes = { takesOurs: true, isSweep: false };
    expect(planGone(gone, takes)).toBe("remove");
    expect(planGone({ ...gone, isChanged: true }, takes)).toBe("ask");
    expect(planGone(gone, { ...takes, isSweep: true })).toBe("ask");
    expect(planGone({ ...gone, isNew: true }, takes)).toBe("create");
    expect(planGone({ ...gone, isElsewhere: true }, takes)).toBe("forget");
    expect(planGone(gone, { ...takes, takesOurs: false })).toBe("forget");
    expect([isSweep(3, 3), isSweep(21, 100), isSweep(60, 100)]).toEqual([false, false, true]);
  });
});
