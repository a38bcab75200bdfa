import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "@/lib/domain/draft/folded-text";
import { fillPlaceholders, findPlaceholders } from "@/lib/domain/draft/placeholders";
import { marksIn, type VoiceSheet } from "@/lib/domain/draft/voice";
import { naughtyStrings } from "../../support/naughty-strings";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        "{",
        "}",
        "{date}",
        "\\",
        " ",
        "\n",
        "synergy",
        "SYNÉRGY",
        "👩‍👩‍👧",
        "赋能",
        "https://a.example/synergy",
        "İ",
        "ß",
        "\u0301",
        "\ud800",
        "Dear Tomas,",
      ),
      { maxLength: 30 },
    )
    .map((all) => all.join("")),
);
const sheet: VoiceSheet = {
  greeting: "Dear {first name},",
  signOff: "Love, Mira",
  neverWords: ["synergy", "赋能", "👩", "circle back", "ss"],
  mostWords: 5,
  byCircle: [],
};
const about = { circles: [], firstName: "Tomas", client: "Mira" };

/** Holds the marks of a text to what every text is promised. */
function expectWellMarked(text: string): void {
  const marks = marksIn(text, sheet, about);
  for (const { from, to, code, says } of marks) {
    expect(0 <= from && from <= to && to <= text.length).toBe(true);
    expect(says).not.toMatch(/[\n\u202e]|undefined/);
    const words = text.slice(from, to);
    if (code === "placeholder") expect(words).toMatch(/^\{[^{}]+\}$/);
    if (code === "never-word") expect(sheet.neverWords).toContain(foldText(words).text);
  }
}

describe("Whatever Ana types", () => {
  test(`every mark stands on what it speaks of (seed ${seed})`, () => {
    fc.assert(fc.property(anyText, expectWellMarked), { seed, numRuns: 600 });
  });

  test(`no mark cuts what people see as one sign (seed ${seed})`, () => {
    const signs = new Intl.Segmenter("en", { granularity: "grapheme" });
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const begins = new Set([...signs.segment(text)].map(({ index }) => index)).add(text.length);
        const { from, to } = foldText(text);
        for (const at of [...from, ...to]) expect(begins).toContain(at);
      }),
      { seed, numRuns: 600 },
    );
  });

  test("strings that break other programs are marked without a stumble", () => {
    for (const text of naughtyStrings()) expectWellMarked(text);
  });

  test(`a word on the list is found between any others (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        anyText,
        anyText,
        fc.constantFrom("synergy", "SYNERGY", "synérgy", "circle\n back"),
        (a, b, word) => {
          const text = `${a.replaceAll("://", "")} \n${word}\n ${b.replaceAll("://", "")}`;
          const at = a.replaceAll("://", "").length + 2;
          const marks = marksIn(text, sheet, about).filter(({ code }) => code === "never-word");
          expect(marks.map(({ from, to }) => [from, to])).toContainEqual([at, at + word.length]);
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  test(`only placeholders are filled, and everything between them stays as it is (seed ${seed})`, () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fillPlaceholders(text, {})).toBe(text);
        let left = fillPlaceholders(text, { date: "today" });
        const parts = findPlaceholders(text);
        expect(left.length).toBe(
          text.length -
            parts.filter(({ name }) => name === "date").reduce((sum, { from, to }) => sum + to - from - 5, 0),
        );
        left = left.replaceAll("today", "");
        expect(left).toBe(text.replaceAll("today", "").replace(/(?<!\{)\{date\}(?!\})/g, ""));
      }),
      { seed, numRuns: 400 },
    );
  });
});
