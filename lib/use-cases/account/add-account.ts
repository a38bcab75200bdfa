import { randomUUID } from "node:crypto";
import { countAccounts, insertAccount } from "@/lib/data/accounts";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type AccountSaid, whyNotSuchAccount } from "@/lib/domain/draft/account";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";

const MOST_ACCOUNTS = 100;

/** Names a place where the client is present; a mail server comes after. Refuses `only-client`, `invalid` for what does not fit together. */
export async function addAccount(
  actor: Actor,
  said: AccountSaid,
): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const id = randomUUID();
  const written = await writeAs(actor, "add-account", { kind: "account", id: null }, async (tx) => {
    const no = whyNotChangeDesk(actor) ?? whyNotSuchAccount(said, false);
    if (no !== null) return refused(no);
    if ((await countAccounts(tx, workspaceId)) >= MOST_ACCOUNTS)
      return refused({ code: "invalid", fields: { name: `There are ${MOST_ACCOUNTS} accounts already.` } });
    await insertAccount(tx, workspaceId, { ...said, id });
    return granted(id);
  });
  return written.ok ? granted({ id, seq: written.value.seq }) : written;
}
