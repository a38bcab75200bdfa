import type { Tx } from "@/lib/data/client";
import { saveDraft } from "@/lib/data/drafts";
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import { whyNotPutForward } from "@/lib/domain/draft/put-forward";
import { whyNotApprove, whyNotRelease } from "@/lib/domain/draft/who-may-approve";
import type { Refusal } from "@/lib/domain/refusal";
import { letGoApproved } from "@/lib/use-cases/draft/approve-draft";
import { moved, moveTaskOf } from "@/lib/use-cases/draft/change-draft";
import { letGoReleased } from "@/lib/use-cases/draft/release-draft";
import { whyNotReady } from "@/lib/use-cases/draft/submit-draft";
import { whyNotAddressed } from "@/lib/use-cases/draft/why-not-addressed";

/** Lets an answer go, by whoever gave it: the client on their word, an assistant by leave; what needs the client's word is put before them. */
export async function letAnswerGo(
  tx: Tx,
  actor: Actor,
  draft: DraftFacts,
  at: Date,
  host: string,
): Promise<Refusal | null> {
  const { id: workspaceId } = actor.workspace;
  const no = whyNotAddressed(draft);
  if (no !== null) return no;
  if (isClientInPerson(actor))
    return (
      whyNotApprove(actor, draft, draft.seal, at) ?? letGoApproved(tx, actor, draft, draft.seal, at, host)
    );
  if (whyNotRelease(actor, draft, draft.seal, at) === null) return letGoReleased(tx, actor, draft, host);
  const unready = whyNotPutForward(actor, draft, at) ?? (await whyNotReady(tx, actor, draft));
  if (unready !== null) return unready;
  if (draft.state !== "submitted" && !(await saveDraft(tx, workspaceId, draft, { state: "submitted" })))
    return moved(draft);
  await moveTaskOf(tx, workspaceId, draft, "client");
  return null;
}
