import type { Tx } from "@/lib/data/client";
import { findWhoStandsFor } from "@/lib/data/merged-people";
import type { QueueFilter } from "@/lib/domain/task/view";

/** A filter that was saved, or linked to, before somebody was merged: it is about whoever stands for them by now. */
export async function filterNow(tx: Tx, workspaceId: string, filter: QueueFilter): Promise<QueueFilter> {
  if (filter.personId === null) return filter;
  const personId = (await findWhoStandsFor(tx, workspaceId, filter.personId)) ?? filter.personId;
  return { ...filter, personId };
}
