import { readingsForProof } from "@/lib/domain/draft/proof";

/** What comes of comparing: the words that were signed, other ones, or nothing where a browser cannot compare. */
export type Compared = "same" | "other" | "cannot";

/**
 * Compares a message as it was pasted with the hash (SHA-256, hex) of the words that were signed, by whatever hashing there is:
 * browsers have none on pages without https. Null for a text without words.
 */
export async function compareWords(
  pasted: string,
  signed: string,
  subtle: Pick<SubtleCrypto, "digest"> | undefined,
): Promise<Compared | null> {
  const readings = readingsForProof(pasted);
  if (readings.length === 0) return null;
  if (subtle === undefined) return "cannot";
  const hashes = await Promise.all(readings.map((words) => hashOf(words, subtle)));
  return hashes.includes(signed) ? "same" : "other";
}

async function hashOf(words: string, subtle: Pick<SubtleCrypto, "digest">): Promise<string> {
  const digest = await subtle.digest("SHA-256", new TextEncoder().encode(words));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
