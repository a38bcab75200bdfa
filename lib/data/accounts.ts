import { choiceColumns } from "@/lib/data/account-choices";
import type { Tx } from "@/lib/data/client";
import type { AccountSaid, AccountView } from "@/lib/domain/draft/account";

/** An account as stored. */
export type StoredAccount = AccountSaid & {
  id: string;
  version: number;
  sendsMail: boolean;
  removedAt: Date | null;
};

const shown = { ...choiceColumns, version: true, removedAt: true } as const;

/** An account of the desk, removed or not; null when there is none. */
export async function findAccount(tx: Tx, workspaceId: string, id: string): Promise<StoredAccount | null> {
  return (await tx.account.findFirst({ where: { workspaceId, id }, select: shown })) as StoredAccount | null;
}

/** All accounts of the desk by name, those that stand before removed ones, each with its mail server where the transaction may see that. */
export async function listAccounts(tx: Tx, workspaceId: string): Promise<AccountView[]> {
  const accounts = await tx.account.findMany({
    where: { workspaceId },
    select: shown,
    orderBy: [{ removedAt: { sort: "asc", nulls: "first" } }, { name: "asc" }, { id: "asc" }],
    take: 300,
  });
  const mailboxes = await tx.accountMailbox.findMany({
    where: { workspaceId, removedAt: null },
    omit: { workspaceId: true, version: true, sealed: true, removedAt: true },
  });
  return (accounts as StoredAccount[]).map(({ removedAt, ...account }) => {
    const mailbox = mailboxes.find((one) => one.accountId === account.id);
    return {
      ...account,
      removedAt: removedAt?.toISOString() ?? null,
      mailbox: mailbox
        ? {
            host: mailbox.host,
            port: mailbox.port,
            security: mailbox.security === "tls" ? "tls" : "starttls",
            username: mailbox.username,
            triedAt: mailbox.triedAt?.toISOString() ?? null,
            lastError: mailbox.lastError,
          }
        : null,
    };
  });
}

/** How many accounts a desk has, removed ones not counted. */
export function countAccounts(tx: Tx, workspaceId: string): Promise<number> {
  return tx.account.count({ where: { workspaceId, removedAt: null } });
}

/** Adds an account. The database refuses anybody but the client. */
export async function insertAccount(
  tx: Tx,
  workspaceId: string,
  account: AccountSaid & { id: string },
): Promise<void> {
  await tx.account.createMany({ data: [{ ...account, workspaceId }] });
}

/** Changes an account where it still is as it was seen. False: somebody was quicker. */
export async function saveAccount(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version: number },
  change: Partial<AccountSaid> & { sendsMail?: boolean; removedAt?: Date | null },
): Promise<boolean> {
  const saved = await tx.account.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version },
    data: change,
  });
  return saved.count === 1;
}
