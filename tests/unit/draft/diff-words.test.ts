import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffWords } from "@/lib/adapters/words/diff-words";
import { quickest } from "../../support/quickest";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** A diff as one line: "[-gone-]{+new+}". */
function show(before: string, after: string): string {
  const around = { same: ["", ""], gone: ["[-", "-]"], new: ["{+", "+}"] } as const;
  return diffWords(before, after)
    .map(({ kind, text }) => `${around[kind][0]}${text}${around[kind][1]}`)
    .join("");
}

function expectWhole(before: string, after: string): void {
  const parts = diffWords(before, after);
  const join = (kind: "gone" | "new") =>
    parts.flatMap((one) => (one.kind === "same" || one.kind === kind ? [one.text] : [])).join("");
  expect(join("gone")).toBe(before);
  expect(join("new")).toBe(after);
}

const table: [string, string, string, string][] = [
  ["nothing", "", "", ""],
  ["the same text", "Come soon.", "Come soon.", "Come soon."],
  ["all new", "", "Come soon.", "{+Come soon.+}"],
  ["all gone", "Come soon.", "", "[-Come soon.-]"],
  ["a word", "Come on Friday.", "Come on Sunday.", "Come on [-Friday-]{+Sunday+}."],
  ["one letter of a word", "Dear Tomas", "Dear Tomás", "Dear [-Tomas-]{+Tomás+}"],
  ["an apostrophe within a word", "I don't", "I don’t", "I [-don't-]{+don’t+}"],
  ["a comma", "Dear Tomas how", "Dear Tomas, how", "Dear Tomas{+,+} how"],
  ["a line end", "Dear Tomas\nhow", "Dear Tomas\r\nhow", "Dear Tomas[-\n-]{+\r\n+}how"],
  [
    "a sentence put in before one that begins alike",
    "Come soon. Bring wine.",
    "Come soon. Bring Noor. Bring wine.",
    "Come soon. {+Bring Noor. +}Bring wine.",
  ],
  ["a sentence at the end", "Come soon.", "Come soon. Yours, Mira.", "Come soon.{+ Yours, Mira.+}"],
  [
    "a small word between words replaced",
    "I hope you are well",
    "What luck you had there",
    "[-I hope you are well-]{+What luck you had there+}",
  ],
  ["Chinese, sign by sign", "你的画展顺利", "你的音乐会顺利", "你的[-画展-]{+音乐会+}顺利"],
  ["a family of signs", "so 👩‍👩‍👧 so", "so 👩‍👩‍👧‍👦 so", "so [-👩‍👩‍👧-]{+👩‍👩‍👧‍👦+} so"],
];

describe("Two texts compared", () => {
  test.each(table)("Mira sees what changed: %s", (_, before, after, shown) => {
    expect(show(before, after)).toBe(shown);
  });

  test(`Whatever is compared, nothing of either text is lost (seed ${seed})`, () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc
        .array(fc.constantFrom(..."a|b|the|you|.|,|\n|\r\n|你|👩‍👧|e\u0301".split("|")), { maxLength: 60 })
        .map((all) => all.join(" ")),
    );
    fc.assert(fc.property(text, text, expectWhole), { seed, numRuns: 1000 });
  });
});

describe("Twenty thousand letters", () => {
  let state = 7;
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  const letter = (name: string) =>
    Array.from(
      { length: 3000 },
      (_, n) => `${name}${Math.floor(next() * 900)}${n % 12 === 11 ? "." : ""}`,
    ).join(" ");
  const [one, other] = [letter("wor"), letter("wor")];
  const chinese = "祝你生日快乐希望新的一年你的画展顺利。".repeat(1000);
  /** Each takes less than a tenth of a second on a quiet machine; this one may be busy. Without the cap it is many seconds. */
  const cases: [string, string, string][] = [
    ["one word in eight changed", one, one.replaceAll(/\b\w+[27]\b/g, "changed")],
    ["another letter of the same words", one, other],
    ["the same words, sorted", one, one.split(" ").sort().join(" ")],
    ["Chinese, a sign in eighteen changed", chinese, chinese.replaceAll("画", "书")],
    ["one word again and again", "a ".repeat(10_000), `b ${"a ".repeat(9000)}c`],
    ["full stops", `${".".repeat(20_000)}x`, `y${".".repeat(19_000)}`],
  ];

  test.each(cases)("are compared before a hand has paused: %s", async (_, before, after) => {
    expectWhole(before, after);
    expect(await quickest(600, () => diffWords(before, after))).toBeLessThan(600);
  });

  test("written anew with the same words but for one paragraph, that paragraph is still the same", () => {
    const kept = Array.from({ length: 20 }, (_, n) => `Kept ${n} as it was.`).join(" ");
    const shuffled = one.split(" ").sort().join(" ");
    const same = diffWords(`${one}\n${kept}\n${other}`, `${shuffled}\n${kept}\n${letter("wor")}`);
    expect(same.filter((part) => part.kind === "same" && part.text.includes(kept))).toHaveLength(1);
  });

  test("too unlike to be compared word by word, the sentences that both have are still the same", () => {
    const kept = "This sentence is in both of the letters.";
    const [a, b] = [`${one}. ${kept} ${other}`, `${letter("xyz")}. ${kept} ${letter("uvw")}`];
    const same = diffWords(a, b).filter((part) => part.kind === "same");
    expect(same.map((part) => part.text).join("")).toContain(kept);
  });
});
