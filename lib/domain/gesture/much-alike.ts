/** NOT THE SAME WORDS TWICE: when a text is much like an earlier one, and which sentence gives it away. */
import { foldWords, withoutCustom, wordsOfNames } from "@/lib/domain/gesture/formula-words";
import { pieceReader, type ReadPieces } from "@/lib/domain/gesture/pieces";

/** The sentence that is alike, as it was typed and as it was sent; `isSame` when nothing of its own is left in the text. */
export type Alike = { typed: string; theirs: string; isSame: boolean };

/** Names do not count: "Dear Ana" and "Dear Tom" begin alike. `toSamePerson`: then the very same greeting counts, too. */
export type Comparing = { names: readonly string[]; toSamePerson: boolean };

type Sentence = { text: string; own: string; weight: number; pieces: readonly number[] };
/** A text as it is compared: its sentences with words of their own, the heaviest first, and all of those words together. */
type Text = { sentences: Sentence[]; joined: string; all: number };
/** Which sentences of a text have a piece, by the piece's number. */
type Having = (number[] | undefined)[];

/** How like two sentences must be, by how much the shorter says: a few words are quickly the same by chance. */
const thresholds = [
  { from: 36, atLeast: 0.5 },
  { from: 18, atLeast: 0.62 },
  { from: 8, atLeast: 0.8 },
] as const;
/** A sentence this long is nobody's by chance; of shorter ones, half of what was typed must have been said before. */
const longEnough = 40;
const halfOfIt = 0.5;
/** Fewer letters of one's own than this may be the same for two people. */
const enoughToSay = 8;
/** As much of a text as is compared, and as many of its sentences, the heaviest: typing waits for the answer. */
const most = { letters: 4000, sentences: 60 };

/** Null when the texts are not much alike. */
export function muchAlike(typed: string, sent: string, comparing: Comparing): Alike | null {
  return alikeTo(typed)(sent, comparing);
}

/** The same for one typed text and many that were sent: what is typed is taken apart once for each choice of names in it. */
export function alikeTo(typed: string): (sent: string, comparing: Comparing) => Alike | null {
  const folded = foldWords(cut(typed));
  const vocabulary = new Set(folded.split(" "));
  const parts = partsOf(typed);
  const readPieces = pieceReader();
  const taken = new Map<string, Text & { having: Having }>();
  return (sent, { names, toSamePerson }) => {
    const called = wordsOfNames(names);
    const key = [...called].filter((word) => vocabulary.has(word)).join(" ");
    const a = taken.get(key) ?? withHaving(textOf(parts, called, readPieces));
    taken.set(key, a);
    const b = textOf(partsOf(sent), called, readPieces);
    const isWhole = Math.max(typed.length, sent.length) <= most.letters || typed === sent;
    const isSame = isWhole && a.joined === b.joined && weightOf(a.joined) >= enoughToSay;
    if (isSame || (isWhole && toSamePerson && folded !== "" && folded === foldWords(cut(sent))))
      return { typed: heaviest(a, typed), theirs: heaviest(b, sent), isSame: true };
    return repeatedIn(a, b);
  };
}

/** The heaviest sentence that was said before, when it, or all that were, weigh enough. */
function repeatedIn(a: Text & { having: Having }, b: Text): Alike | null {
  const pairs = twinsOf(a, b);
  const repeated = pairs.reduce((sum, { one }) => sum + one.weight, 0);
  const [first] = pairs;
  if (!first || (first.one.weight < longEnough && repeated < a.all * halfOfIt)) return null;
  return { typed: first.one.text, theirs: first.twin.text, isSame: false };
}

/** Each sentence of the one text with the sentence of the other that is most like it, where one is much like it. */
function twinsOf(a: Text & { having: Having }, b: Text): { one: Sentence; twin: Sentence }[] {
  const best = new Map<Sentence, { twin: Sentence; likeness: number }>();
  for (const twin of b.sentences) {
    const shared = sharedWith(a, twin);
    a.sentences.forEach((one, at) => {
      const both = shared[at] ?? 0;
      const either = one.pieces.length + twin.pieces.length - both;
      // Most have little in common; whoever has less than half is asked nothing more.
      if (both * 2 < either) return;
      const likeness = both / either;
      const needed = neededOf(Math.min(one.weight, twin.weight));
      if (likeness >= needed && likeness > (best.get(one)?.likeness ?? 0)) best.set(one, { twin, likeness });
    });
  }
  return a.sentences.flatMap((one) => {
    const twin = best.get(one)?.twin;
    return twin ? [{ one, twin }] : [];
  });
}

function neededOf(shorter: number): number {
  return thresholds.find(({ from }) => shorter >= from)?.atLeast ?? Number.POSITIVE_INFINITY;
}

/** How many three-letter pieces each sentence of a text has in common with another one, by its place. */
function sharedWith({ sentences, having }: Text & { having: Having }, { pieces }: Sentence): Uint16Array {
  const shared = new Uint16Array(sentences.length);
  for (const piece of pieces) for (const at of having[piece] ?? []) shared[at] = (shared[at] ?? 0) + 1;
  return shared;
}

function withHaving(text: Text): Text & { having: Having } {
  const having: Having = [];
  text.sentences.forEach(({ pieces }, at) => {
    for (const piece of pieces) {
      const places = having[piece];
      if (places) places.push(at);
      else having[piece] = [at];
    }
  });
  return { ...text, having };
}

/** A sentence as it was written, and its words without what custom says. */
type Part = { text: string; words: string[] };

function partsOf(text: string): Part[] {
  const sentences = cut(text).split(/(?<=[.!?…؟۔])\s+|(?<=[。！？])|\n+/u);
  return sentences.map((one) => ({ text: one.trim(), words: withoutCustom(foldWords(one)) }));
}

function textOf(parts: readonly Part[], called: ReadonlySet<string>, readPieces: ReadPieces): Text {
  const all = parts.flatMap(({ text, words }) => {
    const own = words.filter((word) => !called.has(word)).join(" ");
    return own === "" ? [] : [{ text, own, weight: weightOf(own) }];
  });
  const heavy = [...all].sort((x, y) => y.weight - x.weight).slice(0, most.sentences);
  return {
    sentences: heavy.map((one) => ({ ...one, pieces: readPieces(one.own) })),
    joined: all.map((one) => one.own).join(" "),
    all: heavy.reduce((sum, one) => sum + one.weight, 0),
  };
}

/** Letters, of which a Chinese or Japanese one says about three times as much. */
function weightOf(own: string): number {
  const dense =
    own.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return [...own].length + dense * 2;
}

function cut(text: string): string {
  return text.slice(0, most.letters).toWellFormed();
}

function heaviest({ sentences }: Text, whole: string): string {
  return sentences[0]?.text ?? whole.trim();
}
