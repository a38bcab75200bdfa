import { letterText } from "@/lib/domain/draft/letter-text";

/**
 * The approved words as somebody puts them elsewhere by hand: exactly these, and below them the line of their proof, should they carry one
 * that holds.
 */
export function wordsByHand(text: string, proof: { url: string; revokedAt: string | null } | null): string {
  const proofUrl = proof !== null && proof.revokedAt === null ? proof.url : null;
  return letterText(text, { signature: "", proofUrl, sentBy: "" });
}
