import { seal, unseal } from "@/lib/adapters/secrets/seal";
import type { Secrets } from "@/lib/adapters/webhooks/sign";

type Owner = { workspaceId: string; id: string };

/** What is stored of the secrets that a webhook signs with. */
export function sealSecrets(secrets: Secrets, owner: Owner): Uint8Array<ArrayBuffer> {
  return seal(JSON.stringify(secrets), { what: "webhook", ...owner });
}

/** The secrets again; null when they were sealed under another FIRSTHAND_SECRET. */
export function openSecrets(sealed: Uint8Array, owner: Owner): Secrets | null {
  const plain = unseal(sealed, { what: "webhook", ...owner });
  return plain === null ? null : (JSON.parse(plain) as Secrets);
}
