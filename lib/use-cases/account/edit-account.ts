import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type AccountSaid, whyNotSuchAccount } from "@/lib/domain/draft/account";
import { granted, type Result, refused } from "@/lib/domain/result";
import { changeAccount } from "@/lib/use-cases/account/change-account";
import { type AccountTarget, findAccountIn } from "@/lib/use-cases/account/find-account";

/**
 * Changes what is said of an account. An approval is of its name, address, signature and author too: what was approved before and
 * has not left needs the client's word again. Refuses `not-found`, `only-client`, `stale`, `invalid`.
 */
export async function editAccount(
  actor: Actor,
  target: AccountTarget,
  change: Partial<AccountSaid>,
): Promise<Result<{ id: string; version: number; seq: number }>> {
  const about = { kind: "account", id: target.id } as const;
  const written = await writeAs(actor, "edit-account", about, async (tx) => {
    const found = await findAccountIn(tx, actor, target);
    if (!found.ok) return found;
    const account = found.value;
    const no = whyNotSuchAccount({ ...account, ...change }, account.sendsMail);
    if (no !== null) return refused(no);
    const saved = await changeAccount(tx, actor.workspace.id, account, change);
    if (!saved) return refused({ code: "not-found" });
    return granted(account.version + 1);
  });
  if (!written.ok) return written;
  return granted({ id: target.id, version: written.value.value, seq: written.value.seq });
}
