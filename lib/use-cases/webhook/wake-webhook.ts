import { saveWebhook } from "@/lib/data/webhooks";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { whyNotWakeWebhook } from "@/lib/domain/webhook/webhook";
import { changeWebhook, doneIf, type SeenWebhook } from "@/lib/use-cases/webhook/change-webhook";

/**
 * Tells a webhook again: what happens from now on, and what was waiting for another attempt. Refuses `not-found`, `in-person`,
 * `only-client` for what the client paused, `stale`.
 */
export function wakeWebhook(actor: Actor, seen: SeenWebhook): Promise<Result<{ seq: number }>> {
  return changeWebhook(actor, "wake-webhook", seen, whyNotWakeWebhook, async (tx, { pausedAt }) => {
    if (pausedAt === null) return {};
    return doneIf(await saveWebhook(tx, actor.workspace.id, seen, { pausedAt: null, pausedWhy: null }));
  });
}
