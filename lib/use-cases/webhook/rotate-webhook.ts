import { makeWebhookSecret, rotateSecrets } from "@/lib/adapters/webhooks/sign";
import { saveWebhook } from "@/lib/data/webhooks";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result } from "@/lib/domain/result";
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
  const changed = await changeWebhook(
    actor,
    "rotate-webhook",
    seen,
    whyNotChangeWebhook,
    (tx, { id, sealed }) => {
      const before = openSecrets(sealed, { workspaceId, id });
      const secrets = before === null ? { now: secret } : rotateSecrets(before, secret, until);
      return saveWebhook(tx, workspaceId, seen, { sealed: sealSecrets(secrets, { workspaceId, id }) });
    },
  );
  return changed.ok ? granted({ id: seen.id, secret, seq: changed.value.seq }) : changed;
}
