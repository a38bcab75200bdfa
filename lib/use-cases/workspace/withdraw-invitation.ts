import { withdrawInvitation as withdraw } from "@/lib/data/members";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";

/** Takes an open invitation back: its mail leads nowhere from now on. Refuses `only-client`, and `not-found` when it is not open. */
export async function withdrawInvitation(actor: Actor, id: string, at: Date): Promise<Result<null>> {
  const withdrawn = await writeAs(actor, "withdraw-invitation", { kind: "member", id: null }, async (tx) => {
    const no = whyNotChangeDesk(actor);
    if (no !== null) return refused(no);
    const count = await withdraw(tx, actor.workspace.id, id, at);
    return count === 0 ? refused({ code: "not-found" }) : granted(null);
  });
  return withdrawn.ok ? granted(null) : withdrawn;
}
