import { randomUUID } from "node:crypto";
import { insertAttachment, listAttachments } from "@/lib/data/draft-attachments";
import type { Actor } from "@/lib/domain/actor";
import { attachmentName, whyNotAttach } from "@/lib/domain/draft/attachment";
import { whyNotWrite } from "@/lib/domain/draft/who-may-approve";
import { granted, type Result } from "@/lib/domain/result";
import { changeDraft, type DraftChanged } from "@/lib/use-cases/draft/change-draft";

/** Hangs a file on a draft; of what was approved, that voids it. Refuses `invalid` for too much, `leaving`. Gives the attachment's id back. */
export async function attachFile(
  actor: Actor,
  input: { id: string; name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<Result<DraftChanged & { attachmentId: string }>> {
  const { id: workspaceId } = actor.workspace;
  const attachmentId = randomUUID();
  const changed = await changeDraft(actor, "attach-file", input.id, {
    ask: async (draft, tx) =>
      whyNotWrite(actor, draft) ??
      whyNotAttach(input.bytes.length, await listAttachments(tx, workspaceId, [draft.id])),
    run: async (draft, tx) => {
      const { bytes, mediaType } = input;
      const name = attachmentName(input.name);
      await insertAttachment(tx, workspaceId, {
        id: attachmentId,
        draftId: draft.id,
        taskId: draft.taskId,
        name,
        mediaType,
        bytes,
      });
      return null;
    },
  });
  return changed.ok ? granted({ ...changed.value, attachmentId }) : changed;
}
