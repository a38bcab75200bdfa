import { randomUUID } from "node:crypto";
import { readAs, writeAs } from "@/lib/data/transaction";
import { insertDeliveries } from "@/lib/data/webhook-deliveries";
import { listEntriesToTell } from "@/lib/data/webhook-entries";
import { findTurn, findWebhook, moveOn } from "@/lib/data/webhooks";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result } from "@/lib/domain/result";
import { sayEvent, typeOfEvent } from "@/lib/domain/webhook/event";
import { subjectsOf } from "@/lib/domain/webhook/topics";
import { newMessageId } from "@/lib/use-cases/webhook/put-in-row";

/**
 * Puts what happened since a webhook was last told in its row, read with its maker's eyes: what they may not see is not even
 * written down for it. `more`: there is more to read. Of two that do it at once one does nothing.
 * @param reader sees what the maker of the webhook sees
 */
export async function collectEvents(
  reader: Actor,
  system: Actor,
  webhookId: string,
  at: Date,
): Promise<Result<{ more: boolean }>> {
  const workspaceId = reader.workspace.id;
  const read = await readAs(reader, async (tx, head) => {
    const webhook = await findWebhook(tx, workspaceId, webhookId);
    const turn = await findTurn(tx, workspaceId, webhookId);
    if (webhook === null || webhook.pausedAt !== null || turn === null || turn.afterSeq >= head) return null;
    const from = turn.afterSeq;
    const isClient = reader.role === "client";
    const subjects = subjectsOf(webhook.about);
    const looked = await listEntriesToTell(tx, workspaceId, subjects, { isClient }, { after: from, head });
    return { ...looked, from, more: looked.to < head };
  });
  if (!read.ok) return read;
  if (read.value === null) return granted({ more: false });
  const { entries, from, to, more } = read.value;
  const { slug } = reader.workspace;
  const deliveries = entries.map((entry) => ({
    id: randomUUID(),
    messageId: newMessageId(),
    seq: entry.seq,
    type: typeOfEvent(entry),
    body: sayEvent(entry, slug),
    replayOf: null,
  }));
  const about = { kind: "webhook", id: webhookId } as const;
  const written = await writeAs(system, "collect-events", about, async (tx) => {
    // Moved on by somebody else, or woken since: what was read is theirs, or not to be told.
    if (!(await moveOn(tx, workspaceId, webhookId, { from, to }))) return granted({ more: false });
    await insertDeliveries(tx, workspaceId, webhookId, deliveries, at);
    return granted({ more });
  });
  return written.ok ? granted(written.value.value) : written;
}
