import type { Tx } from "@/lib/data/client";
import { findDraft, saveDraft } from "@/lib/data/drafts";
import { saveSending } from "@/lib/data/sendings";
import type { Actor } from "@/lib/domain/actor";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import { whyNotSettle } from "@/lib/domain/draft/who-may-settle";
import type { Refusal } from "@/lib/domain/refusal";
import type { Result } from "@/lib/domain/result";
import { moved, moveTaskOf } from "@/lib/use-cases/draft/change-draft";
import { changeSending, movedOn, type SendingChanged } from "@/lib/use-cases/draft/change-sending";
import { completeWith } from "@/lib/use-cases/draft/say-went-out";
import { noteAnswered } from "@/lib/use-cases/invitation/note-answered";

/**
 * What nobody could know, the client says: it went out, and their task is done with it; or it did not, and the draft is there again.
 * Words that certainly did not leave can be dropped in the same way. Refuses `only-client`, and `stale` for words that need no such thing.
 */
export function settleSending(
  actor: Actor,
  target: { id: string; went: boolean },
  at: Date,
): Promise<Result<SendingChanged>> {
  const { id: workspaceId } = actor.workspace;
  const { went } = target;
  return changeSending(actor, "settle-sending", target.id, {
    ask: ({ sending, draft }) => whyNotSettle(actor, { ...sending, latest: draft.latest }, went),
    run: async ({ sending, draft }, tx) => {
      const state = went ? "sent" : "stopped";
      if (!(await saveSending(tx, workspaceId, sending, { state }))) return movedOn(sending);
      return went ? itWent(tx, actor, draft, at) : putBack(tx, workspaceId, draft);
    },
  });
}

async function itWent(tx: Tx, actor: Actor, draft: DraftFacts, at: Date): Promise<Refusal | null> {
  if (!(await saveDraft(tx, actor.workspace.id, draft, { state: "sent" }))) return moved(draft);
  await noteAnswered(tx, actor.workspace.id, draft);
  return completeWith(tx, actor, draft, "", at);
}

async function putBack(tx: Tx, workspaceId: string, seen: DraftFacts): Promise<Refusal | null> {
  const draft = (await findDraft(tx, workspaceId, seen.id)) ?? seen;
  const state = draft.submittedAt === null ? "draft" : "submitted";
  if (!(await saveDraft(tx, workspaceId, draft, { state }))) return moved(draft);
  await moveTaskOf(tx, workspaceId, draft, "client");
  return null;
}
