/** Zones that programs write behind a clock time. They never move the date. */
const ZONES =
  "Z|UTC|UT|GMT|CES?T|EES?T|WES?T|MES?Z|[ECMP][SD]T|AK[SD]T|HST|BST|IST|JST|KST|SGT|HKT|[AN][SD]T|NZ[SD]T|AE[SD]T|AC[SD]T|AWST|MSK|SAST";
const OFFSET = String.raw`[+-](?:0\d|1[0-4])`;
const ZONED = String.raw`(?: ?[ap]\.?m\.?)?(?: ?(?:${ZONES}))?(?: ?${OFFSET}(?::?[0-5]\d)?(?!\d))?(?: ?\([^)]*\))?`;
const CLOCK = String.raw`\d{1,2}:[0-5]\d(?::[0-5]\d)?(?:[.,:]\d+)?`;

/** What may stand behind a date in numbers without making it less certain: a clock time, a zone. For the end of a pattern. */
export const AFTER_A_DATE = String.raw`(?:(?:T(?:${CLOCK}|\d{2}(?:\d{2}){0,2}(?:\.\d+)?)?|,? ${CLOCK}| \d{6})${ZONED}| ?Z| UTC| GMT|${OFFSET}:?[0-5]\d)?$`;

const CLOCK_IN_WORDS = new RegExp(`(?:^|[ ,])${CLOCK}${ZONED}`, "i");

/** The clock time and its zone left out, wherever it stands: "Sun Sep 21 00:00:00 GMT+02:00 1980" (Java). */
export function withoutClock(text: string): string {
  return text.replace(CLOCK_IN_WORDS, " ").trim();
}

/** A date's text in one spelling: digits of any script as 0-9, any dash as "-", no quotes around it, no marks of direction. */
export function plainDateText(raw: string): string {
  return raw
    .slice(0, 80)
    .normalize("NFKC")
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u2044\u2215]/g, "/")
    .replace(/^value=[a-z-]+:/i, "")
    .replace(/[;,\s]+$/, "")
    .replace(/^(["'])(.*)\1$/, "$2")
    .replace(/^[\u201c\u201e\u2018](.*)[\u201d\u201c\u2019]$/, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** Digits of a script stand in a row of ten: how far it is to the first one is what the digit says. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let steps = 0;
  while (steps < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - steps - 1))) steps++;
  return code < 0x80 ? digit : String(steps);
}
