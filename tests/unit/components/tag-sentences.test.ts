import { expect, test } from "vitest";
import { tagSentences } from "@/components/tasks/tag-sentences";
import type { TagReason } from "@/lib/domain/task/task";

const mira = { role: "client", clientShort: "Mira", assistantShort: "Ana" } as const;
const ana = { ...mira, role: "assistant" } as const;

test("What Mira set herself is set by her to Ana, and to Mira by “you”; what others set is theirs to both", () => {
  const by = (role: "client" | "assistant" | "agent" | "system", name: string): TagReason => ({
    by: "hand",
    role,
    name,
  });
  const why = (reason: TagReason, looking: typeof mira | typeof ana) =>
    tagSentences("must-be-you", reason, looking).why;
  expect(why(by("client", "Mira Holt"), mira)).toBe("Set by you.");
  expect(why(by("client", "Mira Holt"), ana)).toBe("Set by Mira.");
  expect(why(by("assistant", "Ana Duarte"), mira)).toBe("Set by Ana.");
  expect(why(by("agent", "Quill"), mira)).toBe("Set by Quill, an agent.");
  expect(why(by("system", ""), mira)).toBe("Set by Firsthand.");
});
