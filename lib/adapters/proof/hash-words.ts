import { createHash } from "node:crypto";
import { normaliseForProof, readingsForProof } from "@/lib/domain/draft/proof";

/** The words of a message, without its signature, as a proof is made of them: SHA-256, hex. */
export function hashForProof(text: string): string {
  return hash(normaliseForProof(text));
}

/** Whether a message as it arrived has the words that were signed; its signature may be there or not. */
export function hasWordsOf(received: string, signedHash: string): boolean {
  return readingsForProof(received).some((reading) => hash(reading) === signedHash);
}

function hash(words: string): string {
  return createHash("sha256").update(words, "utf8").digest("hex");
}
