import { appDatabase, type Tx } from "@/lib/data/client";
import type { Role } from "@/lib/domain/actor";
import type { Topic } from "@/lib/domain/webhook/topics";
import type { PauseWhy, WebhookInput } from "@/lib/domain/webhook/webhook";

/** A webhook with something to tell, and whose eyes it is told with. */
export type DueWebhook = {
  id: string;
  workspace: { id: string; slug: string; zone: string };
  clientName: string;
  userId: string;
  name: string;
  role: Role;
};

/** The webhooks with something to tell at a moment, in no order, for whoever holds the jobs' secret; an error for anybody else. */
export async function listDueWebhooks(secret: string, at: Date, most: number): Promise<DueWebhook[]> {
  type Row = Omit<DueWebhook, "workspace"> & { workspaceId: string; slug: string; zone: string };
  const rows = await appDatabase().$queryRaw<Row[]>`
    SELECT webhook_id AS id, workspace_id AS "workspaceId", slug, zone, client_name AS "clientName", user_id AS "userId", name, role
    FROM fence.due_webhooks(${secret}, ${at}::timestamptz, ${most}::integer)`;
  return rows.map(({ workspaceId, slug, zone, ...rest }) => ({
    ...rest,
    workspace: { id: workspaceId, slug, zone },
  }));
}

/** A webhook with what is to be known before it is touched. */
export type StoredWebhook = {
  id: string;
  version: number;
  name: string;
  url: string;
  about: Topic[];
  sealed: Uint8Array;
  madeBy: string;
  pausedAt: Date | null;
  pausedBy: string | null;
};

/** A webhook that is not removed and that the transaction may see; null otherwise. */
export async function findWebhook(tx: Tx, workspaceId: string, id: string): Promise<StoredWebhook | null> {
  const row = await tx.webhook.findFirst({
    where: { workspaceId, id, removedAt: null },
    select: {
      id: true,
      version: true,
      name: true,
      url: true,
      about: true,
      sealed: true,
      madeBy: true,
      pausedAt: true,
      pausedBy: true,
    },
  });
  return row as StoredWebhook | null;
}

export type WebhookRow = Omit<StoredWebhook, "sealed" | "pausedBy"> & {
  makerName: string;
  madeAt: Date;
  rotatedAt: Date | null;
  pausedBy: string | null;
  pausedByName: string | null;
  pausedWhy: PauseWhy | null;
  failingSince: Date | null;
};

/** The webhooks that the transaction may see, the oldest first; with `id` that one alone. */
export function listWebhooks(tx: Tx, workspaceId: string, id: string | null = null): Promise<WebhookRow[]> {
  return tx.$queryRaw<WebhookRow[]>`
    SELECT h.id, h.version, h.name, h.url, h.about, h.made_by AS "madeBy", u.name AS "makerName", h.made_at AS "madeAt", h.rotated_at AS "rotatedAt",
      h.paused_at AS "pausedAt", h.paused_by AS "pausedBy", p.name AS "pausedByName", h.paused_why AS "pausedWhy", t.failing_since AS "failingSince"
    FROM webhooks h JOIN webhook_turns t ON t.workspace_id = h.workspace_id AND t.webhook_id = h.id
    JOIN users u ON u.id = h.made_by LEFT JOIN users p ON p.id = h.paused_by
    WHERE h.workspace_id = ${workspaceId}::uuid AND h.removed_at IS NULL AND (${id}::uuid IS NULL OR h.id = ${id}::uuid)
    ORDER BY h.made_at, h.id LIMIT 500`;
}

/** How many webhooks somebody has. */
export function countWebhooks(tx: Tx, workspaceId: string, madeBy: string | null): Promise<number> {
  return tx.webhook.count({ where: { workspaceId, madeBy: madeBy ?? undefined, removedAt: null } });
}

/** Makes a webhook; by whom and when is written by the guard. */
export async function insertWebhook(
  tx: Tx,
  workspaceId: string,
  { id, name, url, about, sealed }: WebhookInput & { id: string; sealed: Uint8Array },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO webhooks (workspace_id, id, name, url, about, sealed)
    VALUES (${workspaceId}::uuid, ${id}::uuid, ${name}, ${url}, ${about}::text[], ${Uint8Array.from(sealed)})`;
}

type WebhookChange =
  | WebhookInput
  | { sealed: Uint8Array<ArrayBuffer> }
  | { pausedAt: Date; pausedWhy: PauseWhy }
  | { pausedAt: null; pausedWhy: null }
  | { removedAt: Date };

/** Changes a webhook where it still is as it was seen. */
export async function saveWebhook(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version: number },
  data: WebhookChange,
): Promise<boolean> {
  const where = { workspaceId, id: seen.id, version: seen.version, removedAt: null };
  return (await tx.webhook.updateMany({ where, data })).count === 1;
}

/** Pauses a webhook that reaches nobody. False: it is paused or removed already. */
export async function pauseByItself(
  tx: Tx,
  workspaceId: string,
  id: string,
  why: PauseWhy,
  at: Date,
): Promise<boolean> {
  const where = { workspaceId, id, pausedAt: null, removedAt: null };
  return (await tx.webhook.updateMany({ where, data: { pausedAt: at, pausedWhy: why } })).count === 1;
}

/** Where the maker of a webhook is written to; null when they are gone. */
export async function findMakersAddress(tx: Tx, userId: string): Promise<string | null> {
  const user = await tx.user.findFirst({ where: { id: userId }, select: { email: true } });
  return user?.email ?? null;
}

/** How far a webhook was told, and since when nothing arrives. */
export async function findTurn(
  tx: Tx,
  workspaceId: string,
  webhookId: string,
): Promise<{ afterSeq: number; failingSince: Date | null } | null> {
  const turn = await tx.webhookTurn.findFirst({
    where: { workspaceId, webhookId },
    select: { afterSeq: true, failingSince: true },
  });
  return turn ? { afterSeq: Number(turn.afterSeq), failingSince: turn.failingSince } : null;
}

/** Moves on from where a webhook was. False: somebody else has, and what was read is old news. */
export async function moveOn(
  tx: Tx,
  workspaceId: string,
  webhookId: string,
  { from, to }: { from: number; to: number },
): Promise<boolean> {
  const where = { workspaceId, webhookId, afterSeq: BigInt(from) };
  return (await tx.webhookTurn.updateMany({ where, data: { afterSeq: BigInt(to) } })).count === 1;
}

/** Since when nothing arrives; null: the last thing did. */
export async function noteFailing(
  tx: Tx,
  workspaceId: string,
  webhookId: string,
  failingSince: Date | null,
): Promise<void> {
  await tx.webhookTurn.updateMany({ where: { workspaceId, webhookId }, data: { failingSince } });
}
