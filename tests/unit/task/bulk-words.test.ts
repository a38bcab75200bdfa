import { describe, expect, test } from "vitest";
import { bulkSchema } from "@/lib/schemas/task";

const items = [1, 2].map((n) => ({ id: `00000000-0000-4000-8000-00000000000${n}`, version: 1 }));

describe("Completing many at once", () => {
  test("nobody writes the same words to two people in one go", () => {
    const read = bulkSchema.safeParse({ verb: "complete", items, input: { words: "Happy birthday!" } });
    expect(read.error?.issues).toMatchObject([
      { path: ["words"], message: "Words go to one person: complete these one by one." },
    ]);
  });

  test("without words many are completed, and with words one is", () => {
    expect(
      bulkSchema.safeParse({ verb: "complete", items, input: { note: "By post", words: "" } }).success,
    ).toBe(true);
    expect(
      bulkSchema.safeParse({ verb: "complete", items: items.slice(1), input: { words: "Happy birthday!" } })
        .success,
    ).toBe(true);
  });
});
