import { writePausedLetter } from "@/lib/adapters/webhooks/paused-letter";
import { putInOutbox } from "@/lib/data/outbox";
import { writeAs } from "@/lib/data/transaction";
import { findMakersAddress, findTurn, findWebhook, noteFailing, pauseByItself } from "@/lib/data/webhooks";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result } from "@/lib/domain/result";
import { type Attempted, isGone, isHeard, isHopeless } from "@/lib/domain/webhook/attempt";

/**
 * Remembers since when nothing arrives at a webhook. One that is gone, or that nothing has reached for three days, is paused, and
 * its maker told by mail: both are written together, so it is once.
 * @param origin the public origin, which mailed links are built from alone
 */
export async function noteHealth(
  system: Actor,
  webhookId: string,
  said: Attempted,
  { at, origin }: { at: Date; origin: string },
): Promise<Result<"well" | "failing" | "paused">> {
  const { id: workspaceId, slug } = system.workspace;
  const about = { kind: "webhook", id: webhookId } as const;
  const written = await writeAs(system, "pause-webhook", about, async (tx) => {
    const webhook = await findWebhook(tx, workspaceId, webhookId);
    const turn = await findTurn(tx, workspaceId, webhookId);
    if (webhook === null || turn === null) return granted("well" as const);
    if (isHeard(said)) {
      if (turn.failingSince !== null) await noteFailing(tx, workspaceId, webhookId, null);
      return granted("well" as const);
    }
    const since = turn.failingSince ?? at;
    if (turn.failingSince === null) await noteFailing(tx, workspaceId, webhookId, at);
    const why = isGone(said) ? "gone" : isHopeless(since, at) ? "failing" : null;
    if (why === null || !(await pauseByItself(tx, workspaceId, webhookId, why, at)))
      return granted("failing" as const);
    const to = await findMakersAddress(tx, webhook.madeBy);
    const { name } = webhook;
    if (to !== null)
      await putInOutbox(
        tx,
        writePausedLetter({ id: webhookId, name, why }, { to, workspaceId, slug, origin }),
      );
    return granted("paused" as const);
  });
  return written.ok ? granted(written.value.value) : written;
}
