import { makeWebhookSecret, rotateSecrets } from "@/lib/adapters/webhooks/sign";
import { type StoredWebhook, saveWebhook } from "@/lib/data/webhooks";
import type { Actor } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";
import type { Result } from "@/lib/domain/result";
import { whyNotShowOnce } from "@/lib/domain/shown-once";
import { whyNotChangeWebhook } from "@/lib/domain/webhook/webhook";
import { changeWebhook, type SeenWebhook } from "@/lib/use-cases/webhook/change-webhook";
import type { GivenSecret } from "@/lib/use-cases/webhook/make-webhook";
import { openSecrets, sealSecrets } from "@/lib/use-cases/webhook/seal-secrets";

const BOTH_SIGN = 24 * 60 * 60_000;

/** Gives a webhook a new secret; the old one signs beside it for a day more. Refuses `not-found`, `in-person`, `invalid`, `stale`. */
export async function rotateWebhook(actor: Actor, seen: SeenWebhook, at: Date): Promise<Result<GivenSecret>> {
  const workspaceId = actor.workspace.id;
  const secret = makeWebhookSecret();
  const until = new Date(at.getTime() + BOTH_SIGN);
  return changeWebhook(actor, "rotate-webhook", seen, whyNot, async (tx, { id, sealed }) => {
    const before = openSecrets(sealed, { workspaceId, id });
    const secrets = before === null ? { now: secret } : rotateSecrets(before, secret, until);
    const change = { sealed: sealSecrets(secrets, { workspaceId, id }) };
    return (await saveWebhook(tx, workspaceId, seen, change)) ? { id, secret } : null;
  });
}

function whyNot(actor: Actor, webhook: StoredWebhook): Refusal | null {
  return whyNotChangeWebhook(actor, webhook) ?? whyNotShowOnce(actor);
}
