import { findAttachment, listAttachments, saveAttachment } from "@/lib/data/draft-attachments";
import { findDraft } from "@/lib/data/drafts";
import { holdTaskOfDraft } from "@/lib/data/hold-words";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotAttach } from "@/lib/domain/draft/attachment";
import { whyNotWrite } from "@/lib/domain/draft/who-may-approve";
import { granted, type Result, refused } from "@/lib/domain/result";
import { bringBack } from "@/lib/use-cases/draft/change-draft";

/** Takes a file off its draft, or (`at` null) puts it back; of what was approved, that voids it. Refuses `not-found`, `stale`, `leaving`, and `invalid` for more than a message carries. */
export async function takeFileOff(
  actor: Actor,
  target: { id: string; version: number },
  at: Date | null,
): Promise<Result<{ id: string; version: number; seq: number }>> {
  const { id: workspaceId } = actor.workspace;
  const { id, version } = target;
  const verb = at === null ? "put-file-back" : "take-file-off";
  const written = await writeAs(actor, verb, { kind: "draft-attachment", id }, async (tx) => {
    const file = await findAttachment(tx, workspaceId, id);
    if (file !== null) await holdTaskOfDraft(tx, workspaceId, file.draftId);
    const draft = file === null ? null : await findDraft(tx, workspaceId, file.draftId);
    if (file === null || draft === null || (file.removedAt === null) !== (at !== null))
      return refused({ code: "not-found" });
    const fits = async () =>
      at === null ? whyNotAttach(file.size, await listAttachments(tx, workspaceId, [draft.id])) : null;
    const no = whyNotWrite(actor, draft) ?? (await fits());
    if (no !== null) return refused(no);
    if (!(await saveAttachment(tx, workspaceId, target, { removedAt: at })))
      return refused({ code: "stale", version: file.version, changed: [] });
    await bringBack(tx, workspaceId, draft, actor.role === "client" ? "client" : "assistant");
    return granted(version + 1);
  });
  return written.ok ? granted({ id, version: written.value.value, seq: written.value.seq }) : written;
}
