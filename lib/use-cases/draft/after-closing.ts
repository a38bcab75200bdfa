import { endedByClosing } from "@/lib/data/approvals";
import type { Tx } from "@/lib/data/client";
import { findOpenQuestion } from "@/lib/data/decisions";

/**
 * Where a task lies that was closed or folded away, and is not any more: before the client, where that ended their word for its words,
 * as they do not leave now, or where a question waits for them still. An empty change where there is neither.
 */
export async function layAgain(tx: Tx, workspaceId: string, taskId: string): Promise<{ state?: "client" }> {
  const isTheirs =
    (await endedByClosing(tx, workspaceId, taskId)) ||
    (await findOpenQuestion(tx, workspaceId, taskId)) !== null;
  return isTheirs ? { state: "client" } : {};
}
