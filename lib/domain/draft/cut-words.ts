/**
 * A word, a mark or white space, the smallest things that have an author; `at` counts UTF-16 units. `weight` is how much it says,
 * in letters: none for marks, and two for each letter of a script that writes without spaces, where a letter is a piece of its own.
 */
export type Piece = { text: string; at: number; isSpace: boolean; weight: number };

/** White space (each line end by itself), or what stands between it. A space that carries an accent is none. */
const chunks =
  /\r\n|[\n\r\u2028\u2029]|[^\S\n\r\u2028\u2029]+(?![\p{M}\u200d])|(?:\S|[^\S\n\r\u2028\u2029](?=[\p{M}\u200d]))+/gu;
/** Letters and marks that each are one sign, whatever follows from among them. */
const simple =
  /^[\x21-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2026\u20ac\u0400-\u0482\u048a-\u04ff\u05d0-\u05ea\u060c\u061f\u0620-\u064a\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9d]+$/;
const dense =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}]/u;
const letter = /[\p{L}\p{N}_]/u;
const joint = /^['’.\u00b7]$/u;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Cuts a text into pieces that together are the text, never within what a reader sees as one sign. */
export function cutWords(text: string): Piece[] {
  const pieces: Piece[] = [];
  const known = new Map<string, [string, number][]>();
  for (const { 0: chunk, index } of text.matchAll(chunks)) {
    if (/^\s+$/u.test(chunk)) {
      pieces.push({ text: chunk, at: index, isSpace: true, weight: 0 });
      continue;
    }
    const cut = known.get(chunk) ?? cutChunk(chunk);
    known.set(chunk, cut);
    let at = index;
    for (const [piece, weight] of cut) {
      pieces.push({ text: piece, at, isSpace: false, weight });
      at += piece.length;
    }
  }
  return pieces;
}

/** A change within a word makes the word its editor's: letters of two hands in one word help nobody who reads. */
function cutChunk(chunk: string): [string, number][] {
  const signs = simple.test(chunk) ? [...chunk] : Array.from(graphemes.segment(chunk), (one) => one.segment);
  const cut: [string, number][] = [];
  let word = "";
  let weight = 0;
  const close = () => {
    if (word !== "") cut.push([word, weight]);
    word = "";
    weight = 0;
  };
  signs.forEach((sign, n) => {
    const isLetter = letter.test(sign);
    const next = signs[n + 1];
    if (isLetter && !dense.test(sign)) {
      word += sign;
      weight += 1;
    } else if (word !== "" && joint.test(sign) && next && letter.test(next) && !dense.test(next)) {
      word += sign;
    } else {
      close();
      cut.push([sign, isLetter ? 2 : 0]);
    }
  });
  close();
  return cut;
}
