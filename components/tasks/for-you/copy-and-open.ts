import { safeHref } from "@/components/tasks/field-rows";
import type { ForYouCard } from "@/lib/domain/task/for-you";

/** The page on which words that leave by hand are put: the account's, or the one the message came from; null where none is known. */
export function pageOf(card: Pick<ForYouCard, "draft" | "message">): string | null {
  return safeHref(card.message?.url) ?? safeHref(card.draft?.account?.pageUrl) ?? null;
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
