import { expect, test } from "vitest";
import { leadDaysOf } from "@/lib/domain/person/lead-days";

const circles = [
  { key: "inner", leadDays: null },
  { key: "friends", leadDays: 14 },
  { key: "wider", leadDays: 3 },
];

test("The day itself says how long ahead, then the person, then the nearest circle, and else it is a week", () => {
  const person = (leadDays: number | null, ...keys: string[]) => ({ leadDays, circles: keys });
  expect(leadDaysOf(0, person(5, "friends"), circles)).toEqual({ days: 0, by: "day", circle: null });
  expect(leadDaysOf(null, person(0, "friends"), circles)).toEqual({ days: 0, by: "person", circle: null });
  expect(leadDaysOf(null, person(null, "wider", "friends"), circles)).toEqual({
    days: 14,
    by: "circle",
    circle: "friends",
  });
  expect(leadDaysOf(null, person(null, "inner", "wider"), circles)).toMatchObject({ days: 3 });
  expect(leadDaysOf(null, person(null, "inner"), circles)).toEqual({ days: 7, by: "usual", circle: null });
});
