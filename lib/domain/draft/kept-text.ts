import { longestDraft } from "@/lib/domain/draft/draft";
import type { Refusal } from "@/lib/domain/refusal";

/** Words as they are kept: line ends are LF, and half a letter (a lone surrogate), which no database keeps, is U+FFFD. */
export function keptText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** The first letters of a text, so many UTF-16 units at most, and never half of one (an emoji is two). */
export function beginningOf(text: string, most: number): string {
  return text.slice(0, most).replace(/\p{Surrogate}$/u, "");
}

/** What somebody is called, as it stands beside an address: on one line, however the name was written down. */
export function addresseeName(name: string): string {
  return beginningOf(name.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim(), 200);
}

/** Null when so many words are kept. */
export function whyNotKept(text: string): Refusal | null {
  if (text.length <= longestDraft) return null;
  const most = longestDraft.toLocaleString("en-GB");
  return { code: "invalid", fields: { text: `A draft has at most ${most} letters.` } };
}
