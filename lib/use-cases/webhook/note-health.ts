import { writePausedLetter } from "@/lib/adapters/webhooks/paused-letter";
import type { Tx } from "@/lib/data/client";
import { putInOutbox } from "@/lib/data/outbox";
import { findMakersAddress, findTurn, findWebhook, noteFailing, pauseByItself } from "@/lib/data/webhooks";
import type { Actor } from "@/lib/domain/actor";
import { type Attempted, isGone, isHeard, isHopeless } from "@/lib/domain/webhook/attempt";

/**
 * Remembers since when nothing arrives at a webhook. One that is gone, or that nothing has reached for three days, is paused, and
 * its maker told by mail: both are written together, so it is once.
 * @param origin the public origin, which mailed links are built from alone
 */
export async function noteHealth(
  tx: Tx,
  { id: workspaceId, slug }: Actor["workspace"],
  webhookId: string,
  said: Attempted,
  { at, origin }: { at: Date; origin: string },
): Promise<void> {
  const webhook = await findWebhook(tx, workspaceId, webhookId);
  const turn = await findTurn(tx, workspaceId, webhookId);
  if (webhook === null || turn === null) return;
  const since = isHeard(said) ? null : (turn.failingSince ?? at);
  if (since?.getTime() !== turn.failingSince?.getTime()) await noteFailing(tx, workspaceId, webhookId, since);
  if (since === null) return;
  const why = isGone(said) ? "gone" : isHopeless(since, at) ? "failing" : null;
  if (why === null || !(await pauseByItself(tx, workspaceId, webhookId, why, at))) return;
  const to = await findMakersAddress(tx, webhook.madeBy);
  const { name } = webhook;
  if (to !== null)
    await putInOutbox(
      tx,
      writePausedLetter({ id: webhookId, name, why }, { to, workspaceId, slug, origin }),
      null,
    );
}
