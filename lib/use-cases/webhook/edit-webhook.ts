import { whyNotWebhookUrl } from "@/lib/adapters/webhooks/send-webhook";
import { saveWebhook } from "@/lib/data/webhooks";
import type { Actor } from "@/lib/domain/actor";
import { type Result, refused } from "@/lib/domain/result";
import { type WebhookInput, whyNotChangeWebhook } from "@/lib/domain/webhook/webhook";
import { changeWebhook, doneIf, type SeenWebhook } from "@/lib/use-cases/webhook/change-webhook";

/** Says anew what a webhook is called, where it leads and what it is told of. Refuses `not-found`, `in-person`, `invalid`, `stale`. */
export async function editWebhook(
  actor: Actor,
  { id, version, name, url, about }: SeenWebhook & WebhookInput,
): Promise<Result<{ seq: number }>> {
  const why = whyNotWebhookUrl(url);
  if (why !== null) return refused({ code: "invalid", fields: { url: why } });
  return changeWebhook(actor, "edit-webhook", { id, version }, whyNotChangeWebhook, async (tx) =>
    doneIf(await saveWebhook(tx, actor.workspace.id, { id, version }, { name, url, about })),
  );
}
