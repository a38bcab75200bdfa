import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";

const PREFIX = "whsec_";

/** The secrets that a webhook signs with: the present one and, for a day after it was changed, the one before (`until` in ms since 1970). */
export type Secrets = { now: string; before?: { secret: string; until: number } };

/** A new secret as Standard Webhooks writes one: "whsec_" and 32 random bytes in base64. */
export function makeWebhookSecret(): string {
  return `${PREFIX}${randomBytes(32).toString("base64")}`;
}

/** A new secret in place of the present one, which signs as well until `until`. */
export function rotateSecrets({ now }: Secrets, secret: string, until: Date): Secrets {
  return { now: secret, before: { secret: now, until: until.getTime() } };
}

/**
 * The headers of a message (Standard Webhooks 1.0): its id, when it is sent, and a signature "v1,…" for each secret that still
 * counts at `at`, parted by spaces.
 */
export function signMessage(
  { now, before }: Secrets,
  { messageId, body }: { messageId: string; body: string },
  at: Date,
): Record<string, string> {
  const secrets = before && before.until > at.getTime() ? [now, before.secret] : [now];
  const signatures = secrets.map((secret) => new Webhook(secret).sign(messageId, at, body));
  return {
    "webhook-id": messageId,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": signatures.join(" "),
  };
}
