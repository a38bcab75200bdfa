import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactText, fromExactText } from "@/lib/mcp/exact-text";

const seed = 470221;
const unseen = [
  "\u202d",
  "\u202c",
  "\u200f",
  "\u00ad",
  "\u2066",
  "\u200b",
  "\u200d",
  "\u0007",
  "\ufeff",
  "\u{e0041}",
  "\ufe0f",
  "\u2028",
];
const pieces = [
  ...unseen,
  "[U+202D]",
  "[U+005B]",
  "[U+",
  "]",
  "[",
  "U+202D]",
  "5 <a 6",
  "<b class=x>",
  "<br>",
  "&amp;",
  " ",
  "\n\n",
  "\t",
  "Noor",
  "שלום",
  "می‌خواهم",
  "👩‍👩‍👧",
  "❤️",
];
const back = (text: string) => fromExactText(exactText(text), [text]);

describe("What Pen reads of a draft and sends back is the draft", () => {
  test.each([
    ["a number pasted from the contacts", "\u202d+49 170 1234567\u202c", "[U+202D]+49 170 1234567[U+202C]"],
    ["Hebrew with its marks", "שלום\u200f, נור", "שלום[U+200F], נור"],
    ["signs of a page", "a <b and 5 <a 6\n\nNext", "a <b and 5 <a 6\n\nNext"],
    ["a soft hyphen", "Donau\u00addampf", "Donau[U+00AD]dampf"],
    ["a number that somebody typed", "write [U+202D] here", "write [U+005B]U+202D] here"],
    ["a family, and a heart", "👩‍👩‍👧 ❤️", "👩‍👩‍👧 ❤️"],
  ])("%s", (_, text, shown) => {
    expect(exactText(text)).toBe(shown);
    expect(back(text)).toBe(text);
  });

  test(`Whatever stands in it (seed ${seed})`, () => {
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((some) => some.join(""));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: "binary" })), (one) => {
        const whole = one.toWellFormed().replace(/\0/g, "");
        expect(back(whole)).toBe(whole);
        expect(exactText(whole)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u00ad\u{e0000}-\u{e007f}]/u);
      }),
      { seed, numRuns: 500 },
    );
  });
});

test("A number that Pen has from a stranger’s mail turns no letters around in the draft", () => {
  expect(fromExactText("He wrote [U+202E]evil", ["Dear Noor"])).toBe("He wrote [U+202E]evil");
});
