import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffWords } from "@/lib/adapters/words/diff-words";
import { cutWords } from "@/lib/domain/draft/cut-words";
import { sentencesOf } from "@/lib/domain/draft/sentences-of";
import { type Author, type AuthoredVersion, type Stretch, whoseWords } from "@/lib/domain/draft/whose-words";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const mira: Author = { by: "client", name: "Mira Holt", userId: "mira" };
const ana: Author = { by: "assistant", name: "Ana Ruiz", userId: "ana" };
const robin: Author = { by: "agent", name: "Robin", userId: "robin" };

const author = fc.constantFrom(mira, ana, robin);
const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.string({ unit: "binary", maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        ..."the|you|dinner|Mira|.|,|!|\r\n|\n\n|👩‍👩‍👧‍👦|🇦🇹|e\u0301|שלום|كل عام|你好。|の|สวัสดี|don’t|2.50".split(
          "|",
        ),
      ),
      { maxLength: 40 },
    )
    .map((words) => words.join(" ")),
);
const version = fc.record({
  text: anyText,
  author,
  phrases: fc.array(fc.record({ text: anyText }), { maxLength: 2 }),
});

/** Reads the versions and holds the answer to what every text is promised. */
function readWell(versions: readonly AuthoredVersion[]): Stretch[] {
  const stretches = whoseWords(versions, diffWords);
  const text = versions.at(-1)?.text ?? "";
  expect(stretches.map((one) => one.text).join("")).toBe(text);
  const borders = new Set(Array.from(new Intl.Segmenter("en").segment(text), (one) => one.index));
  let at = 0;
  stretches.forEach((one, n) => {
    expect(one.text).not.toBe("");
    expect(one.author).not.toEqual(stretches[n + 1]?.author);
    expect(borders.has(at), `cut within a sign at ${at} of ${JSON.stringify(text)}`).toBe(true);
    at += one.text.length;
  });
  const sentences = sentencesOf(stretches);
  expect(sentences.map((one) => one.text).join("")).toBe(text);
  expect(sentences.flatMap((one) => one.stretches.map((part) => part.text)).join("")).toBe(text);
  return stretches;
}

describe(`Any text (seed ${seed})`, () => {
  test("Every character of any text has exactly one author, never within one sign", () => {
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 5 }), (versions) => {
        readWell(versions);
      }),
      { seed, numRuns: 400 },
    );
  });

  test("Only those who wrote are named", () => {
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 4 }), (versions) => {
        const named = new Set(readWell(versions).map((one) => one.author.name));
        named.delete("a saved phrase");
        for (const name of named) expect(versions.map((one) => one.author.name)).toContain(name);
      }),
      { seed, numRuns: 200 },
    );
  });

  test("Saved again by anybody, and with other white space, it is whose it was", () => {
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 4 }), author, (versions, by) => {
        const before = readWell(versions);
        const { text = "" } = versions.at(-1) ?? {};
        expect(readWell([...versions, { text, author: by, phrases: [] }])).toEqual(before);
        const wide = text.replace(/ /g, "  ");
        if (text.trim() === "" || words(wide).join(" ") !== words(text).join(" ")) return;
        expect(ownersOf(readWell([...versions, { text: wide, author: by, phrases: [] }]))).toEqual(
          ownersOf(before),
        );
      }),
      { seed, numRuns: 300 },
    );
  });
});

/** What somebody does to a draft, in one version. */
type Edit = {
  by: Author;
  what: "type" | "add" | "delete" | "move" | "paste";
  at: number;
  to: number;
  length: number;
};
const edit: fc.Arbitrary<Edit> = fc.record({
  by: fc.constantFrom(mira, ana),
  what: fc.constantFrom("type", "add", "delete", "move", "paste"),
  at: fc.nat(1000),
  to: fc.nat(1000),
  length: fc.integer({ min: 4, max: 8 }),
});
const alphabets = ["abcdefghij", "абвгдежзик", "אבגדהוזחטי", "αβγδεζηθικ"];

/** A draft as its sentences, each a list of words; every word that is typed is one that nobody typed before. */
function play(edits: readonly Edit[]): { versions: AuthoredVersion[]; typedBy: Map<string, Author> } {
  const typedBy = new Map<string, Author>();
  const type = (by: Author, length: number) =>
    Array.from({ length }, () => {
      const letters = alphabets[typedBy.size % alphabets.length] ?? "";
      const word = `${letters.slice(0, 3)}${[...String(typedBy.size)].map((one) => letters[Number(one)]).join("")}`;
      typedBy.set(word, by);
      return word;
    });
  let draft = [type(ana, 6), type(ana, 5), type(ana, 7)];
  const saved: string[][][] = [draft];
  const texts: [string, Author][] = [[say(draft), ana]];
  for (const { by, what, at, to, length } of edits) {
    const n = at % Math.max(draft.length, 1);
    const sentence = draft[n] ?? [];
    const rest = draft.filter((_, place) => place !== n);
    if (what === "type") draft = insert(draft, type(by, length), to);
    if (what === "add") draft = draft.with(n, insert(sentence, type(by, 1 + (length % 3)), to, true));
    // A sentence of fewer words than four is left alone: it could be anybody's by chance.
    if (what === "delete" && rest.length > 0)
      draft = sentence.length > 6 ? draft.with(n, sentence.toSpliced(to % 5, 2)) : rest;
    if (what === "move") draft = insert(rest, sentence, to);
    const old = saved[at % saved.length] ?? [];
    if (what === "paste") draft = insert(draft, old[to % Math.max(old.length, 1)] ?? [], at);
    draft = draft.filter((one) => one.length > 0);
    saved.push(draft);
    texts.push([say(draft), by]);
  }
  return { versions: texts.map(([text, by]) => ({ text, author: by, phrases: [] })), typedBy };
}

function insert<T>(list: readonly T[], one: T | T[], at: number, isMany = false): T[] {
  const items = isMany && Array.isArray(one) ? one : [one as T];
  return list.toSpliced(at % (list.length + 1), 0, ...items);
}

function say(draft: readonly string[][]): string {
  return draft.map((words) => `${words.join(" ")}.`).join(" ");
}

function words(text: string): string[] {
  return cutWords(text).flatMap((one) => (one.isSpace ? [] : [one.text]));
}

function ownersOf(stretches: readonly Stretch[]): [string, string][] {
  return stretches.flatMap(({ text, author: by }) =>
    words(text).map((one): [string, string] => [one, by.name]),
  );
}

test(`Whatever Mira and Ana do to a draft, no word of the one is ever given to the other (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 14 }), (edits) => {
      const { versions, typedBy } = play(edits);
      for (let last = 1; last <= versions.length; last += 1)
        for (const [word, name] of ownersOf(readWell(versions.slice(0, last))))
          if (typedBy.has(word)) expect(`${word}: ${name}`).toBe(`${word}: ${typedBy.get(word)?.name}`);
    }),
    { seed, numRuns: 250 },
  );
});
