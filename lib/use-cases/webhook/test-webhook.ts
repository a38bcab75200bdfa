import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { sayTest, TEST_TYPE } from "@/lib/domain/webhook/event";
import { newMessageId, putInRow } from "@/lib/use-cases/webhook/put-in-row";

/** Sends a webhook a test, which tells of nothing. Refuses `not-found`, `in-person`, and `invalid` while it is paused. */
export function testWebhook(
  actor: Actor,
  webhookId: string,
  at: Date,
): Promise<Result<{ id: string; messageId: string }>> {
  const test = {
    messageId: newMessageId(),
    seq: null,
    type: TEST_TYPE,
    body: sayTest(actor.workspace.slug, at.toISOString()),
    replayOf: null,
  };
  return putInRow(actor, "test-webhook", async () => ({ webhookId, delivery: test }), at);
}
