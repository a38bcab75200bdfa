import { expect, test } from "vitest";
import { initialsOf } from "@/components/ui/avatar";

test.each([
  ["Mira Holt", "MH"],
  ["ana  maria de la cruz", "AC"],
  ["Noor", "N"],
  ["🦊 Fox", "🦊F"],
  ["👩‍👩‍👧 Holt", "👩‍👩‍👧H"],
  ["🇵🇹 Rui", "🇵🇹R"],
  ["👍🏽", "👍🏽"],
  ["e\u0301lodie Blanc", "E\u0301B"],
  ["\u0301Anna", "A"],
  ["किरण देसाई", "किदे"],
  ["\u200fאורי", "א"],
  ["(Mum)", "M"],
  ["—", "–"],
  ["  ", "–"],
])("Of “%s” the circle shows %s, and no letter is torn", (name, shown) =>
  expect(initialsOf(name)).toBe(shown),
);
