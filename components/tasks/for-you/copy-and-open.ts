import { howToOpen } from "@/components/drafts/how-to-open";
import type { ForYouCard } from "@/lib/domain/task/for-you";

/** The page on which words that leave by hand are put; null where none is known. */
export function pageOf({ draft, message }: Pick<ForYouCard, "draft" | "message">): string | null {
  return draft === null ? null : (howToOpen({ ...draft, task: { message } })?.href ?? null);
}

/**
 * Puts exactly these words on the clipboard and opens the page beside. False: the browser would not take them, and nothing
 * was opened; a button pressed once more is a hand it trusts.
 */
export async function copyAndOpen(text: string, page: string | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return false;
  }
  if (page !== null) window.open(page, "_blank", "noopener,noreferrer");
  return true;
}
