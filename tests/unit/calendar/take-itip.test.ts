import { describe, expect, test } from "vitest";
import { noteReply } from "@/lib/domain/calendar/note-reply";
import { sayChanges } from "@/lib/domain/calendar/say-change";
import { saySpan } from "@/lib/domain/calendar/say-moment";
import { type ItipFacts, type KnownEntry, takeItip, versionOf } from "@/lib/domain/calendar/take-itip";

const mira = new Set(["mira@holt.test"]);
const known: KnownEntry = {
  own: false,
  sequence: 2,
  stamp: "2026-11-24T08:00:00Z",
  organiserAddress: "noor@haddad.test",
  isCancelled: false,
  guests: ["mira@holt.test"],
};
const ours: KnownEntry = { ...known, organiserAddress: "mira@holt.test", guests: ["noor@haddad.test"] };
const message = (method: string, more: Partial<ItipFacts> = {}): ItipFacts => ({
  method,
  sequence: 2,
  stamp: "2026-11-24T08:00:00Z",
  organiser: "noor@haddad.test",
  attendee: "noor@haddad.test",
  ...more,
});
const take = (one: ItipFacts, entry: KnownEntry | null, series: KnownEntry | null = null) =>
  takeItip(one, { entry, series }, mira);

describe("What a message about an event does", () => {
  test.each([
    ["a request of what is not here", "REQUEST", {}, null, "invite"],
    ["the same again", "REQUEST", {}, known, "same"],
    ["a higher sequence", "REQUEST", { sequence: 3, stamp: "2026-11-01T08:00:00Z" }, known, "update"],
    ["a later stamp", "REQUEST", { stamp: "2026-11-24T08:00:01Z" }, known, "update"],
    [
      "a lower sequence, however late",
      "REQUEST",
      { sequence: 1, stamp: "2027-01-01T08:00:00Z" },
      known,
      "older",
    ],
    ["a request of the client's own", "REQUEST", { organiser: "mira@holt.test" }, null, "ours"],
    [
      "a request of another organiser",
      "REQUEST",
      { sequence: 9, organiser: "kim@else.test" },
      known,
      "other-organiser",
    ],
    [
      "a request about what was made here",
      "REQUEST",
      { sequence: 9 },
      { ...known, own: true, organiserAddress: "" },
      "other-organiser",
    ],
    [
      "a request where nobody was written down as organiser",
      "REQUEST",
      { sequence: 3 },
      { ...known, organiserAddress: "" },
      "update",
    ],
    ["calling off", "CANCEL", {}, known, "cancel"],
    ["calling off what is off", "CANCEL", { sequence: 3 }, { ...known, isCancelled: true }, "same"],
    ["calling off an older version", "CANCEL", { sequence: 1 }, known, "older"],
    ["calling off what is not here", "CANCEL", {}, null, "not-here"],
    [
      "calling off by somebody else",
      "CANCEL",
      { sequence: 9, organiser: "kim@else.test" },
      known,
      "other-organiser",
    ],
    ["an answer to ours", "REPLY", { organiser: "" }, ours, "note-reply"],
    ["an answer of somebody who was not asked", "REPLY", { attendee: "kim@else.test" }, ours, "crasher"],
    ["an answer to an older version", "REPLY", { sequence: 1 }, ours, "older"],
    ["an answer of nobody", "REPLY", { attendee: "" }, ours, "nobody"],
    ["an answer to somebody else", "REPLY", {}, known, "not-ours"],
    ["another time for ours", "COUNTER", {}, ours, "propose"],
    ["no to another time", "DECLINECOUNTER", {}, known, "keep-time"],
    [
      "no to another time, of somebody else",
      "DECLINECOUNTER",
      { organiser: "kim@else.test" },
      known,
      "other-organiser",
    ],
    ["adding a time", "ADD", {}, known, "not-done"],
    ["nothing that is known", "X-DANCE", {}, known, "not-done"],
  ] as const)("%s", (_, method, more, entry, expected) => {
    expect(take(message(method, more), entry)).toBe(expected);
  });

  test("of one day of a series is told by the series, where the day is not here by itself", () => {
    expect(take(message("REQUEST", { sequence: 2 }), null, known)).toBe("invite");
    expect(take(message("REQUEST", { sequence: 1 }), null, known)).toBe("older");
    expect(take(message("CANCEL"), null, known)).toBe("cancel");
    expect(take(message("REPLY"), null, ours)).toBe("note-reply");
  });

  test("Without a stamp, the same number brings nothing, and a stamp is newer than none", () => {
    const none = { sequence: 1, stamp: null };
    expect(versionOf(none, none)).toBe("same");
    expect(versionOf({ ...none, stamp: "2026-11-24T08:00:00Z" }, none)).toBe("newer");
  });
});

test("An answer is noted for whoever gave it, and for that day alone where it was for a day", () => {
  const guests = [{ email: "Noor@haddad.test", status: "needs-action" }, { email: "kim@else.test" }];
  const reply = {
    address: "noor@haddad.test",
    status: "accepted",
    sequence: 0,
    stamp: "2026-11-24T08:00:00Z",
    day: "",
  } as const;
  const { guests: noted } = noteReply(guests, reply);
  expect(noted).toEqual([expect.objectContaining({ status: "accepted" }), { email: "kim@else.test" }]);
  const day = noteReply(noted, {
    ...reply,
    status: "declined",
    day: "2026-12-10",
    stamp: "2026-11-25T08:00:00Z",
  });
  expect(day.guests[0]).toMatchObject({ status: "accepted", days: { "2026-12-10": "declined" } });
  expect(noteReply(day.guests, reply).outcome).toBe("same");
  expect(noteReply(day.guests, { ...reply, status: "declined", stamp: "2026-11-23T08:00:00Z" }).outcome).toBe(
    "older",
  );
  const otherDay = { ...reply, day: "2026-12-17", stamp: "2026-11-24T09:00:00Z" } as const;
  const both = noteReply(day.guests, otherDay);
  expect(both.outcome).toBe("noted");
  expect(both.guests[0]).toMatchObject({ days: { "2026-12-10": "declined", "2026-12-17": "accepted" } });
  expect(noteReply(both.guests, otherDay).outcome).toBe("same");
});

test("What changed is said on the wall of the desk, also on both sides of a clock change", () => {
  const before = {
    summary: "Choir",
    startsAt: "2026-10-24T08:00:00Z",
    endsAt: "2026-10-24T09:00:00Z",
    allDay: false,
    place: "",
    link: "",
    rule: "",
  };
  const after = {
    ...before,
    startsAt: "2026-10-25T09:00:00Z",
    endsAt: "2026-10-25T10:30:00Z",
    place: "Hall",
    link: "https://meet.test/x",
  };
  expect(sayChanges(before, after, "Europe/Berlin")).toEqual([
    "Moved from Sat 24 Oct, 10:00 to Sun 25 Oct, 10:00.",
    "Now at Hall.",
    "There is a link to join now.",
  ]);
  expect(sayChanges(before, { ...before, endsAt: "2026-10-24T10:00:00Z" }, "Europe/Berlin")).toEqual([
    "Now Sat 24 Oct, 10:00–12:00, before Sat 24 Oct, 10:00–11:00.",
  ]);
  expect(saySpan("2026-12-02T23:00:00Z", "2026-12-04T23:00:00Z", true, "Europe/Berlin")).toBe(
    "Thu 3 Dec – Fri 4 Dec",
  );
  expect(saySpan("2026-12-03T22:00:00Z", "2026-12-04T00:30:00Z", false, "Europe/Berlin")).toBe(
    "Thu 3 Dec, 23:00 – Fri 4 Dec, 01:30",
  );
});
