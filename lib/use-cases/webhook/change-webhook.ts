import type { Tx } from "@/lib/data/client";
import { writeAs } from "@/lib/data/transaction";
import { findWebhook, type StoredWebhook } from "@/lib/data/webhooks";
import type { Actor } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { granted, type Result, refused } from "@/lib/domain/result";

export type SeenWebhook = { id: string; version: number };

/**
 * What every change of a webhook has in common: it is there, whoever asks may, and nobody has changed it since it was seen.
 * `save` gives back what is to be answered, null where it was no longer as seen. Refuses `not-found`, `stale`, and what `whyNot` does.
 */
export async function changeWebhook<T extends object>(
  actor: Actor,
  verb: string,
  seen: SeenWebhook,
  whyNot: (actor: Actor, webhook: StoredWebhook) => Refusal | null,
  save: (tx: Tx, webhook: StoredWebhook) => Promise<T | null>,
): Promise<Result<T & { seq: number }>> {
  const written = await writeAs(actor, verb, { kind: "webhook", id: seen.id }, async (tx) => {
    const webhook = await findWebhook(tx, actor.workspace.id, seen.id);
    if (webhook === null) return refused({ code: "not-found" });
    const no = whyNot(actor, webhook);
    if (no !== null) return refused(no);
    const saved = webhook.version === seen.version ? await save(tx, webhook) : null;
    return saved ? granted(saved) : refused({ code: "stale", version: webhook.version, changed: [] });
  });
  return written.ok ? granted({ ...written.value.value, seq: written.value.seq }) : written;
}

/** What is answered where there is nothing to say but that it was done. */
export function doneIf(isSaved: boolean): object | null {
  return isSaved ? {} : null;
}
