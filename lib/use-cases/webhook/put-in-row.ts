import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import { writeAs } from "@/lib/data/transaction";
import { insertDeliveries, type NewDelivery } from "@/lib/data/webhook-deliveries";
import { findWebhook } from "@/lib/data/webhooks";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChangeWebhook } from "@/lib/domain/webhook/webhook";

type Wanted = { webhookId: string; delivery: Omit<NewDelivery, "id"> };

/** A new header webhook-id. */
export function newMessageId(): string {
  return `msg_${randomUUID().replaceAll("-", "")}`;
}

/**
 * Puts something in the row of a webhook by hand: `find` says what, and of which webhook. It leaves within seconds. Refuses
 * `not-found`, `in-person`, and `invalid` while the webhook is paused.
 */
export async function putInRow(
  actor: Actor,
  verb: string,
  find: (tx: Tx) => Promise<Wanted | null>,
  at: Date,
): Promise<Result<{ id: string; messageId: string }>> {
  const workspaceId = actor.workspace.id;
  const id = randomUUID();
  const written = await writeAs(actor, verb, { kind: "webhook", id: null }, async (tx) => {
    const wanted = await find(tx);
    const webhook = wanted && (await findWebhook(tx, workspaceId, wanted.webhookId));
    if (!wanted || !webhook) return refused({ code: "not-found" });
    const no = whyNotChangeWebhook(actor, webhook);
    if (no !== null) return refused(no);
    if (webhook.pausedAt !== null)
      return refused({ code: "invalid", fields: { form: "This is paused. Wake it first." } });
    await insertDeliveries(tx, workspaceId, webhook.id, [{ id, ...wanted.delivery }], at);
    return granted({ id, messageId: wanted.delivery.messageId });
  });
  return written.ok ? granted(written.value.value) : written;
}
