import type { Recipient } from "@/lib/domain/draft/draft";
import { letterText } from "@/lib/domain/draft/letter-text";

/** What leaves with the words: the account's signature, and the link of their proof. */
type WithWords = { signature: string; proof: { url: string; revokedAt: string | null } | null };

/**
 * The approved words as somebody puts them elsewhere by hand: exactly these, and below them what a mail would have as well, the line of
 * their proof, should they carry one that holds, and the account's signature.
 */
export function wordsByHand(text: string, { signature, proof }: WithWords): string {
  const proofUrl = proof !== null && proof.revokedAt === null ? proof.url : null;
  return letterText(text, { signature, proofUrl, sentBy: "" });
}

/** To whom a mail is begun for words that leave by hand: what came by another way is not answered by mail, and goes to nobody there. */
export function mailedByHand(
  recipients: readonly Recipient[],
  message: { service: string | null } | null,
): Recipient[] {
  if (message?.service && !/mail/i.test(message.service)) return [];
  return recipients.filter(({ field }) => field === "to");
}
