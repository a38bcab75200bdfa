import { forgetMailbox } from "@/lib/data/account-mailboxes";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { changeAccount } from "@/lib/use-cases/account/change-account";
import { type AccountTarget, findAccountIn } from "@/lib/use-cases/account/find-account";

/**
 * Takes an account away; restore-account brings it back, but not its mail server, whose password is forgotten at once. Refuses
 * `not-found`, `only-client`, `stale`.
 */
export async function removeAccount(
  actor: Actor,
  target: AccountTarget,
  at: Date,
): Promise<Result<{ id: string; version: number; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const about = { kind: "account", id: target.id } as const;
  const written = await writeAs(actor, "remove-account", about, async (tx) => {
    const found = await findAccountIn(tx, actor, target);
    if (!found.ok) return found;
    await forgetMailbox(tx, workspaceId, target.id, at);
    const change = { removedAt: at, sendsMail: false };
    if (!(await changeAccount(tx, workspaceId, found.value, change))) return refused({ code: "not-found" });
    return granted(found.value.version + 1);
  });
  if (!written.ok) return written;
  return granted({ id: target.id, version: written.value.value, seq: written.value.seq });
}
