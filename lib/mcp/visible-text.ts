import { wordsFromHtml } from "@/lib/adapters/words/from-html";

/** What only a page holds. "<https://…>" and "a < b" are plain text, and stay as they are. */
const htmlTag =
  /<!--|<\/?(?:a|b|i|u|p|br|div|span|font|img|table|tr|td|th|tbody|ul|ol|li|h[1-6]|html|head|body|style|script|title|meta|link|svg|template|noscript|iframe|input|form|button|details|section|article|center|em|strong|small|blockquote|pre|code|hr|object|embed|textarea|math)(?:[\s/>]|$)/i;

/** Joins letters of Persian, of Indian scripts, and parts of an emoji; anywhere else it is there to hide something. */
const joiner =
  /(?<=[\p{L}\p{M}\p{Extended_Pictographic}\p{EMod}])[\u200c\u200d](?=[\p{L}\p{M}\p{Extended_Pictographic}])/u;
const isLatin = /\p{Script=Latin}/u;

/** Controls but tab and line end, what turns the direction of letters, and what cannot be seen at all. */
const unseen =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u115f\u1160\u17b4\u17b5\u2028\u2029\u2800\u3164\uffa0\u{1d173}-\u{1d17a}]|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u034f\u180b-\u180f]/gu;

/** What is written instead of it: the letter's number, where it turns others around; otherwise that something was there. */
const turners = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/**
 * A text from outside as a person would see it: of HTML the words that are shown, and whatever cannot be seen made visible as
 * "[U+202E]", or as "[hidden]" for a run of letters that are there to be read by machines alone.
 */
export function visibleText(text: string): string {
  const whole = text.toWellFormed().replace(/\r\n?/g, "\n");
  const words = htmlTag.test(whole) ? wordsFromHtml(whole) : whole;
  return replaceUnseen(words, (letter) => {
    // Where a word may be broken: common in newsletters, and nothing by itself.
    if (letter === "\u00ad") return "";
    return turners.test(letter) ? sayNumber(letter) : "\u0000";
  }).replace(/\0[\0 \t\u00a0]*/g, (run) => (run.endsWith("\0") ? "[hidden]" : "[hidden] "));
}

/** A text with something else in the place of each letter that cannot be seen, but for those that another needs. */
export function replaceUnseen(text: string, say: (letter: string) => string): string {
  return text.replace(unseen, (letter, at: number) =>
    letter === "\n" || letter === "\t" || isNeeded(text, at, letter) ? letter : say(letter),
  );
}

/** A letter by its number, "[U+202E]". */
export function sayNumber(letter: string): string {
  return `[U+${hex(letter)}]`;
}

/** Whether an unseen letter belongs to the one before it: within a word that needs it, or as the look of an emoji. */
function isNeeded(text: string, at: number, letter: string): boolean {
  const around = text.slice(Math.max(0, at - 2), at + 3);
  if (letter === "\ufe0f" || letter === "\ufe0e")
    return /[\p{Emoji}]$/u.test(text.slice(Math.max(0, at - 2), at));
  if (letter !== "\u200c" && letter !== "\u200d") return false;
  return joiner.test(around) && !isLatin.test(around);
}

function hex(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
