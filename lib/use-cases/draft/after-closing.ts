import { endedByClosing } from "@/lib/data/approvals";
import type { Tx } from "@/lib/data/client";

/**
 * Where a task lies that was closed or folded away, and is not any more: before the client, where that ended their word for its words,
 * as they do not leave now. An empty change where it ended none.
 */
export async function layAgain(tx: Tx, workspaceId: string, taskId: string): Promise<{ state?: "client" }> {
  return (await endedByClosing(tx, workspaceId, taskId)) ? { state: "client" } : {};
}
