import { type StoredAccount, saveAccount } from "@/lib/data/accounts";
import type { Tx } from "@/lib/data/client";
import { listLetGo } from "@/lib/data/drafts";
import { bringBack } from "@/lib/use-cases/draft/change-draft";

/**
 * Saves a change of an account. Words let go from there that the database takes back with it bring their tasks back: what the client
 * approved lies before them. False: somebody was quicker.
 */
export async function changeAccount(
  tx: Tx,
  workspaceId: string,
  account: StoredAccount,
  change: Parameters<typeof saveAccount>[3],
): Promise<boolean> {
  const letGo = await listLetGo(tx, workspaceId, account.id);
  if (!(await saveAccount(tx, workspaceId, account, change))) return false;
  for (const draft of letGo) await bringBack(tx, workspaceId, draft, "assistant");
  return true;
}
