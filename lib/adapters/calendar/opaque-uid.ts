import { createHash } from "node:crypto";

/** A UID that is the same for the same words, and from which they cannot be told: "busy-<sum>@firsthand". */
export function opaqueUid(name: string, words: string): string {
  return `${name}-${createHash("sha256").update(words).digest("hex").slice(0, 32)}@firsthand`;
}
