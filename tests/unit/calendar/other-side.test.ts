import { expect, test } from "vitest";
import type { CheckFacts } from "@/lib/domain/calendar/check";
import { withTypedZone } from "@/lib/domain/calendar/other-side";

const at = Date.parse("2026-10-20T08:00:00Z");
const facts: CheckFacts = {
  eventId: "1",
  summary: "Coffee",
  startsAt: "2026-11-03T14:00:00.000Z",
  endsAt: "2026-11-03T15:00:00.000Z",
  place: "",
  link: "",
  hereZone: "Europe/Berlin",
  hereWall: "2026-11-03T15:00",
  otherZone: null,
  otherWall: null,
  clockChanges: [{ zone: "Europe/Berlin", at: "2026-10-25T01:00:00.000Z", minutes: -60 }],
  guests: [],
  check: null,
  lost: null,
};

test("Ana types where Priya is, and reads Priya’s clock, and when it changes, before anything is recorded", () => {
  const typed = withTypedZone(facts, "America/Toronto", at);

  expect([typed.otherZone, typed.otherWall]).toEqual(["America/Toronto", "2026-11-03T09:00"]);
  expect(typed.clockChanges.map(({ zone, at }) => [zone, at])).toEqual([
    ["Europe/Berlin", "2026-10-25T01:00:00.000Z"],
    ["America/Toronto", "2026-11-01T06:00:00.000Z"],
  ]);
});

test("what is no zone yet changes nothing, and the desk’s own zone is no other side", () => {
  const there = withTypedZone(facts, "America/Toronto", at);

  expect(withTypedZone(facts, "America/Tor", at)).toBe(facts);
  expect(withTypedZone(there, "America/Tor", at)).toBe(there);
  for (const none of ["Europe/Berlin", null])
    expect(withTypedZone(there, none, at)).toMatchObject({ otherZone: null, otherWall: null });
});
