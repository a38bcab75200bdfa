import { expect, test } from "vitest";
import { notModified } from "@/lib/actions/versions";

const knows = (tags: string | null) => notModified({ get: () => tags }, '"3-abc"');

test.each([
  ["its tag", '"3-abc"', true],
  ["its tag as a proxy writes it that packs", 'W/"3-abc"', true],
  ["its tag among others", '"1-x", "3-abc"', true],
  ["a star, which is whatever there is", "*", true],
  ["another’s tag", '"3-abcd"', false],
  ["no tag", null, false],
])("Whoever names %s has it already: %s", (_, tags, isKnown) => {
  expect(knows(tags)).toBe(isKnown);
});

test("What has no tag nobody has already", () => {
  expect(notModified({ get: () => "*" }, null)).toBe(false);
});
