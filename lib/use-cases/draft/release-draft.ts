import { randomUUID } from "node:crypto";
import { insertSending } from "@/lib/data/approvals";
import type { Tx } from "@/lib/data/client";
import { saveDraft } from "@/lib/data/drafts";
import type { Actor } from "@/lib/domain/actor";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import { whyNotRelease } from "@/lib/domain/draft/who-may-approve";
import type { Refusal } from "@/lib/domain/refusal";
import type { Result } from "@/lib/domain/result";
import { changeDraft, type DraftChanged, moved, moveTaskOf } from "@/lib/use-cases/draft/change-draft";
import { whyNotReady } from "@/lib/use-cases/draft/submit-draft";
import { whyNotAddressed } from "@/lib/use-cases/draft/why-not-addressed";

/**
 * An assistant sends what the client has given leave for: delegable, by mail, in a company's voice or an answer without words. Refuses
 * `only-client-approves` for everything else, `words-changed`, `unready`, `expired`, `leaving`, `invalid`.
 * @param host the public origin's host, at which the message's id is made
 */
export function releaseDraft(
  actor: Actor,
  input: { id: string; seal: string },
  at: Date,
  host: string,
): Promise<Result<DraftChanged>> {
  return changeDraft(actor, "release-draft", input.id, {
    ask: async (draft, tx) =>
      whyNotRelease(actor, draft, input.seal, at) ??
      whyNotAddressed(draft) ??
      (await whyNotReady(tx, actor, draft)),
    run: (draft, tx) => letGoReleased(tx, actor, draft, host),
  });
}

/** Lets a draft go by the client's leave; whether one may was asked before. It waits its thirty seconds. */
export async function letGoReleased(
  tx: Tx,
  actor: Actor,
  draft: DraftFacts,
  host: string,
): Promise<Refusal | null> {
  const { id: workspaceId } = actor.workspace;
  if (!(await saveDraft(tx, workspaceId, draft, { state: "released" }))) return moved(draft);
  await insertSending(tx, workspaceId, {
    id: randomUUID(),
    draftId: draft.id,
    taskId: draft.taskId,
    approvalId: null,
    messageId: `<${randomUUID()}@${host}>`,
  });
  await moveTaskOf(tx, workspaceId, draft, "scheduled");
  return null;
}
