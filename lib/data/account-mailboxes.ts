import type { Tx } from "@/lib/data/client";

/** The server that takes an account's mail. `sealed` is the encrypted password. */
export type StoredMailbox = {
  host: string;
  port: number;
  security: "tls" | "starttls";
  username: string;
  sealed: Uint8Array;
};

/** The mail server of an account; null when it has none, or when it is not one's to see. */
export async function findMailbox(
  tx: Tx,
  workspaceId: string,
  accountId: string,
): Promise<StoredMailbox | null> {
  const found = await tx.accountMailbox.findFirst({
    where: { workspaceId, accountId, removedAt: null },
    select: { host: true, port: true, security: true, username: true, sealed: true },
  });
  return found as StoredMailbox | null;
}

/** Gives an account a mail server that was tried at `at`, in place of the one it had. The database refuses anybody but the client. */
export async function putMailbox(
  tx: Tx,
  workspaceId: string,
  accountId: string,
  mailbox: StoredMailbox,
  at: Date,
): Promise<void> {
  const sealed = Uint8Array.from(mailbox.sealed);
  const row = { ...mailbox, sealed, triedAt: at, lastError: "", removedAt: null };
  const saved = await tx.accountMailbox.updateMany({ where: { workspaceId, accountId }, data: row });
  if (saved.count === 0) await tx.accountMailbox.createMany({ data: [{ ...row, workspaceId, accountId }] });
}

/** Takes an account's mail server away and forgets its password. False: it has none. */
export async function forgetMailbox(
  tx: Tx,
  workspaceId: string,
  accountId: string,
  at: Date,
): Promise<boolean> {
  const saved = await tx.accountMailbox.updateMany({
    where: { workspaceId, accountId, removedAt: null },
    data: { removedAt: at, sealed: new Uint8Array(0), username: "", lastError: "" },
  });
  return saved.count === 1;
}
