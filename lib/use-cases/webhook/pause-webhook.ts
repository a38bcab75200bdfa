import { saveWebhook } from "@/lib/data/webhooks";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { whyNotStopWebhook } from "@/lib/domain/webhook/webhook";
import { changeWebhook, doneIf, type SeenWebhook } from "@/lib/use-cases/webhook/change-webhook";

/** Tells a webhook nothing for the time being. Refuses `not-found`, `in-person`, `stale`. */
export function pauseWebhook(actor: Actor, seen: SeenWebhook, at: Date): Promise<Result<{ seq: number }>> {
  return changeWebhook(actor, "pause-webhook", seen, whyNotStopWebhook, async (tx, { pausedAt }) => {
    if (pausedAt !== null) return {};
    return doneIf(await saveWebhook(tx, actor.workspace.id, seen, { pausedAt: at, pausedWhy: "hand" }));
  });
}
