import { expect, test } from "vitest";
import { sayWhich } from "@/components/people/pair-sides";
import type { PairSide } from "@/lib/domain/person/duplicates-view";

const circles = [
  { key: "inner", name: "Inner circle" },
  { key: "wider", name: "Wider circle" },
];

function side(name: string, facts: Partial<PairSide> = {}): PairSide {
  return { name, circles: ["wider"], emails: [], phones: [], ...facts } as unknown as PairSide;
}

test("Of two with one name Ana sees which is which before she says who stays", () => {
  const near = side("Ng", { circles: ["inner"] });
  const far = side("Ng", { emails: [{ value: "ng@example.com", label: "home" }] });

  expect(sayWhich(near, far, circles)).toBe("Ng · Inner circle");
  expect(sayWhich(far, near, circles)).toBe("Ng · Wider circle · ng@example.com");
  expect(sayWhich(side("Ng"), side("Ngo"), circles)).toBe("Ng");
});
