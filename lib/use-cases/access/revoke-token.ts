import { announceAccess } from "@/lib/data/announce";
import { endToken, findToken } from "@/lib/data/api-tokens";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotRevokeToken } from "@/lib/domain/token";

/** Ends a token, for good: it opens nothing from then on. Refuses `not-found`, `in-person`, `only-client`, `stale`. */
export async function revokeToken(
  actor: Actor,
  seen: { id: string; version: number },
  at: Date,
): Promise<Result<{ seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "revoke-token", { kind: "token", id: seen.id }, async (tx) => {
    const token = await findToken(tx, workspaceId, seen.id);
    if (token === null) return refused({ code: "not-found" });
    const no = whyNotRevokeToken(actor, token);
    if (no !== null) return refused(no);
    const saved = await endToken(tx, workspaceId, seen, at);
    return saved ? granted(null) : refused({ code: "stale", version: token.version, changed: [] });
  });
  if (!written.ok) return written;
  announceAccess(workspaceId);
  return granted({ seq: written.value.seq });
}
