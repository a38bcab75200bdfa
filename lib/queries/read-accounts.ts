import { listAccounts } from "@/lib/data/accounts";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { AccountView } from "@/lib/domain/draft/account";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";

/** The accounts of a desk, those that were removed apart, and whether one may change them. Refuses `signed-out`. */
export function readAccounts(
  actor: Actor,
): Promise<Result<{ accounts: AccountView[]; removed: AccountView[]; canChange: boolean }>> {
  return readAs(actor, async (tx) => {
    const all = await listAccounts(tx, actor.workspace.id);
    const canChange = whyNotChangeDesk(actor) === null;
    return {
      accounts: all.filter((one) => one.removedAt === null),
      removed: canChange ? all.filter((one) => one.removedAt !== null) : [],
      canChange,
    };
  });
}

/** One account that stands, and whether one may change it. Refuses `not-found`, `signed-out`. */
export async function readAccount(
  actor: Actor,
  id: string,
): Promise<Result<{ account: AccountView; canChange: boolean }>> {
  const read = await readAccounts(actor);
  if (!read.ok) return read;
  const account = read.value.accounts.find((one) => one.id === id.toLowerCase());
  return account ? granted({ account, canChange: read.value.canChange }) : refused({ code: "not-found" });
}
