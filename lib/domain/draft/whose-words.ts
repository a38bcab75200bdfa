/** WHOSE WORDS (J1): who wrote each word of a text, read from its versions. */
import { comparePages } from "@/lib/domain/draft/compare-pages";
import { cutWords, type Piece } from "@/lib/domain/draft/cut-words";
import {
  type Asked,
  type Found,
  giveBack,
  notePlaces,
  type Places,
  placesOf,
} from "@/lib/domain/draft/find-again";
import { ownMarks } from "@/lib/domain/draft/own-marks";
import type { DiffPart } from "@/lib/domain/draft/word-diff";

export type Author = {
  by: "client" | "assistant" | "agent" | "phrase" | "unknown";
  name: string;
  userId: string | null;
};
/** A saved phrase's own words, gaps and all; `agent`: they are an agent's, whom nobody followed in saving them. */
type PutPhrase = { text: string; agent?: Author };
/**
 * A text as one author left it, and the saved phrases that were put into it on the way. `basedOn`: which of the versions, counted
 * from 1, they had before them as they began; without it, the one before.
 */
export type AuthoredVersion = {
  text: string;
  author: Author;
  phrases: readonly PutPhrase[];
  basedOn?: number;
};
export type Stretch = { text: string; author: Author };
/** Compares two texts word by word: "same" and "gone" give the one, "same" and "new" the other, letter for letter. */
export type DiffWords = (before: string, after: string) => DiffPart[];

/** A version's words and marks, without the white space between them. */
type Page = { text: string; pieces: Piece[]; owners: number[]; savedBy: number };

const phrase: Author = { by: "phrase", name: "a saved phrase", userId: null };
/** A phrase is the first of the authors. */
const phraseNumber = 0;
/** Words that stood in any version before: so many of them are no chance, nor is one that comes back among the words it stood with. */
const isCopied = ({ words, letters, around }: Found) =>
  (words >= 4 && letters >= 12) ||
  (words >= 2 && letters >= 20) ||
  (words >= 1 && around.words >= 5 && around.letters >= 20);
/** Words that went away in the very same version were moved: fewer are enough. */
const isMoved = ({ words, letters }: Found) => words >= 2 && letters >= 8;

/**
 * The last version in stretches, the authors of neighbours different; together they are its text. What stood there keeps its author, also
 * moved, pasted or brought back; what is new is its version's author's, or a phrase's. White space goes with the word before it.
 */
export function whoseWords(versions: readonly AuthoredVersion[], diff: DiffWords): Stretch[] {
  const authors: Author[] = [phrase];
  const places: Places = new Map();
  const pages = new Map<string, Page>();
  const inTurn: Page[] = [];
  let page: Page = { text: "", pieces: [], owners: [], savedBy: phraseNumber };
  const numberOf = (who: Author) => {
    const known = authors.findIndex((one) => isSameAuthor(one, who));
    return known < 0 ? authors.push(who) - 1 : known;
  };
  for (const version of versions) {
    const before = inTurn[(version.basedOn ?? 0) - 1] ?? page;
    const turn = () => turnPage(before, version, numberOf, diff(before.text, version.text), places);
    // The very text of an earlier version is that version again.
    page = pages.get(version.text) ?? turn();
    pages.set(version.text, page);
    inTurn.push(page);
  }
  return stretchesOf(page, authors);
}

/** Whether two are one and the same: by who they are, and by name where that is not known. */
export function isSameAuthor(a: Author, b: Author): boolean {
  if (a.by !== b.by || a.userId !== b.userId) return false;
  return a.userId !== null || a.name === b.name;
}

/** The next version, each of its words with the number of an author. */
function turnPage(
  before: Page,
  { text, author: writer, phrases }: AuthoredVersion,
  numberOf: (who: Author) => number,
  diff: readonly DiffPart[],
  places: Places,
): Page {
  const pieces = cutWords(text).filter((one) => !one.isSpace);
  const author = numberOf(writer);
  const { keptFrom, parts, gone } = comparePages(before, pieces, diff);
  const asked: Asked = {
    pieces,
    owners: keptFrom.map((at) => (at === null ? null : (before.owners[at] ?? null))),
  };
  giveBack(asked, placesOf(gone), isMoved);
  giveBack(asked, places, isCopied);
  const phraseSources = phrases.map((one) => {
    const words = cutWords(one.text).filter((piece) => !piece.isSpace);
    const owner = one.agent ? numberOf(one.agent) : phraseNumber;
    return { pieces: words, owners: words.map(() => owner) };
  });
  giveBack(asked, placesOf(phraseSources), (found) => found.isWhole || isMoved(found));

  const page = { text, pieces, owners: ownMarks(text, asked, keptFrom, author), savedBy: author };
  notePlaces(places, page, (at) => parts[at] !== null && parts[at] === parts[at + 1]);
  return page;
}

function stretchesOf({ text, pieces, owners, savedBy }: Page, authors: readonly Author[]): Stretch[] {
  const stretches: Stretch[] = [];
  let [from, owner] = [0, owners[0] ?? savedBy];
  const close = (to: number) => {
    const author = authors[owner];
    if (to > from && author) stretches.push({ text: text.slice(from, to), author });
  };
  pieces.forEach(({ at }, n) => {
    const next = owners[n] ?? savedBy;
    if (next === owner) return;
    close(at);
    [from, owner] = [at, next];
  });
  close(text.length);
  return stretches;
}
