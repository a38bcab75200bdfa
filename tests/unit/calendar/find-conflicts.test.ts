import { describe, expect, test } from "vitest";
import type { Filled, Kept } from "@/lib/domain/calendar/conflicts";
import { type AskedTime, findConflicts, whereToGo } from "@/lib/domain/calendar/find-conflicts";

const usual = { travelMinutes: 30 };
const time = (clock: string) => Date.parse(`2026-12-03T${clock}:00Z`);
const asked = (from: string, to: string, place = ""): AskedTime => ({
  startsAt: time(from),
  endsAt: time(to),
  place,
  travelMinutes: null,
});
const filled = (title: string, from: string, to: string, said: Partial<Filled> = {}): Filled => ({
  ...asked(from, to),
  title,
  eventId: title,
  ...said,
});
const kinds = (...args: [AskedTime, Filled[], Kept[]?]) =>
  findConflicts(args[0], args[1], args[2] ?? [], usual).map(({ kind, title }) => `${kind} ${title}`);

describe("What stands in the way is said before anything is promised", () => {
  test("two at once are a clash, one after the other are none", () => {
    const supper = filled("Supper", "18:00", "19:00");
    expect(kinds(asked("18:30", "19:30"), [supper])).toEqual(["clash Supper"]);
    expect(kinds(asked("19:00", "20:00"), [supper])).toEqual([]);
    expect(kinds(asked("17:00", "18:00"), [supper])).toEqual([]);
    expect(kinds(asked("17:00", "23:00"), [supper])).toEqual(["clash Supper"]);
  });

  test("kept time is told with its name and its own hours", () => {
    const kept: Kept = { ...asked("17:00", "22:00"), source: "protected", title: "Evenings" };
    expect(findConflicts(asked("21:59", "23:00"), [], [kept], usual)).toEqual([
      {
        kind: "kept",
        source: "protected",
        title: "Evenings",
        startsAt: "2026-12-03T17:00:00.000Z",
        endsAt: "2026-12-03T22:00:00.000Z",
      },
    ]);
    expect(kinds(asked("22:00", "23:00"), [], [kept])).toEqual([]);
  });

  test("what an assistant may not see is busy: without a name, and without an id", () => {
    const [one] = findConflicts(
      asked("10:00", "11:00"),
      [filled("", "10:30", "12:00", { eventId: null })],
      [],
      usual,
    );
    expect(one).toMatchObject({ kind: "clash", title: "", eventId: null });
  });

  test("a trip of whole days that fills them is a clash, and asks for no way to or from midnight", () => {
    const trip = filled("Lisbon", "00:00", "23:59", { place: "Lisbon", endsAt: time("00:00") + 86_400_000 });
    expect(kinds(asked("10:00", "11:00"), [trip])).toEqual(["clash Lisbon"]);
    expect(
      kinds({ ...asked("10:00", "11:00", "Ministry"), startsAt: trip.endsAt, endsAt: trip.endsAt + 1 }, [
        trip,
      ]),
    ).toEqual([]);
  });
});

describe("The way there takes its time", () => {
  const ministry = filled("Ministry", "09:00", "10:00", { place: "Ministry" });

  test("half an hour is not enough for somebody who needs three quarters", () => {
    const far = { ...ministry, travelMinutes: 45 };
    expect(findConflicts(asked("10:30", "11:00", "Studio"), [far], [], usual)).toEqual([
      {
        kind: "travel",
        title: "Ministry",
        eventId: "Ministry",
        startsAt: "2026-12-03T09:00:00.000Z",
        endsAt: "2026-12-03T10:00:00.000Z",
        minutes: 30,
        needed: 45,
      },
    ]);
    expect(kinds(asked("10:30", "11:00", "Studio"), [ministry])).toEqual([]);
  });

  test("before is as far as after", () => {
    expect(kinds(asked("08:00", "08:40", "Studio"), [ministry])).toEqual(["travel Ministry"]);
    expect(kinds(asked("08:00", "08:30", "Studio"), [ministry])).toEqual([]);
  });

  test("a call right after a meeting elsewhere leaves no time for the way, a call after a call does", () => {
    expect(kinds(asked("10:00", "10:30"), [ministry])).toEqual(["travel Ministry"]);
    expect(kinds(asked("10:00", "10:30"), [{ ...ministry, place: "" }])).toEqual([]);
  });

  test.each(["ministry", " Ministry ", "Ministry, room 4", "Ministry; 2nd floor"])(
    "nobody travels from one place to the same: %s",
    (place) => expect(kinds(asked("10:00", "10:30", place), [ministry])).toEqual([]),
  );

  test.each(["Ministry of Silly Walks", "Old Ministry", "Min"])("another place it is: %s", (place) =>
    expect(kinds(asked("10:00", "10:30", place), [ministry])).toEqual(["travel Ministry"]),
  );

  test.each([
    "https://meet.test/x",
    "Zoom",
    "Microsoft Teams Meeting",
    "+49 30 1234567",
    "Phone call",
    "online",
    "",
  ])("nobody goes to “%s”", (place) => expect(whereToGo(place, "")).toBe(""));

  test("a place with a link to dial in by is none to go to, a restaurant called Online Street is one", () => {
    expect(whereToGo("Ministry", "https://meet.test/x")).toBe("");
    expect(whereToGo("12 Online Street", "")).toBe("12 Online Street");
    expect(whereToGo("Callander House", "")).toBe("Callander House");
    expect(whereToGo("Meetinghouse Lane 3", "")).toBe("Meetinghouse Lane 3");
  });
});
