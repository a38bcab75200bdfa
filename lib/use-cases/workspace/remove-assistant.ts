import { announceAccess } from "@/lib/data/announce";
import { endMembership } from "@/lib/data/members";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";

/**
 * Ends somebody's membership, at once: their next request finds no desk, their live connections are closed, and when they
 * belong nowhere else the database ends their sessions. Refuses `only-client`, and `not-found` for whoever is no assistant here.
 */
export async function removeAssistant(actor: Actor, userId: string, at: Date): Promise<Result<null>> {
  const removed = await writeAs(actor, "remove-assistant", { kind: "member", id: userId }, async (tx) => {
    const no = whyNotChangeDesk(actor);
    if (no !== null) return refused(no);
    const count = await endMembership(tx, actor.workspace.id, userId, at);
    return count === 0 ? refused({ code: "not-found" }) : granted(null);
  });
  if (!removed.ok) return removed;
  announceAccess(actor.workspace.id);
  return granted(null);
}
