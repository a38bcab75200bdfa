import type { Tx } from "@/lib/data/client";
import { writeAs } from "@/lib/data/transaction";
import { findWebhook, type StoredWebhook } from "@/lib/data/webhooks";
import type { Actor } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { granted, type Result, refused } from "@/lib/domain/result";

export type SeenWebhook = { id: string; version: number };

/**
 * What every change of a webhook has in common: it is there, whoever asks may, and nobody has changed it since it was seen.
 * `save` says whether it still was so when it was written. Refuses `not-found`, `stale`, and what `whyNot` does.
 */
export async function changeWebhook(
  actor: Actor,
  verb: string,
  seen: SeenWebhook,
  whyNot: (actor: Actor, webhook: StoredWebhook) => Refusal | null,
  save: (tx: Tx, webhook: StoredWebhook) => Promise<boolean>,
): Promise<Result<{ seq: number }>> {
  const written = await writeAs(actor, verb, { kind: "webhook", id: seen.id }, async (tx) => {
    const webhook = await findWebhook(tx, actor.workspace.id, seen.id);
    if (webhook === null) return refused({ code: "not-found" });
    const no = whyNot(actor, webhook);
    if (no !== null) return refused(no);
    const isSaved = webhook.version === seen.version && (await save(tx, webhook));
    return isSaved ? granted(null) : refused({ code: "stale", version: webhook.version, changed: [] });
  });
  return written.ok ? granted({ seq: written.value.seq }) : written;
}
