import { expect, test } from "vitest";
import { longestDraft } from "@/lib/domain/draft/draft";
import { keptText, whyNotKept } from "@/lib/domain/draft/kept-text";

test("Words are kept as they were typed, but for line ends and halves of letters", () => {
  expect(keptText("One\r\ntwo\rthree\n")).toBe("One\ntwo\nthree\n");
  expect(keptText("  spaces \t stay  ")).toBe("  spaces \t stay  ");
  expect(keptText("🙂 \uD83D \uDE42 年")).toBe("🙂 \uFFFD \uFFFD 年");
  expect(keptText(keptText("a\r\r\n\uD800"))).toBe(keptText("a\r\r\n\uD800"));
});

test("A draft is no longer than fits", () => {
  expect(whyNotKept("a".repeat(longestDraft))).toBeNull();
  expect(whyNotKept("a".repeat(longestDraft + 1))).toEqual({
    code: "invalid",
    fields: { text: "A draft has at most 20,000 letters." },
  });
});
