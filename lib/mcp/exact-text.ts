import { replaceUnseen, sayNumber } from "@/lib/mcp/visible-text";

/** How a letter that cannot be seen is written; whoever wrote these signs themselves wrote no letter. */
const mark = /\[U\+([0-9A-F]{4,6})\]/g;
const bracket = sayNumber("[");

/**
 * A text that is to come back, letter for letter: nothing is left out or read as a page, and what cannot be seen stands as its number,
 * "[U+202D]". A bracket that somebody typed before such a number is "[U+005B]".
 */
export function exactText(text: string): string {
  const marked = text.toWellFormed().replace(mark, (said) => `${bracket}${said.slice(1)}`);
  return replaceUnseen(marked, sayNumber);
}

/**
 * The text that was meant: numbers of unseen letters are these letters again where `before` has them, so that none comes into a text
 * through what a stranger wrote.
 */
export function fromExactText(said: string, before: readonly string[]): string {
  const known = new Set(before.flatMap((text) => [...exactText(text).matchAll(mark)].map(([all]) => all)));
  return said.replace(mark, (all, hex: string) =>
    known.has(all) ? String.fromCodePoint(Number.parseInt(hex, 16)) : all,
  );
}

/** Whether a text has numbers in it that may stand for letters. */
export function hasMarks(said: string): boolean {
  return said.search(mark) >= 0;
}
