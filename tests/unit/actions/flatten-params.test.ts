import { expect, test } from "vitest";
import { flattenParams } from "@/lib/actions/around-request";

test("A path with several parts under one name has them in one, and a path without any has none", () => {
  expect(flattenParams({ workspace: "mira", rest: ["a", "b"] })).toEqual({ workspace: "mira", rest: "a/b" });
  expect(flattenParams(undefined)).toEqual({});
});
