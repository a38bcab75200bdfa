import { longestDraft } from "@/lib/domain/draft/draft";
import type { Refusal } from "@/lib/domain/refusal";

/** Words as they are kept: line ends are LF, and half a letter (a lone surrogate), which no database keeps, is U+FFFD. */
export function keptText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** Null when so many words are kept. */
export function whyNotKept(text: string): Refusal | null {
  if (text.length <= longestDraft) return null;
  const most = longestDraft.toLocaleString("en-GB");
  return { code: "invalid", fields: { text: `A draft has at most ${most} letters.` } };
}
