import type { Actor } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";

/** What is shown once is kept under no key: an answer under a key is there for a day, for whoever sends it again. Null means yes. */
export function whyNotShowOnce({ once }: Pick<Actor, "once">): Refusal | null {
  return once === undefined ? null : { code: "invalid", fields: { "Idempotency-Key": sentence } };
}

const sentence = "A secret is shown this once, so it is made without a key.";
