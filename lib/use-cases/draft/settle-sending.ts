import type { Tx } from "@/lib/data/client";
import { findDraft, saveDraft } from "@/lib/data/drafts";
import { listClientAddresses } from "@/lib/data/event-invitations";
import { findInvitation } from "@/lib/data/find-invitation";
import { saveSending } from "@/lib/data/sendings";
import { findTask } from "@/lib/data/tasks";
import type { Actor } from "@/lib/domain/actor";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import { whyNotSettle } from "@/lib/domain/draft/who-may-settle";
import type { Refusal } from "@/lib/domain/refusal";
import type { Result } from "@/lib/domain/result";
import { moved, moveTaskOf } from "@/lib/use-cases/draft/change-draft";
import { changeSending, movedOn, type SendingChanged } from "@/lib/use-cases/draft/change-sending";
import { completeWith } from "@/lib/use-cases/draft/say-went-out";
import { noteAnswered } from "@/lib/use-cases/invitation/note-answered";
import { renewAnswer } from "@/lib/use-cases/invitation/refresh-answer";

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
      return went ? itWent(tx, actor, draft, at) : putBack(tx, actor, draft, at);
    },
  });
}

async function itWent(tx: Tx, actor: Actor, draft: DraftFacts, at: Date): Promise<Refusal | null> {
  if (!(await saveDraft(tx, actor.workspace.id, draft, { state: "sent" }))) return moved(draft);
  await noteAnswered(tx, actor.workspace.id, draft);
  return completeWith(tx, actor, draft, "", at);
}

async function putBack(tx: Tx, actor: Actor, seen: DraftFacts, at: Date): Promise<Refusal | null> {
  const { id: workspaceId } = actor.workspace;
  const draft = (await findDraft(tx, workspaceId, seen.id)) ?? seen;
  const state = draft.submittedAt === null ? "draft" : "submitted";
  if (!(await saveDraft(tx, workspaceId, draft, { state }))) return moved(draft);
  await moveTaskOf(tx, workspaceId, draft, "client");
  if (draft.answer !== null) await askAnew(tx, actor, draft.taskId, at);
  return null;
}

/** An answer that did not go is one to what is asked now: what changed while it was on its way could not change it. */
async function askAnew(tx: Tx, actor: Actor, taskId: string, at: Date): Promise<void> {
  const { id: workspaceId } = actor.workspace;
  const task = await findTask(tx, workspaceId, taskId);
  const event = task && (await findInvitation(tx, actor, task));
  if (!event || event.status.toUpperCase() === "CANCELLED") return;
  const clients = new Set(await listClientAddresses(tx, workspaceId));
  await renewAnswer({ tx, actor, clients, at }, event, taskId);
}
