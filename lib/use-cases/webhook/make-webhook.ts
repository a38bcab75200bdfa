import { randomUUID } from "node:crypto";
import { whyNotWebhookUrl } from "@/lib/adapters/webhooks/send-webhook";
import { makeWebhookSecret } from "@/lib/adapters/webhooks/sign";
import { writeAs } from "@/lib/data/transaction";
import { countWebhooks, insertWebhook } from "@/lib/data/webhooks";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotShowOnce } from "@/lib/domain/shown-once";
import { mostWebhooks, type WebhookInput, whyNotMakeWebhook } from "@/lib/domain/webhook/webhook";
import { sealSecrets } from "@/lib/use-cases/webhook/seal-secrets";

/** A webhook's new secret, which nobody can tell again. */
export type GivenSecret = { id: string; secret: string; seq: number };

/**
 * Has an address told what changes from now on, as far as whoever makes it may see it. Refuses `in-person` for programs and
 * agents, and `invalid` for an address that cannot be told and for too many.
 */
export async function makeWebhook(
  actor: Actor,
  { name, url, about }: WebhookInput,
): Promise<Result<GivenSecret>> {
  const workspaceId = actor.workspace.id;
  const [id, secret] = [randomUUID(), makeWebhookSecret()];
  const written = await writeAs(actor, "make-webhook", { kind: "webhook", id: null }, async (tx) => {
    const no = whyNotMakeWebhook(actor) ?? whyNotShowOnce(actor);
    if (no !== null) return refused(no);
    const why = whyNotWebhookUrl(url);
    if (why !== null) return refused({ code: "invalid", fields: { url: why } });
    if ((await countWebhooks(tx, workspaceId, actor.userId)) >= mostWebhooks)
      return refused({ code: "invalid", fields: { form: `You have ${mostWebhooks} webhooks already.` } });
    const sealed = sealSecrets({ now: secret }, { workspaceId, id });
    await insertWebhook(tx, workspaceId, { id, name, url, about, sealed });
    return granted({ id, secret });
  });
  return written.ok ? granted({ ...written.value.value, seq: written.value.seq }) : written;
}
