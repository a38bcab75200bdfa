import { foldName } from "@/lib/domain/person/sort-name";

/** Somebody whom a captured page may be about; `hasAddress`: the page, mailbox or telephone is written down as theirs. */
export type Known = { id: string; name: string; hasAddress: boolean };

const apart = /[^\p{L}\p{M}\p{N}'’.-]+/u;

/** The words of a title, folded, by which people are looked up. */
export function wordsOfTitle(title: string): string[] {
  return [...new Set(wordsOf(title))].slice(0, 60);
}

/**
 * Who is meant: the one whose address it is, or else the only one whose whole name stands in the title. A name of one word
 * must be all of a part of it: "Rose" is not meant by "Rose wine". Null when nobody is, or it could be several.
 */
export function whoseCapture<P extends Known>(title: string, people: readonly P[]): P | null {
  const theirs = people.filter((person) => person.hasAddress);
  if (theirs.length > 0) return theirs.length === 1 ? (theirs[0] ?? null) : null;
  const spread = ` ${wordsOf(title).join(" ")} `;
  const parts = title.split(/\s[|·•–—/-]\s|[:(),]/).map(foldName);
  const named = people.filter(({ name }) => {
    const words = wordsOf(name);
    return words.length > 1 ? spread.includes(` ${words.join(" ")} `) : parts.includes(foldName(name));
  });
  return named.length === 1 ? (named[0] ?? null) : null;
}

function wordsOf(text: string): string[] {
  return foldName(text)
    .replace(/['’]s(?=\s|$)/g, "")
    .split(apart)
    .map((word) => word.replace(/^['’.-]+|['’.-]+$/g, ""))
    .filter((word) => word !== "");
}
