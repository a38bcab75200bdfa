import { expect, test } from "vitest";
import { isStillTyping } from "@/components/ui/early-keys";

test("A key that Ana presses in the first blink of a page is a command of its own, not the rest of a word", () => {
  expect(isStillTyping(120)).toBe(false);
  expect(isStillTyping(180)).toBe(false);
});
