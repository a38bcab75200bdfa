import { expect, test } from "vitest";
import { notNowChoices } from "@/lib/domain/task/not-now";

const choices = (iso: string, zone: string) =>
  notNowChoices(Date.parse(iso), zone).map(({ id, until }) => `${id} ${until}`);

test("on a Sunday morning Mira may say later today, tomorrow or next week, at hours of her own zone", () => {
  expect(choices("2026-11-22T09:20:00Z", "Europe/Berlin")).toEqual([
    "later-today 2026-11-22T12:00:00.000Z",
    "tomorrow 2026-11-23T07:00:00.000Z",
    "next-week 2026-11-30T07:00:00.000Z",
  ]);
});

test("in the evening there is no later today", () => {
  expect(choices("2026-11-25T18:30:00Z", "Europe/Berlin")).toEqual([
    "tomorrow 2026-11-26T07:00:00.000Z",
    "next-week 2026-11-30T07:00:00.000Z",
  ]);
});

test("eight in the morning stays eight in the morning when the clocks change over night", () => {
  expect(choices("2026-03-28T20:00:00Z", "Europe/Berlin")[0]).toBe("tomorrow 2026-03-29T06:00:00.000Z");
  expect(choices("2026-10-24T20:00:00Z", "Europe/Berlin")[0]).toBe("tomorrow 2026-10-25T07:00:00.000Z");
});
