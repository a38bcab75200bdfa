import { expect, test } from "vitest";
import { noFilter, readFilter, writeFilter } from "@/components/tasks/filter-words";

test("a filter that somebody shares as an address comes back as it was", () => {
  const filter = {
    q: "the boat & co",
    kind: "birthday",
    tag: "must-be-you",
    state: "client",
    personId: "04f723d1-e5f4-476a-a22c-47f9eae5afdd",
    snoozed: true,
    overdue: true,
  } as const;
  expect(readFilter(Object.fromEntries(writeFilter(filter)))).toEqual(filter);
});

test("somebody who writes nonsense into the address sees the whole queue", () => {
  const nonsense = {
    kind: "x",
    tag: ["loose", "y"],
    state: "withdrawn",
    person: "1 OR 1=1",
    snoozed: "maybe",
  };
  expect(readFilter(nonsense)).toEqual(noFilter);
});

test("an unfiltered queue has a bare address", () => {
  expect(writeFilter(noFilter).size).toBe(0);
});
