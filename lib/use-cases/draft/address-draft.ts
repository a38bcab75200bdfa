import { findChoice } from "@/lib/data/account-choices";
import type { Tx } from "@/lib/data/client";
import { saveDraft } from "@/lib/data/drafts";
import type { Actor } from "@/lib/domain/actor";
import type { DraftFacts, DraftWay, Recipient } from "@/lib/domain/draft/draft";
import { whyNotWrite } from "@/lib/domain/draft/who-may-approve";
import type { Refusal } from "@/lib/domain/refusal";
import type { Result } from "@/lib/domain/result";
import { isWithAssistant } from "@/lib/domain/task/task";
import { changeDraft, type DraftChanged, moved, moveTaskOf } from "@/lib/use-cases/draft/change-draft";
import { whyNotReady } from "@/lib/use-cases/draft/submit-draft";

/** To whom, from which account, how, and until when. `neededBy` is an instant, or null for no such time. */
export type Addressing = Partial<{
  way: DraftWay;
  accountId: string | null;
  recipients: Recipient[];
  subject: string;
  wantsProof: boolean;
  neededBy: Date | null;
}>;

/**
 * Says where the words go. Of what was approved, any of it voids the approval, but for the time. Another time wakes what
 * expired. Refuses `stale`, `leaving`, `not-found` for an account that is not there, `invalid` for a time that has passed, and for an
 * answer to an invitation that would go to anybody else.
 */
export function addressDraft(
  actor: Actor,
  target: { id: string; version: number },
  input: Addressing,
  at: Date,
): Promise<Result<DraftChanged>> {
  const { id: workspaceId } = actor.workspace;
  return changeDraft(actor, "address-draft", target.id, {
    ask: async (draft, tx) =>
      whyNotWrite(actor, draft) ?? (await whyNotThere(tx, workspaceId, draft, target, input, at)),
    run: async (draft, tx) => {
      const wakes = draft.state === "expired" && input.neededBy !== undefined;
      const woken = wakes ? { state: await wokenAs(tx, actor, draft) } : {};
      if (!(await saveDraft(tx, workspaceId, draft, { ...input, ...woken }))) return moved(draft);
      if (woken.state === "draft" && draft.submittedAt !== null && draft.task.state === "client")
        await moveTaskOf(tx, workspaceId, draft, "assistant");
      return null;
    },
  });
}

/**
 * What was held comes back where it lay. Before the client no more, where its task went back to the assistant meanwhile; nor, given its
 * time by an assistant, while it is not ready (C10).
 */
async function wokenAs(tx: Tx, actor: Actor, draft: DraftFacts): Promise<"draft" | "submitted"> {
  if (draft.submittedAt === null || isWithAssistant(draft.task.state)) return "draft";
  const isReady = actor.role === "client" || (await whyNotReady(tx, actor, draft)) === null;
  return isReady ? "submitted" : "draft";
}

async function whyNotThere(
  tx: Tx,
  workspaceId: string,
  draft: DraftFacts,
  target: { version: number },
  input: Addressing,
  at: Date,
): Promise<Refusal | null> {
  if (draft.version !== target.version) return moved(draft);
  if (
    draft.answer !== null &&
    (input.recipients ?? input.subject ?? input.way ?? input.wantsProof) !== undefined
  )
    return { code: "invalid", fields: { recipients: "An answer goes to the organiser, as it is." } };
  if (input.neededBy && input.neededBy <= at)
    return { code: "invalid", fields: { neededBy: "That time has passed already." } };
  if (!input.accountId) return null;
  return (await findChoice(tx, workspaceId, input.accountId)) === null ? { code: "not-found" } : null;
}
