/** A text folded for finding words in it, knowing where each of its letters stood. */

/** `text` folded; of the letter at n of it, `from[n]` to `to[n]` is where it stood. What no person sees as one sign is never cut. */
export type FoldedText = { text: string; from: number[]; to: number[] };

const signs = new Intl.Segmenter("en", { granularity: "grapheme" });
/**
 * Stretches of letters that are a sign each (Latin, Greek, Cyrillic, Armenian, Chinese, Japanese, Korean, with no mark behind
 * them), or else whatever is to be cut into signs. That takes many times as long, and a text is folded at each pause of a hand.
 */
const single =
  "\\t\\n -~\\u00a1-\\u02ff\\u0370-\\u0482\\u048a-\\u0556\\u3001-\\u3029\\u3031-\\u3096\\u30a1-\\u9fff\\uac00-\\ud7a3";
const stretches = new RegExp(`([${single}]+)(?![^${single}])|[${single}]?[^${single}]+`, "gu");
/** Accents, vowel points and tones that a word is also written without; those of Indic scripts are letters and stay. */
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u064b-\u065f\u0670]+/g;
/** Skin tones, the choice of an emoji's look, and letters that nobody sees; not the joiner that makes one emoji of several. */
const unseen = /[\u{1f3fb}-\u{1f3ff}\ufe0e\ufe0f]|(?!\u200d)\p{Cf}/gu;
const plain: Record<string, string> = {
  ß: "ss",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ł: "l",
  ı: "i",
  ς: "σ",
  "’": "'",
  "‘": "'",
  "‐": "-",
  "‑": "-",
};

/** Folds a text: small letters, no accents, any white space one space. */
export function foldText(text: string): FoldedText {
  const from: number[] = [];
  const to: number[] = [];
  let folded = "";
  let isSpace = false;
  for (const [sign, at] of signsOf(text)) {
    const one = /^\s+$/.test(sign) ? " " : foldSign(sign);
    if (one === " " && isSpace) continue;
    isSpace = one === "" ? isSpace : one === " ";
    folded += one;
    for (let n = 0; n < one.length; n++) {
      from.push(at);
      to.push(at + sign.length);
    }
  }
  return { text: folded, from, to };
}

function* signsOf(text: string): Generator<[sign: string, at: number]> {
  for (const { 0: stretch, 1: singles, index } of text.matchAll(stretches)) {
    if (singles === undefined)
      for (const one of signs.segment(stretch)) yield [one.segment, index + one.index];
    else for (let at = 0; at < singles.length; at++) yield [singles.charAt(at), index + at];
  }
}

function foldSign(sign: string): string {
  // Most letters of most texts have nothing to take off.
  if (sign.length === 1 && sign < "\u0080") return sign.toLowerCase();
  return sign
    .normalize("NFKD")
    .replace(marks, "")
    .replace(unseen, "")
    .toLowerCase()
    .replace(marks, "")
    .replace(/[ßøæœłıς’‘‐‑]/g, (letter) => plain[letter] ?? letter);
}

const letter = /[\p{L}\p{N}\p{M}]/u;
const runsOn =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;

/** Every place of the folded words in the text, as [from, to) of the text they were folded from: whole words, in any script. */
export function findFolded(text: FoldedText, words: string): [number, number][] {
  const found: [number, number][] = [];
  if (words === "") return found;
  for (let at = text.text.indexOf(words); at >= 0; at = text.text.indexOf(words, at + 1)) {
    const end = at + words.length;
    const isWhole =
      isWordBorder(text.text, at) && isWordBorder(text.text, end) && !isCut(text, at) && !isCut(text, end);
    if (isWhole) found.push([text.from[at] ?? 0, text.to[end - 1] ?? 0]);
  }
  return found;
}

/** A word begins or ends at `at` of a text where a letter meets none, or a script that writes no spaces. */
export function isWordBorder(text: string, at: number): boolean {
  const before = String.fromCodePoint(...(at > 0 ? [codeBefore(text, at)] : [0x20]));
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  return !letter.test(before) || !letter.test(after) || runsOn.test(before) || runsOn.test(after);
}

function codeBefore(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? (text.codePointAt(at - 2) ?? unit) : unit;
}

/** Whether a border falls within what people see as one sign. */
function isCut(text: FoldedText, at: number): boolean {
  return at > 0 && at < text.text.length && text.from[at] === text.from[at - 1];
}
