import { describe, expect, test } from "vitest";
import { rangeText, sayConflict } from "@/components/calendar/conflict-words";
import { repeatWordsOf, toEventInput } from "@/components/calendar/event-form-input";
import {
  type EventValues,
  fromEvent,
  newValues,
  nextFullHour,
  spanOf,
  takeSlot,
  withStart,
} from "@/components/calendar/event-form-values";
import { mergeValues } from "@/components/calendar/merge-event";
import { skippedWords } from "@/components/calendar/skipped-words";
import type { Conflict } from "@/lib/domain/calendar/conflicts";
import { neverAgain } from "@/lib/domain/calendar/repeat-choice";

const berlin = "Europe/Berlin";
const desk = { zone: berlin, locale: "en-GB" };
const supper: EventValues = {
  ...newValues("2026-12-11T19:00", "2026-12-11T22:00", false, berlin),
  summary: "Makers’ Supper",
};

describe("Whoever types when it begins need not type when it ends", () => {
  test("a new entry begins at the next full hour and lasts one", () => {
    const start = nextFullHour(Date.parse("2026-11-25T13:37:00Z"), berlin);
    expect(start).toBe("2026-11-25T15:00");
    expect(newValues(start, undefined, false, berlin)).toMatchObject({
      endDay: "2026-11-25",
      endTime: "16:00",
    });
    expect(nextFullHour(Date.parse("2026-11-25T13:00:00Z"), berlin)).toBe("2026-11-25T15:00");
  });

  test("whoever plans at night means the morning", () => {
    expect(nextFullHour(Date.parse("2026-11-25T22:37:00Z"), berlin)).toBe("2026-11-26T09:00");
    expect(nextFullHour(Date.parse("2026-11-26T01:37:00Z"), berlin)).toBe("2026-11-26T09:00");
    expect(nextFullHour(Date.parse("2026-12-31T20:30:00Z"), berlin)).toBe("2027-01-01T09:00");
  });

  test("the end follows the beginning, over midnight too", () => {
    expect(withStart(supper, { startTime: "22:30" })).toMatchObject({
      endDay: "2026-12-12",
      endTime: "01:30",
    });
    expect(withStart(supper, { startDay: "2026-12-31" })).toMatchObject({
      endDay: "2026-12-31",
      endTime: "22:00",
    });
  });

  test("a day half typed changes nothing else", () => {
    expect(withStart(supper, { startDay: "" })).toMatchObject({ startDay: "", endDay: "2026-12-11" });
  });

  test("“the last day” is taken back when the first is no longer one", () => {
    const monthly = { ...neverAgain, how: "monthly", month: "last-day" } as const;
    const last = { ...newValues("2026-12-31", undefined, true, berlin), repeat: monthly };
    expect(withStart(last, { startDay: "2027-01-31" }).repeat.month).toBe("last-day");
    expect(withStart(last, { startDay: "2027-01-15" }).repeat.month).toBe("day");
  });

  test("a free time is put in on the wall of the zone that is typed in", () => {
    const slot = { startsAt: "2026-12-03T15:00:00.000Z", endsAt: "2026-12-03T15:30:00.000Z" };
    expect(takeSlot({ ...supper, zone: "America/Toronto" }, slot)).toMatchObject({
      startDay: "2026-12-03",
      startTime: "10:00",
      endTime: "10:30",
    });
  });
});

describe("What is typed is what is kept", () => {
  test("an entry comes back out of its form as it went in", () => {
    const { input } = toEventInput({ ...supper, travel: "30", check: "never" });
    expect(toEventInput(fromEvent(input)).input).toEqual(input);
    expect(input).toMatchObject({
      start: "2026-12-11T19:00",
      travelMinutes: 30,
      wantsCheck: false,
      rule: "",
    });
  });

  test("whole days are days alone, the last one included", () => {
    const days = { ...newValues("2026-12-24", "2026-12-26", true, berlin), summary: "Away" };
    expect(toEventInput(days).input).toMatchObject({ start: "2026-12-24", end: "2026-12-26", allDay: true });
    expect(spanOf(days, "Asia/Kathmandu")).toEqual({
      startsAt: "2026-12-23T18:15:00.000Z",
      endsAt: "2026-12-26T18:15:00.000Z",
    });
  });

  test.each<[Partial<EventValues>, Record<string, string>]>([
    [{ summary: " " }, { summary: "Give it a name." }],
    [{ endTime: "18:00" }, { end: "It ends before it begins." }],
    [{ startDay: "" }, { start: "Give a day and a time." }],
    [{ zone: "Nowhere" }, { zone: "Choose a time zone from the list." }],
    [{ link: "javascript:alert(1)" }, { link: "Start the address with https://." }],
    [{ travel: "long" }, { travelMinutes: "Give minutes from 0 to 1440." }],
    [
      { repeat: { ...neverAgain, how: "weekly", end: "until", until: "2026-12-01" } },
      { "rule.until": "Give a day that is not before the first." },
    ],
    [
      { repeat: { ...neverAgain, how: "daily", every: 0 } },
      { "rule.every": "Give a whole number from 1 to 1000." },
    ],
  ])("what cannot be read is said at its field: %j", (part, errors) => {
    expect(toEventInput({ ...supper, ...part }).errors).toEqual(errors);
  });

  test("how it repeats is said while it is chosen, and not while it is half typed", () => {
    const weekly = { ...supper, repeat: { ...neverAgain, how: "weekly", every: 2 } as const };
    expect(repeatWordsOf(weekly)).toBe("every 2 weeks on Friday");
    expect(repeatWordsOf({ ...weekly, startDay: "" })).toBe("");
    expect(repeatWordsOf({ ...weekly, repeat: { ...weekly.repeat, every: 0 } })).toBe("");
  });
});

test("Two who change the same entry lose nothing: what only the other touched comes in, one’s own words stay", () => {
  const typed = { ...supper, summary: "Supper", place: "At home" };
  const theirs = { ...supper, summary: "The Supper", startTime: "19:30" };
  const { values, taken, both } = mergeValues(supper, typed, theirs);
  expect(values).toMatchObject({ summary: "Supper", place: "At home", startTime: "19:30" });
  expect({ taken, both }).toEqual({ taken: ["startTime"], both: ["summary"] });
});

describe("What is in the way is said in words", () => {
  const span = { startsAt: "2026-12-11T18:00:00.000Z", endsAt: "2026-12-11T21:00:00.000Z" };
  test.each<[Conflict, string]>([
    [
      { kind: "clash", title: "Makers’ Supper", eventId: "1", ...span },
      "Clashes with Makers’ Supper, 19:00–22:00",
    ],
    [{ kind: "clash", title: "", eventId: null, ...span }, "Mira is busy, 19:00–22:00"],
    [
      { kind: "kept", source: "protected", title: "Friday evening", ...span },
      "Friday evening, 19:00–22:00: nobody’s to book",
    ],
    [{ kind: "kept", source: "away", title: "", ...span }, "A day away, 19:00–22:00: kept free"],
    [
      { kind: "travel", title: "Ministry", eventId: "1", minutes: 30, needed: 45, ...span },
      "30 min from Ministry, 45 min needed",
    ],
    [
      { kind: "travel", title: "", eventId: null, minutes: 0, needed: 45, ...span },
      "No time to get there from something else, 45 min needed",
    ],
  ])("%j", (conflict, words) => expect(sayConflict(conflict, desk, "Mira")).toBe(words));

  test("with the day, where what it is in the way of lasts several", () => {
    const conflict = { kind: "clash", title: "Makers’ Supper", eventId: "1", ...span } as const;
    expect(sayConflict(conflict, desk, "Mira", { isLong: true })).toBe(
      "Clashes with Makers’ Supper, Fri 11 Dec, 19:00–22:00",
    );
  });

  test("a stretch into another day names both", () => {
    expect(rangeText(span, desk)).toBe("Fri 11 Dec, 19:00–22:00");
    expect(rangeText({ ...span, endsAt: "2026-12-12T09:00:00.000Z" }, desk)).toBe(
      "Fri 11 Dec, 19:00 to Sat 12 Dec, 10:00",
    );
  });
});

describe("Whoever types a time that the clocks skip reads what it comes to", () => {
  const night = (from: string, to: string) =>
    newValues(`2027-03-28T${from}`, `2027-03-28T${to}`, false, berlin);

  test.each([
    ["02:30", "04:00", "there is no 02:30 on that day. It begins at 03:30."],
    ["01:30", "02:30", "there is no 02:30 on that day. It ends at 03:30."],
    ["02:00", "02:45", "there is no 02:00 and no 02:45 on that day. It begins at 03:00 and ends at 03:45."],
    ["02:15", "02:15", "there is no 02:15 on that day. It begins at 03:15 and ends at 03:15."],
  ])("from %s to %s", (from, to, says) =>
    expect(skippedWords(night(from, to))).toBe(`The clocks go forward: ${says}`),
  );

  test("of a task, that it is due then", () => {
    expect(skippedWords({ ...night("02:30", ""), endDay: "" }, "is due")).toBe(
      "The clocks go forward: there is no 02:30 on that day. It is due at 03:30.",
    );
  });

  test("nothing is said of times that there are, or that are not typed to the end", () => {
    expect(skippedWords(night("01:30", "03:00"))).toBeNull();
    expect(skippedWords({ ...night("01:30", "02:30"), zone: "UTC" })).toBeNull();
    expect(skippedWords({ ...night("01:30", "02:30"), endTime: "" })).toBeNull();
    expect(skippedWords({ ...night("01:30", "02:30"), zone: "Europe/Ber" })).toBeNull();
  });
});
