import { describe, expect, test } from "vitest";
import {
  freeWords,
  noneFreeWords,
  onlyForWords,
  slotWords,
  typedSlot,
} from "@/components/calendar/propose-words";

const place = { zone: "Europe/Berlin", locale: "en-GB" };
const once = {
  startsAt: "2026-12-03T09:00:00.000Z",
  endsAt: "2026-12-03T09:30:00.000Z",
  allDay: false,
  proposal: null,
  answer: "needs-action" as const,
};
const weekly = {
  ...once,
  proposal: { startsAt: "2026-12-10T12:00:00.000Z", endsAt: "2026-12-10T13:30:00.000Z" },
};
/** Two whole days in Berlin. */
const fair = {
  ...once,
  startsAt: "2026-12-02T23:00:00.000Z",
  endsAt: "2026-12-04T23:00:00.000Z",
  allDay: true,
};

describe("A time that is typed to be proposed", () => {
  test.each([
    ["is as long as what was asked", once, "2026-12-04", "14:00", "2026-12-04T13:00 2026-12-04T13:30"],
    [
      "of a series, as long as that time of it",
      weekly,
      "2026-12-04",
      "14:00",
      "2026-12-04T13:00 2026-12-04T14:30",
    ],
    [
      "is on the wall of the desk in summer too",
      once,
      "2027-07-01",
      "09:15",
      "2027-07-01T07:15 2027-07-01T07:45",
    ],
    ["goes over midnight", once, "2026-12-04", "23:45", "2026-12-04T22:45 2026-12-04T23:15"],
    ["is as many days, where days were asked", fair, "2026-12-08", "", "2026-12-07T23:00 2026-12-09T23:00"],
    ["is as many days where the clock changes", fair, "2027-03-27", "", "2027-03-26T23:00 2027-03-28T22:00"],
    ["is none without a time", once, "2026-12-04", "", null],
    ["is none without a day", once, "", "14:00", null],
    ["is none on a day that there is not", once, "2026-02-30", "14:00", null],
    ["is none for what has no time", { ...once, startsAt: "" }, "2026-12-04", "14:00", null],
  ])("%s", (_, asked, day, time, said) => {
    const slot = typedSlot({ day, time }, asked, place.zone);
    expect(slot && `${slot.startsAt.slice(0, 16)} ${slot.endsAt.slice(0, 16)}`).toBe(said);
  });
});

test("What is proposed for one time of a series says for which", () => {
  expect(freeWords(once, place)).toBe("Free instead, to propose:");
  expect(freeWords(weekly, place)).toBe("Free instead of Thu 10 Dec, 13:00, to propose for that one time:");
  expect(onlyForWords(once, place)).toBe("");
  expect(onlyForWords(weekly, place)).toBe(
    "For Thu 10 Dec, 13:00 alone; the others still wait for an answer.",
  );
  const answered = { ...weekly, answer: "accepted" as const };
  expect(onlyForWords(answered, place)).toBe("For Thu 10 Dec, 13:00 alone.");
  const days = { ...fair, proposal: { startsAt: fair.startsAt, endsAt: fair.endsAt } };
  expect(onlyForWords(days, place)).toBe("For Thu 3 Dec alone; the others still wait for an answer.");
});

test("Whole days are said by their dates, and why nothing is free in a sentence", () => {
  expect(slotWords(once, once, place)).toBe("Thu 3 Dec, 10:00–10:30");
  expect(slotWords(fair, fair, place)).toBe("Thu 3 Dec – Fri 4 Dec");
  expect(noneFreeWords(once)).toMatch(/^Nothing that long is free/);
  expect(noneFreeWords(fair)).toMatch(/^Whole days/);
});
