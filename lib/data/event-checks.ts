import type { Tx } from "@/lib/data/client";

/**
 * Double-checks of these entries of which there is no happening any more with exactly that start, end, place and link are lost:
 * the meeting moved. What has passed keeps its check.
 */
export async function loseChecks(tx: Tx, workspaceId: string, eventIds: string[]): Promise<void> {
  if (eventIds.length === 0) return;
  await tx.$executeRaw`
    UPDATE event_checks k SET voided_at = now(), void_why = 'moved'
    WHERE k.workspace_id = ${workspaceId}::uuid AND k.event_id = ANY (${eventIds}::uuid[]) AND k.voided_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM event_occurrences o JOIN events e ON e.workspace_id = o.workspace_id AND e.id = o.event_id
      WHERE o.workspace_id = k.workspace_id AND o.event_id = k.event_id AND o.starts_at = k.starts_at AND o.ends_at = k.ends_at
        AND e.location = k.place AND e.link = k.link AND e.removed_at IS NULL AND upper(e.status) <> 'CANCELLED')`;
}
