import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import type { DaysOff } from "@/lib/domain/person/touch";

/** Days off as stored. Days are "YYYY-MM-DD", both included. */
export type StoredDaysOff = DaysOff & { id: string; label: string };

/** The client's days off, in their order; with `from` only those that are not over on that day. */
export function listDaysOff(
  tx: Tx,
  workspaceId: string,
  from: string | null = null,
): Promise<StoredDaysOff[]> {
  return tx.$queryRaw<StoredDaysOff[]>`
    SELECT id, to_char(from_on, 'YYYY-MM-DD') AS "fromOn", to_char(to_on, 'YYYY-MM-DD') AS "toOn", label FROM days_off
    WHERE workspace_id = ${workspaceId}::uuid AND removed_at IS NULL AND (${from}::date IS NULL OR to_on >= ${from}::date)
    ORDER BY from_on, id LIMIT 500`;
}

/** Writes days off down. The database refuses anybody but the client. */
export async function insertDaysOff(
  tx: Tx,
  workspaceId: string,
  days: DaysOff & { label: string },
): Promise<string> {
  const id = randomUUID();
  const [fromOn, toOn] = [new Date(`${days.fromOn}T00:00:00Z`), new Date(`${days.toOn}T00:00:00Z`)];
  await tx.dayOff.createMany({ data: [{ workspaceId, id, fromOn, toOn, label: days.label }] });
  return id;
}

/** Takes days off away, or brings them back. False: there are none like these. */
export async function saveDaysOff(
  tx: Tx,
  workspaceId: string,
  id: string,
  removedAt: Date | null,
): Promise<boolean> {
  const where = { workspaceId, id, removedAt: removedAt === null ? { not: null } : null };
  return (await tx.dayOff.updateMany({ where, data: { removedAt } })).count === 1;
}
