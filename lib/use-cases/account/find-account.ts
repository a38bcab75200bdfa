import { findAccount, type StoredAccount } from "@/lib/data/accounts";
import type { Tx } from "@/lib/data/client";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";

/** Which account, as it was seen. */
export type AccountTarget = { id: string; version: number };

/** An account that is about to be changed, standing or removed. Refuses `not-found`, `only-client`, `stale`. */
export async function findAccountIn(
  tx: Tx,
  actor: Actor,
  target: AccountTarget,
  which: "standing" | "removed" = "standing",
): Promise<Result<StoredAccount>> {
  const account = await findAccount(tx, actor.workspace.id, target.id);
  if (account === null || (account.removedAt === null) !== (which === "standing"))
    return refused({ code: "not-found" });
  const no = whyNotChangeDesk(actor);
  if (no !== null) return refused(no);
  if (account.version !== target.version)
    return refused({ code: "stale", version: account.version, changed: [] });
  return granted(account);
}
