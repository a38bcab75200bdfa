import { expect, test } from "vitest";
import { cutText } from "@/lib/domain/cut-text";

test("Text is cut between letters, and the half of one that came by itself is marked", () => {
  expect(cutText(`${"a".repeat(79)}😀 fine`, 80)).toBe("a".repeat(79));
  expect(cutText(`${"a".repeat(78)}😀 fine`, 80)).toBe(`${"a".repeat(78)}😀`);
  expect(cutText("  short \u0000", 80)).toBe("short");
  expect(cutText("torn \ud83d", 80)).toBe("torn \ufffd");
});
