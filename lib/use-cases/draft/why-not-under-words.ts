import type { Tx } from "@/lib/data/client";
import { findDraftOfTask } from "@/lib/data/drafts";
import { holdWordsOf } from "@/lib/data/hold-words";
import { whyNotOverWords } from "@/lib/domain/draft/who-may-approve";
import type { Refusal } from "@/lib/domain/refusal";

/** Null when no words of this task are on their way; until the transaction ends, none will be. */
export async function whyNotUnderWords(tx: Tx, workspaceId: string, taskId: string): Promise<Refusal | null> {
  await holdWordsOf(tx, workspaceId, taskId);
  return whyNotOverWords(await findDraftOfTask(tx, workspaceId, taskId));
}
