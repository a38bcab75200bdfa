import { decode1252 } from "@/lib/adapters/content-lines/decode-1252";

/** A sign of its own suffices within so much of a file. */
const LOOKED_AT = 200_000;

/**
 * A table that is no Unicode → text. Outlook writes in the alphabet of its Windows, Excel on an old Mac in that Mac's, and neither
 * says so: Cyrillic, Polish and the old Mac are told by what no Western table has; anything else is windows-1252.
 */
export function decodeOld(bytes: Uint8Array): { text: string; encoding: string } {
  const western = decode1252(bytes);
  const encoding = encodingOf(western.slice(0, LOOKED_AT));
  return { text: encoding === "windows-1252" ? western : new TextDecoder(encoding).decode(bytes), encoding };
}

function encodingOf(western: string): string {
  if (isCyrillic(western)) return "windows-1251";
  if (isPolish(western)) return "windows-1250";
  return western.includes("\r") && !western.includes("\n") ? "macintosh" : "windows-1252";
}

/** Whole words of letters that in the West have marks on them ("Èâàíîâ"), with capitals where words begin: Greek and others have not. */
function isCyrillic(western: string): boolean {
  const count = (pattern: RegExp) => western.match(pattern)?.length ?? 0;
  const words = western.match(/(?<![A-Za-z])[À-ÿ¨¸]{3,}(?![A-Za-z])/g) ?? [];
  const mixed = count(/[A-Za-z][À-ÿ]|[À-ÿ][A-Za-z]/g);
  const isOther = count(/[\u0080-\u00bf]/g) * 10 > count(/[À-ÿ]/g);
  const turned = words.filter((word) => /[à-ÿ][À-ß]/.test(word)).length;
  const hasCapitals = words.some((word) => /^[À-ß]/.test(word));
  return words.length >= 2 && words.length > mixed && !isOther && hasCapitals && turned * 10 <= words.length;
}

/** "£ukasz", "Micha³owski", "Wa³êsa": a sign for money, a power or a question inside a word. */
function isPolish(western: string): boolean {
  return /£[a-z]|[A-Za-z][³¹¿][a-zêñóæœŸ]|[a-z]³(?=[\s",;]|$)(?<![mMkKcCdD]³)/.test(western);
}
