import { describe, expect, test } from "vitest";
import { feedTyped, namesOnlyServer } from "@/lib/adapters/calendar/feed-address";
import { answerKept, isOlderVersion, keepsEntry, whyNotKeepCalendars } from "@/lib/domain/calendar/source";

const work = { id: "work", isPrivate: false };
const home = { id: "home", isPrivate: false };
const doctor = { id: "doctor", isPrivate: true };

describe("Of several calendars, one says what an entry says", () => {
  test.each([
    ["nobody keeps it", work, { own: false, calendarId: null }, null, true],
    ["it is the one that keeps it", work, { own: false, calendarId: "work" }, work, true],
    ["another open one keeps it", home, { own: false, calendarId: "work" }, work, false],
    [
      "a private one keeps it, and this one is open",
      work,
      { own: false, calendarId: "doctor" },
      doctor,
      true,
    ],
    [
      "a private one keeps it, and so is this one",
      doctor,
      { own: false, calendarId: "x" },
      { id: "x", isPrivate: true },
      false,
    ],
    [
      "an open one keeps it, and this one is private",
      doctor,
      { own: false, calendarId: "work" },
      work,
      false,
    ],
    ["whoever kept it was taken away", home, { own: false, calendarId: "work" }, null, true],
    ["it was made here", work, { own: true, calendarId: "work" }, work, false],
  ] as const)("When %s", (_, reader, entry, keeper, keeps) => {
    expect(keepsEntry(reader, entry, keeper)).toBe(keeps);
  });
});

describe("What a file has brought already", () => {
  const at = (sequence: number, stamp: string | null = null) => ({ sequence, stamp });
  test("An older version of the calendar does not undo it; a newer or an equal one does", () => {
    expect(isOlderVersion(at(1), at(2))).toBe(true);
    expect(isOlderVersion(at(2), at(1))).toBe(false);
    expect(isOlderVersion(at(1, "2026-11-01T00:00:00Z"), at(1, "2026-11-02T00:00:00Z"))).toBe(true);
    expect(isOlderVersion(at(1, "2026-11-02T00:00:00Z"), at(1, "2026-11-01T00:00:00Z"))).toBe(false);
    expect(isOlderVersion(at(1), at(1, "2026-11-01T00:00:00Z"))).toBe(false);
  });

  test("Mira's answer stands until the organiser asks anew", () => {
    const open = { answer: "needs-action", sequence: 3 } as const;
    expect(answerKept(open, { answer: "accepted", sequence: 3 })).toBe("accepted");
    expect(answerKept(open, { answer: "accepted", sequence: 2 })).toBe("needs-action");
    expect(answerKept(open, { answer: "", sequence: 3 })).toBe("needs-action");
    expect(answerKept({ answer: "declined", sequence: 3 }, { answer: "accepted", sequence: 3 })).toBe(
      "declined",
    );
  });
});

test("Where calendars are kept is Mira's to say", () => {
  expect(whyNotKeepCalendars({ role: "client", door: "screen", clientName: "Mira Holt" })).toBeNull();
  expect(whyNotKeepCalendars({ role: "assistant", door: "screen", clientName: "Mira Holt" })).toMatchObject({
    code: "only-client",
  });
  expect(whyNotKeepCalendars({ role: "agent", door: "screen", clientName: "Mira Holt" })).toMatchObject({
    code: "only-client",
  });
});

test.each([
  ["webcal://calendar.test/mira.ics", "https://calendar.test/mira.ics"],
  ["WEBCALS://calendar.test/mira.ics", "https://calendar.test/mira.ics"],
  ["https://calendar.test/mira.ics?key=1#today", "https://calendar.test/mira.ics?key=1"],
  ["calendar.test/mira.ics", "https://calendar.test/mira.ics"],
  [" http://nas.lan/mira.ics ", "http://nas.lan/mira.ics"],
])("Mira types %s, and Firsthand knows where to go", (typed, url) => {
  expect(feedTyped(typed)).toEqual({ url });
});

test("The name of a server is no address of a calendar, and an address of a calendar no name", () => {
  const names = ["example.com", "mira@example.com", "https://dav.example.com", "dav.example.com/"];
  const addresses = ["https://example.com/mira.ics", "webcal://example.com/x", "example.com/dav/mira"];
  expect(names.filter((typed) => !namesOnlyServer(typed))).toEqual([]);
  expect(addresses.filter(namesOnlyServer)).toEqual([]);
});
