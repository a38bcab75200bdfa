import { createHash, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/** A new secret: 256 random bits in 43 letters that need no escaping in addresses and cookies. */
export function makeSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a secret. Without salt, as nobody can guess 256 bits; the database computes the same when it looks one up. */
export function hashSecret(secret: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash("sha256").update(secret, "utf8").digest());
}

/** What next-auth makes of the secret in a sign-in link before it looks the link up: peppered, so a stolen table opens nothing. */
export function pepperLinkSecret(secret: string): string {
  return createHash("sha256").update(`${secret}${env.FIRSTHAND_SECRET}`).digest("hex");
}
