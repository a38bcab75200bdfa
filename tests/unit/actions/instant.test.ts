import { expect, test } from "vitest";
import { dayWithin, instant } from "@/lib/schemas/instant";

const day = dayWithin("Give a day.");

test("An instant with its offset becomes one in UTC", () => {
  expect(instant.parse("2026-05-03T10:00:00+02:00")).toBe("2026-05-03T08:00:00.000Z");
});

test.each(["0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "1899-12-31T23:59:59Z", "2201-01-01T00:00:00Z"])(
  "%s is no plan of anybody's",
  (text) =>
    expect(instant.safeParse(text).error?.issues.map(({ message }) => message)).toEqual([
      "This date is too far away.",
    ]),
);

test("What is no instant is said so, once", () => {
  expect(instant.safeParse("soon").error?.issues.map(({ message }) => message)).toEqual([
    "Give a date and time.",
  ]);
});

test("A day is one of a reasonable life", () => {
  expect(day.parse("2028-02-29")).toBe("2028-02-29");
  expect(day.safeParse("0000-01-01").error?.issues[0]?.message).toBe("This date is too far away.");
  expect(day.safeParse("2027-02-29").error?.issues.map(({ message }) => message)).toEqual(["Give a day."]);
});
