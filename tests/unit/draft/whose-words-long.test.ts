import { expect, test } from "vitest";
import { diffWords } from "@/lib/adapters/words/diff-words";
import { mergeTexts } from "@/lib/adapters/words/merge-texts";
import { type Author, whoseWords } from "@/lib/domain/draft/whose-words";

const ana: Author = { by: "assistant", name: "Ana Duarte", userId: "ana" };
const mira: Author = { by: "client", name: "Mira Holt", userId: "mira" };

/** The same numbers each time (Park and Miller), from 0 to 1. */
function numbers(seed: number): () => number {
  let last = seed;
  return () => {
    last = (last * 16_807) % 2_147_483_647;
    return last / 2_147_483_647;
  };
}

/** So many sentences of words as a language has them: few of them most of the time, most of them seldom. */
function letterOf(sentences: number): string[] {
  const next = numbers(7);
  const word = () => `w${Math.floor(600 ** next()).toString(36)}`;
  return Array.from({ length: sentences }, () => `The ${Array.from({ length: 11 }, word).join(" ")}.`);
}

const version = (text: string, author: Author) => ({ text, author, phrases: [] });

test("A long letter whose sentences Mira puts in another order stays Ana's, every word of it", () => {
  const sentences = letterOf(280);
  const turned = [...sentences].reverse().join(" ");

  const stretches = whoseWords([version(sentences.join(" "), ana), version(turned, mira)], diffWords);

  expect(stretches.map(({ author }) => author.name)).toEqual(["Ana Duarte"]);
});

test("Nobody keeps the machine busy with texts that say nothing: whose they are is told, and they are merged", () => {
  const noise = (seed: number, of: string, between: string, length: number) => {
    const next = numbers(seed);
    return Array.from({ length }, () => of[Math.floor(next() * of.length)]).join(between);
  };
  const begun = performance.now();

  const versions = [5, 6, 7].map((seed) =>
    version(noise(seed, "abcdefgh", " ", 9_900), seed === 6 ? mira : ana),
  );
  const told = whoseWords(versions, diffWords);
  const [base, mine, theirs] = [1, 2, 3].map((seed) => noise(seed, "ABCDEFGH", ".\n", 2_900));
  const merged = mergeTexts({ base: base ?? "", mine: mine ?? "", theirs: theirs ?? "" });

  expect(told.map(({ text }) => text).join("")).toBe(versions.at(-1)?.text);
  expect(merged.conflicts).toEqual([{ base, mine, theirs }]);
  // Half a minute and a minute before there was an end to it.
  expect(performance.now() - begun).toBeLessThan(15_000);
});
