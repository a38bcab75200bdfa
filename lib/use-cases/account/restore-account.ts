import { saveAccount } from "@/lib/data/accounts";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { type AccountTarget, findAccountIn } from "@/lib/use-cases/account/find-account";

/** Brings a removed account back, without a mail server. Refuses `not-found` (also when it stands), `only-client`, `stale`. */
export async function restoreAccount(
  actor: Actor,
  target: AccountTarget,
): Promise<Result<{ id: string; version: number; seq: number }>> {
  const about = { kind: "account", id: target.id } as const;
  const written = await writeAs(actor, "restore-account", about, async (tx) => {
    const found = await findAccountIn(tx, actor, target, "removed");
    if (!found.ok) return found;
    const saved = await saveAccount(tx, actor.workspace.id, found.value, { removedAt: null });
    return saved ? granted(found.value.version + 1) : refused({ code: "not-found" });
  });
  if (!written.ok) return written;
  return granted({ id: target.id, version: written.value.value, seq: written.value.seq });
}
