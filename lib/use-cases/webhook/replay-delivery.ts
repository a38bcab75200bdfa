import { findDelivery } from "@/lib/data/webhook-deliveries";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { putInRow } from "@/lib/use-cases/webhook/put-in-row";

/**
 * Tells something once more: the same words under the same webhook-id, as a delivery of its own. Refuses `not-found`, `in-person`,
 * and `invalid` while the webhook is paused.
 */
export function replayDelivery(
  actor: Actor,
  id: string,
  at: Date,
): Promise<Result<{ id: string; messageId: string }>> {
  return putInRow(
    actor,
    "replay-delivery",
    async (tx) => {
      const found = await findDelivery(tx, actor.workspace.id, id);
      if (found === null) return null;
      const { webhookId, id: replayOf, ...same } = found;
      return { webhookId, delivery: { ...same, replayOf } };
    },
    at,
  );
}
