import { forgetMailbox } from "@/lib/data/account-mailboxes";
import { saveAccount } from "@/lib/data/accounts";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { type AccountTarget, findAccountIn } from "@/lib/use-cases/account/find-account";

/** Takes an account's mail server away and forgets its password; no mail leaves from it any more. Refuses `not-found`, `only-client`, `stale`. */
export async function removeMailbox(
  actor: Actor,
  target: AccountTarget,
  at: Date,
): Promise<Result<{ id: string; version: number; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const about = { kind: "account", id: target.id } as const;
  const written = await writeAs(actor, "remove-mailbox", about, async (tx) => {
    const found = await findAccountIn(tx, actor, target);
    if (!found.ok) return found;
    if (!(await forgetMailbox(tx, workspaceId, target.id, at))) return refused({ code: "not-found" });
    const saved = await saveAccount(tx, workspaceId, found.value, { sendsMail: false });
    return saved ? granted(found.value.version + 1) : refused({ code: "not-found" });
  });
  if (!written.ok) return written;
  return granted({ id: target.id, version: written.value.value, seq: written.value.seq });
}
