import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/** What each sort of secret has its own key derived under: one that leaks, or is taken for another, opens nothing else. */
const purposes = {
  "address-book": "passwords of address books",
  calendar: "addresses and passwords of calendars",
  mailbox: "passwords of mail servers",
  "proof-key": "private keys of proofs",
  webhook: "secrets that webhooks sign with",
} as const;

/** What a sealed secret is, and whose: it opens nowhere else, not even in another row of the same desk. */
export type SealedFor = { what: keyof typeof purposes; workspaceId: string; id: string };

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts a secret for the database (AES-256-GCM; the key is derived from FIRSTHAND_SECRET, RFC 5869): format, nonce, tag, text. */
export function seal(plain: string, owner: SealedFor): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFor(owner), nonce);
  cipher.setAAD(boundTo(owner));
  const text = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Uint8Array.from(Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), text]));
}

/** The secret again; null when it was sealed under another FIRSTHAND_SECRET, for another owner, or was touched. */
export function unseal(sealed: Uint8Array, owner: SealedFor): string | null {
  const bytes = Buffer.from(sealed);
  if (bytes.length < 1 + NONCE_BYTES + TAG_BYTES || bytes[0] !== FORMAT) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(owner), bytes.subarray(1, 1 + NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(boundTo(owner));
    decipher.setAuthTag(bytes.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES));
    const text = bytes.subarray(1 + NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

/** The same for the same secret, and nothing that tells it: whether one is here already can be asked by it alone. */
export function sumOfSecret(plain: string, owner: Pick<SealedFor, "what" | "workspaceId">): string {
  const key = keyFor(owner);
  return createHmac("sha256", key)
    .update(`${owner.workspaceId.toLowerCase()}/${plain}`, "utf8")
    .digest("base64url");
}

function keyFor({ what }: Pick<SealedFor, "what">): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", env.FIRSTHAND_SECRET, "firsthand", purposes[what], 32));
}

function boundTo({ workspaceId, id }: SealedFor): Buffer {
  return Buffer.from(`${workspaceId.toLowerCase()}/${id.toLowerCase()}`, "utf8");
}
