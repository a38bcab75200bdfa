import { saveSending } from "@/lib/data/sendings";
import type { Actor } from "@/lib/domain/actor";
import { whyNotSendAgain } from "@/lib/domain/draft/who-may-settle";
import type { Result } from "@/lib/domain/result";
import { moveTaskOf } from "@/lib/use-cases/draft/change-draft";
import { changeSending, movedOn, type SendingChanged } from "@/lib/use-cases/draft/change-sending";

/**
 * "Send again": the very same message, under the same id, as soon as its turn comes. Of words that may have arrived, that is a further
 * copy at the client's own wish. Refuses `only-client-approves`, `words-changed`, and `stale` for words that need no such thing.
 */
export function sendAgain(actor: Actor, id: string): Promise<Result<SendingChanged>> {
  const { id: workspaceId } = actor.workspace;
  return changeSending(actor, "send-again", id, {
    ask: ({ sending, draft }) => whyNotSendAgain(actor, { ...sending, latest: draft.latest }),
    run: async ({ sending, draft }, tx) => {
      if (!(await saveSending(tx, workspaceId, sending, { state: "held" }))) return movedOn(sending);
      await moveTaskOf(tx, workspaceId, draft, "scheduled");
      return null;
    },
  });
}
