import { saveWebhook } from "@/lib/data/webhooks";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { whyNotStopWebhook } from "@/lib/domain/webhook/webhook";
import { changeWebhook, doneIf, type SeenWebhook } from "@/lib/use-cases/webhook/change-webhook";

/** Ends a webhook for good; what was waiting to be told is not told. Refuses `not-found`, `in-person`, `stale`. */
export function removeWebhook(actor: Actor, seen: SeenWebhook, at: Date): Promise<Result<{ seq: number }>> {
  return changeWebhook(actor, "remove-webhook", seen, whyNotStopWebhook, async (tx) =>
    doneIf(await saveWebhook(tx, actor.workspace.id, seen, { removedAt: at })),
  );
}
