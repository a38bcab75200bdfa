import { seal } from "@/lib/adapters/secrets/seal";
import { findMailbox, putMailbox } from "@/lib/data/account-mailboxes";
import { saveAccount } from "@/lib/data/accounts";
import { readAs, writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotSuchAccount } from "@/lib/domain/draft/account";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { SetMailboxInput } from "@/lib/schemas/account";
import { findAccountIn } from "@/lib/use-cases/account/find-account";
import { signInTo } from "@/lib/use-cases/account/try-mailbox";

/**
 * Gives an account the server that takes its mail, once it has let us in; the password is sealed before it is stored, and never
 * shown again. Refuses `not-found`, `only-client`, `stale`, and `invalid` with the server's answer in words.
 */
export async function setMailbox(
  actor: Actor,
  id: string,
  { version, ...typed }: SetMailboxInput,
  at: Date,
): Promise<Result<{ id: string; version: number; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const read = await readAs(actor, async (tx) => ({
    found: await findAccountIn(tx, actor, { id, version }),
    kept: await findMailbox(tx, workspaceId, id),
  }));
  if (!read.ok) return read;
  const { found, kept } = read.value;
  const isSame = kept !== null && typed.password === "" && sameServer(kept, typed);
  const isFit = found.ok && whyNotSuchAccount(found.value, true) === null;
  const taken = isFit && !isSame ? await signInTo(actor, id, typed) : null;
  if (taken !== null && !taken.ok) return taken;
  const written = await writeAs(actor, "set-mailbox", { kind: "account", id }, async (tx) => {
    const now = await findAccountIn(tx, actor, { id, version });
    if (!now.ok) return now;
    const no = whyNotSuchAccount(now.value, true);
    if (no !== null) return refused(no);
    if (taken === null) return granted(version);
    const { password, ...server } = taken.value;
    const sealed = seal(password, { what: "mailbox", workspaceId, id });
    await putMailbox(tx, workspaceId, id, { ...server, sealed }, at);
    const saved = await saveAccount(tx, workspaceId, now.value, { sendsMail: true });
    return saved ? granted(version + 1) : refused({ code: "not-found" });
  });
  if (!written.ok) return written;
  return granted({ id, version: written.value.value, seq: written.value.seq });
}

type Server = Pick<SetMailboxInput, "host" | "port" | "security" | "username">;

function sameServer(one: Server, other: Server): boolean {
  const { host, port, security, username } = one;
  return (
    host === other.host && port === other.port && security === other.security && username === other.username
  );
}
