import { describe, expect, test } from "vitest";
import { withSignature } from "@/lib/domain/draft/signature";

const mira = "Mira Holt\nHarbour Studio";

describe("The account's signature", () => {
  test.each<[string, string, string, string]>([
    ["stands below two dashes and a space", "Hello", mira, `Hello\n\n-- \n${mira}`],
    ["is not there when it is empty", "Hello\n", " \n", "Hello\n"],
    ["stands alone under no text", "", mira, `-- \n${mira}`],
    ["leaves no gap where lines were left at the end", "Hello\n\n\n", mira, `Hello\n\n-- \n${mira}`],
    ["is not there twice", `Hello\n\n-- \n${mira}\n`, mira, `Hello\n\n-- \n${mira}`],
    ["is not there twice for want of a space", `Hello\n--\n${mira}`, mira, `Hello\n\n-- \n${mira}`],
    [
      "is not there twice for the line ends of Windows",
      `Hello\r\n-- \r\nMira Holt\r\nHarbour Studio`,
      mira,
      `Hello\n\n-- \n${mira}`,
    ],
    ["follows another's", "Hello\n\n-- \nAna", mira, `Hello\n\n-- \nAna\n\n-- \n${mira}`],
    ["follows the same name that is no signature", `Love, ${mira}`, mira, `Love, ${mira}\n\n-- \n${mira}`],
    [
      "follows the same name below dashes that are none",
      `a -- \n${mira}`,
      mira,
      `a -- \n${mira}\n\n-- \n${mira}`,
    ],
    ["brings its own dashes once", "Hello", `-- \n${mira}`, `Hello\n\n-- \n${mira}`],
  ])("%s", (_, text, signature, expected) => expect(withSignature(text, signature)).toBe(expected));

  test("stays one, however often the text passes by", () => {
    const once = withSignature("Hello", mira);
    expect(withSignature(withSignature(once, mira), mira)).toBe(once);
  });
});
