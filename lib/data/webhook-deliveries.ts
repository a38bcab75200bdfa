import { appDatabase, type Tx } from "@/lib/data/client";
import type { DeliveryState } from "@/lib/domain/webhook/webhook";

/** Something to be told. `seq` is the entry of the log that it tells of, null for a test. */
export type NewDelivery = {
  id: string;
  messageId: string;
  seq: number | null;
  type: string;
  body: string;
  replayOf: string | null;
};

/** Puts deliveries in the row of a webhook, to be made from `at` on. */
export async function insertDeliveries(
  tx: Tx,
  workspaceId: string,
  webhookId: string,
  deliveries: NewDelivery[],
  at: Date,
): Promise<void> {
  if (deliveries.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO webhook_deliveries (workspace_id, id, webhook_id, message_id, seq, type, body, next_at, replay_of)
    SELECT ${workspaceId}::uuid, d.id, ${webhookId}::uuid, d."messageId", d.seq, d.type, d.body, ${at}::timestamptz, d."replayOf"
    FROM jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb)
      AS d (id uuid, "messageId" text, seq bigint, type text, body text, "replayOf" uuid)`;
}

/** A delivery whose turn it is; `attempts` counts the one that is to be made. */
export type ClaimedDelivery = {
  id: string;
  messageId: string;
  seq: number | null;
  body: string;
  attempts: number;
};

/** Claims deliveries of a webhook that are due at `at`: nobody else gets them until `until`, by when whoever claimed them has said how it went. */
export async function claimDeliveries(
  tx: Tx,
  workspaceId: string,
  webhookId: string,
  { at, until, most }: { at: Date; until: Date; most: number },
): Promise<ClaimedDelivery[]> {
  // Materialized: as a sub-select the planner may ask it again for every row, and claim more than is sent.
  const rows = await tx.$queryRaw<(Omit<ClaimedDelivery, "seq"> & { seq: bigint | null })[]>`
    WITH due AS MATERIALIZED (
      SELECT d.id FROM webhook_deliveries d WHERE d.workspace_id = ${workspaceId}::uuid AND d.webhook_id = ${webhookId}::uuid
        AND d.state = 'waiting' AND d.next_at <= ${at}::timestamptz ORDER BY d.next_at, d.seq LIMIT ${most} FOR UPDATE SKIP LOCKED)
    UPDATE webhook_deliveries w SET attempts = w.attempts + 1, next_at = ${until}::timestamptz
    FROM due WHERE w.workspace_id = ${workspaceId}::uuid AND w.id = due.id
    RETURNING w.id, w.message_id AS "messageId", w.seq, w.body, w.attempts`;
  return rows.map(({ seq, ...rest }) => ({ ...rest, seq: seq === null ? null : Number(seq) }));
}

/** What is written down of an attempt. */
export type DeliveryNote = {
  state: DeliveryState;
  nextAt: Date;
  lastAt?: Date;
  lastStatus?: number | null;
  lastMs?: number;
  lastError: string;
};

/** Notes how an attempt went, where nobody has begun another since. */
export async function noteDelivery(
  tx: Tx,
  workspaceId: string,
  { id, attempts }: Pick<ClaimedDelivery, "id" | "attempts">,
  note: DeliveryNote,
): Promise<boolean> {
  const where = { workspaceId, id, attempts, state: "waiting" };
  return (await tx.webhookDelivery.updateMany({ where, data: note })).count === 1;
}

/** A delivery to be made once more, with its webhook; null when the transaction may not see it. */
export async function findDelivery(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<(NewDelivery & { webhookId: string }) | null> {
  const row = await tx.webhookDelivery.findFirst({
    where: { workspaceId, id },
    select: {
      id: true,
      webhookId: true,
      messageId: true,
      seq: true,
      type: true,
      body: true,
      replayOf: true,
    },
  });
  return row ? { ...row, seq: row.seq === null ? null : Number(row.seq) } : null;
}

export type DeliveryRow = {
  id: string;
  messageId: string;
  type: string;
  state: DeliveryState;
  attempts: number;
  madeAt: Date;
  nextAt: Date;
  lastAt: Date | null;
  lastStatus: number | null;
  lastMs: number | null;
  lastError: string;
  replayOf: string | null;
  body: string;
};

/** A page of what a webhook was told, the latest first. */
export function listDeliveries(
  tx: Tx,
  workspaceId: string,
  webhookId: string,
  before: { madeAt: Date; id: string } | null,
  limit: number,
): Promise<DeliveryRow[]> {
  const [madeAt, id] = [before?.madeAt ?? null, before?.id ?? null];
  return tx.$queryRaw<DeliveryRow[]>`
    SELECT id, message_id AS "messageId", type, state, attempts, made_at AS "madeAt", next_at AS "nextAt", last_at AS "lastAt",
      last_status AS "lastStatus", last_ms AS "lastMs", last_error AS "lastError", replay_of AS "replayOf", body
    FROM webhook_deliveries WHERE workspace_id = ${workspaceId}::uuid AND webhook_id = ${webhookId}::uuid
      AND (${madeAt}::timestamptz IS NULL OR (made_at, id) < (${madeAt}::timestamptz, ${id}::uuid))
    ORDER BY made_at DESC, id DESC LIMIT ${limit}`;
}

/** Forgets what was told more than thirty days ago; an error for whoever does not hold the jobs' secret. */
export async function sweepDeliveries(secret: string): Promise<number> {
  const [row] = await appDatabase().$queryRaw<{ swept: bigint }[]>`
    SELECT fence.sweep_deliveries(${secret}) AS swept`;
  return Number(row?.swept ?? 0);
}
