import { type Tried, tryMailServer } from "@/lib/adapters/mail/client-mail";
import { unseal } from "@/lib/adapters/secrets/seal";
import { findMailbox } from "@/lib/data/account-mailboxes";
import { readAs, writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";
import type { SetMailboxInput, TryMailboxInput } from "@/lib/schemas/account";

/** A mail server as it was typed, without anything around it. */
export type TypedServer = Omit<SetMailboxInput, "version">;

/** Signs in to a mail server and takes leave; nothing is sent or kept. Refuses `only-client`, `invalid` with the server's answer in words. */
export async function tryMailbox(
  actor: Actor,
  { accountId, ...typed }: TryMailboxInput,
): Promise<Result<{ host: string }>> {
  const no = whyNotChangeDesk(actor);
  if (no !== null) {
    const about = { kind: "account", id: null } as const;
    const remembered = await writeAs(actor, "try-mailbox", about, async () => refused<never>(no));
    return remembered.ok ? refused(no) : remembered;
  }
  const tried = await signInTo(actor, accountId ?? null, typed);
  return tried.ok ? granted({ host: typed.host }) : tried;
}

/**
 * Signs in as typed; an empty password means the one that is kept, which goes to no other server than its own. Gives the server
 * with the password that it took. Refuses `invalid`.
 */
export async function signInTo(
  actor: Actor,
  accountId: string | null,
  typed: TypedServer,
): Promise<Result<TypedServer>> {
  const server = typed.password === "" ? await withKept(actor, accountId, typed) : granted(typed);
  if (!server.ok) return server;
  const tried: Tried = await tryMailServer(server.value);
  return tried.ok ? server : refused({ code: "invalid", fields: { [tried.field]: tried.why } });
}

async function withKept(
  actor: Actor,
  accountId: string | null,
  typed: TypedServer,
): Promise<Result<TypedServer>> {
  const workspaceId = actor.workspace.id;
  const read = await readAs(actor, async (tx) =>
    accountId === null ? null : findMailbox(tx, workspaceId, accountId),
  );
  if (!read.ok) return read;
  const kept = read.value;
  if (accountId === null || kept === null)
    return refused({ code: "invalid", fields: { password: "Give the password." } });
  if (kept.host !== typed.host || kept.username !== typed.username)
    return refused({
      code: "invalid",
      fields: { password: "Type the password for this one: the one that is kept goes nowhere else." },
    });
  const password = unseal(kept.sealed, { what: "mailbox", workspaceId, id: accountId });
  if (password === null)
    return refused({ code: "invalid", fields: { password: "Type the password again." } });
  return granted({ ...typed, password });
}
