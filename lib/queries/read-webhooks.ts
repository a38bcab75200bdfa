import { readAs } from "@/lib/data/transaction";
import { type DeliveryRow, listDeliveries } from "@/lib/data/webhook-deliveries";
import { listWebhooks, type WebhookRow } from "@/lib/data/webhooks";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import {
  type DeliveryView,
  type WebhookView,
  whyNotChangeWebhook,
  whyNotWakeWebhook,
} from "@/lib/domain/webhook/webhook";

const PAGE = 100;

/** Where the desk has programs told what changes: one's own webhooks, and everybody's for the client. Refuses `signed-out`. */
export function readWebhooks(actor: Actor): Promise<Result<{ webhooks: WebhookView[] }>> {
  return readAs(actor, async (tx) => {
    const rows = await listWebhooks(tx, actor.workspace.id);
    return { webhooks: rows.map((row) => toView(row, actor)) };
  });
}

/** One webhook. Refuses `signed-out`, `not-found`. */
export async function readWebhook(actor: Actor, id: string): Promise<Result<WebhookView>> {
  const read = await readAs(actor, (tx) => listWebhooks(tx, actor.workspace.id, id));
  if (!read.ok) return read;
  const [row] = read.value;
  return row ? granted(toView(row, actor)) : refused({ code: "not-found" });
}

/** How a webhook is now, for whoever lost a race; null when there is none. */
export async function readWebhookNow(actor: Actor, id: string): Promise<WebhookView | null> {
  const read = await readWebhook(actor, id);
  return read.ok ? read.value : null;
}

/**
 * What a webhook was told, and is to be, a hundred at a time, the latest first.
 * @param before the cursor of the page before; null begins with the latest. Refuses `signed-out`, `not-found`, `invalid`.
 */
export async function readDeliveries(
  actor: Actor,
  id: string,
  before: string | null,
): Promise<Result<{ deliveries: DeliveryView[]; more: string | null }>> {
  const from = before === null ? null : readCursor(before);
  if (before !== null && from === null)
    return refused({ code: "invalid", fields: { before: "This is not a cursor of ours." } });
  const workspaceId = actor.workspace.id;
  const read = await readAs(actor, async (tx) => {
    const [webhook] = await listWebhooks(tx, workspaceId, id);
    return webhook ? await listDeliveries(tx, workspaceId, id, from, PAGE + 1) : null;
  });
  if (!read.ok) return read;
  if (read.value === null) return refused({ code: "not-found" });
  const rows = read.value.slice(0, PAGE);
  const last = rows.at(-1);
  const more = read.value.length > PAGE && last ? `${last.madeAt.toISOString()}_${last.id}` : null;
  return granted({ deliveries: rows.map(toDelivery), more });
}

function readCursor(cursor: string): { madeAt: Date; id: string } | null {
  const [, when = "", id = ""] =
    /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ?? [];
  const madeAt = new Date(when);
  return Number.isNaN(madeAt.getTime()) ? null : { madeAt, id };
}

function toView(row: WebhookRow, actor: Actor): WebhookView {
  const { id, version, name, url, about, madeBy, pausedWhy } = row;
  return {
    id,
    version,
    name,
    url,
    about,
    madeBy: { id: madeBy, name: row.makerName },
    madeAt: row.madeAt.toISOString(),
    rotatedAt: row.rotatedAt?.toISOString() ?? null,
    pausedAt: row.pausedAt?.toISOString() ?? null,
    pausedWhy,
    pausedBy: row.pausedByName,
    failingSince: row.failingSince?.toISOString() ?? null,
    can: {
      change: whyNotChangeWebhook(actor, row) === null,
      wake: row.pausedAt !== null && whyNotWakeWebhook(actor, row) === null,
    },
  };
}

function toDelivery(row: DeliveryRow): DeliveryView {
  const { id, messageId, type, state, attempts, lastStatus, lastMs, lastError, body } = row;
  return {
    id,
    messageId,
    type,
    state,
    attempts,
    madeAt: row.madeAt.toISOString(),
    nextAt: state === "waiting" ? row.nextAt.toISOString() : null,
    lastAt: row.lastAt?.toISOString() ?? null,
    lastStatus,
    lastMs,
    lastError,
    isReplay: row.replayOf !== null,
    body,
  };
}
