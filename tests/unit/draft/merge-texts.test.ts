import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeTexts } from "@/lib/adapters/words/merge-texts";
import { cutWords } from "@/lib/domain/draft/cut-words";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const base = "Dear Tomas, the boat is dry. We sail in May. Come to dinner.";

function words(text: string): string[] {
  return cutWords(text).flatMap((one) => (one.weight > 0 ? [one.text] : []));
}

describe("Mira and Ana edited the same draft", () => {
  test("Each changed another sentence: both changes are in it, and nobody is asked", () => {
    const mine = base.replace("We sail in May.", "We sail in June.");
    const theirs = base.replace("Come to dinner.", "Come to lunch.");
    expect(mergeTexts({ base, mine, theirs })).toEqual({
      text: "Dear Tomas, the boat is dry. We sail in June. Come to lunch.",
      conflicts: [],
      parts: [
        { kind: "same", text: "Dear Tomas, the boat is dry. We sail in " },
        { kind: "mine", text: "June" },
        { kind: "same", text: ". Come to " },
        { kind: "theirs", text: "lunch" },
        { kind: "same", text: "." },
      ],
    });
  });

  test("Both changed one sentence: it is shown whole, as each left it, and the text keeps both", () => {
    const mine = base.replace("in May", "in June");
    const theirs = base.replace("We sail", "All of us sail");
    const merged = mergeTexts({ base, mine, theirs });
    expect(merged.conflicts).toEqual([
      { mine: "We sail in June.", theirs: "All of us sail in May.", base: "We sail in May." },
    ]);
    expect(merged.text).toBe(
      "Dear Tomas, the boat is dry. We sail in June. All of us sail in May. Come to dinner.",
    );
  });

  test("Both made the same change: that is no conflict", () => {
    const both = base.replace("May", "June");
    expect(mergeTexts({ base, mine: both, theirs: both })).toMatchObject({ text: both, conflicts: [] });
    const theirs = `${both} Yours, Ana.`;
    expect(mergeTexts({ base, mine: both, theirs })).toMatchObject({ text: theirs, conflicts: [] });
  });

  test("Only one of them changed anything: that text is taken, letter for letter", () => {
    const other = base.replace("the boat", "the old boat");
    expect(mergeTexts({ base, mine: other, theirs: base })).toMatchObject({ text: other, conflicts: [] });
    expect(mergeTexts({ base, mine: base, theirs: other })).toMatchObject({ text: other, conflicts: [] });
    expect(mergeTexts({ base, mine: base, theirs: base }).parts).toEqual([{ kind: "same", text: base }]);
  });

  test("Mira takes a sentence out that Ana works on: she is asked, and Ana's words are still there", () => {
    const mine = base.replace(" We sail in May.", "");
    const theirs = base.replace("in May", "in early June");
    const merged = mergeTexts({ base, mine, theirs });
    expect(merged.conflicts).toHaveLength(1);
    expect(merged.text).toContain("in early June");
  });

  test("Mira takes a sentence out that nobody else touched: it is gone", () => {
    const mine = base.replace(" We sail in May.", "");
    const theirs = `${base} Yours, Ana.`;
    expect(mergeTexts({ base, mine, theirs })).toMatchObject({
      text: "Dear Tomas, the boat is dry. Come to dinner. Yours, Ana.",
      conflicts: [],
    });
  });

  test("Both added a sentence at the end: both are shown, neither is lost", () => {
    const merged = mergeTexts({ base, mine: `${base} Love, Mira.`, theirs: `${base} Bring Leni.` });
    expect(merged.conflicts).toHaveLength(1);
    expect(merged.text).toMatch(/Love, Mira\..*Bring Leni\./);
  });

  test("Both began from nothing: both texts are there", () => {
    expect(mergeTexts({ base: "", mine: "Dear Tomas", theirs: "Hello Tomas" })).toMatchObject({
      text: "Dear Tomas Hello Tomas",
      conflicts: [{ mine: "Dear Tomas", theirs: "Hello Tomas", base: "" }],
    });
  });

  test("Chinese sentences without white space between are merged one by one", () => {
    const [one, two] = ["希望新的一年你的画展顺利。", "早日来上海看我们。"];
    const merged = mergeTexts({
      base: one + two,
      mine: one.replace("画展", "书") + two,
      theirs: one + two.replace("上海", "北京"),
    });
    expect(merged).toMatchObject({ text: "希望新的一年你的书顺利。早日来北京看我们。", conflicts: [] });
  });
});

describe(`Any three texts (seed ${seed})`, () => {
  const sentence = fc
    .array(fc.constantFrom(..."boat|dinner|we|you|May|sail|Noor|lake|come|你好|שלום|👩‍👧|😀".split("|")), {
      minLength: 1,
      maxLength: 5,
    })
    .map((all) => `${all.join(" ")}.`);
  const text = fc
    .array(fc.tuple(sentence, fc.constantFrom(" ", "\n\n", "\r\n", "")), { maxLength: 7 })
    .map((all) => all.flat().join(""));

  test("no word that Mira or Ana wrote is lost, and the parts make the text", () => {
    fc.assert(
      fc.property(text, text, text, (from, mine, theirs) => {
        const { parts, text: merged, conflicts } = mergeTexts({ base: from, mine, theirs });
        const known = new Set(words(from));
        const shown = parts.map((one) => (one.kind === "conflict" ? `${one.mine} ${one.theirs}` : one.text));
        const [inParts, inText] = [new Set(words(shown.join(""))), new Set(words(merged))];
        for (const word of words(`${mine} ${theirs}`).filter((one) => !known.has(one))) {
          expect(inParts).toContain(word);
          expect(inText).toContain(word);
        }
        if (conflicts.length === 0) expect(shown.join("")).toBe(merged);
        expect(parts.filter((one) => one.kind === "conflict")).toHaveLength(conflicts.length);
      }),
      { seed, numRuns: 1000 },
    );
  });

  test("whoever changed nothing gets the other's text, and the sides may be exchanged", () => {
    fc.assert(
      fc.property(text, text, text, (from, mine, theirs) => {
        expect(mergeTexts({ base: from, mine, theirs: from }).text).toBe(mine);
        expect(mergeTexts({ base: from, mine: from, theirs }).text).toBe(theirs);
        const [one, other] = [
          mergeTexts({ base: from, mine, theirs }),
          mergeTexts({ base: from, mine: theirs, theirs: mine }),
        ];
        expect(other.conflicts.map(({ mine: a, theirs: b }) => [b, a])).toEqual(
          one.conflicts.map(({ mine: a, theirs: b }) => [a, b]),
        );
      }),
      { seed, numRuns: 500 },
    );
  });

  test("twenty thousand letters of the shortest sentences are merged in a moment", () => {
    const many = "a! ".repeat(7000);
    const begun = performance.now();
    mergeTexts({ base: many, mine: `b! ${many}`, theirs: `${many}c!` });
    const some = "a! ".repeat(2500);
    mergeTexts({ base: some, mine: `b! ${some}`, theirs: `${some}c!` });
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});
