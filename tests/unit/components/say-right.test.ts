import { expect, test } from "vitest";
import { sayRight } from "@/components/rights/say-right";
import { rightsOf } from "@/lib/domain/policy/rights";

test("Mira reads of herself as you, and Ana of Mira by name", () => {
  const says = (client: string) => rightsOf("assistant").map((right) => sayRight(right.says, client));

  expect(says("you")).toContain("write drafts, comment on them, and put them before you");
  expect(says("you")).toContain("answer what is asked of you");
  expect(says("Mira")).toContain("approve words, so that they leave in Mira’s name");
  for (const client of ["you", "Mira"])
    expect(says(client).filter((one) => /the client/.test(one))).toEqual([]);
});
