import { findComment, saveComment } from "@/lib/data/draft-comments";
import { findDraft } from "@/lib/data/drafts";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Takes a comment of one's own away, or (`at` null) brings it back. Refuses `not-found` (also for somebody else's), `stale`. */
export async function removeComment(
  actor: Actor,
  target: { id: string; version: number },
  at: Date | null,
): Promise<Result<{ id: string; version: number; seq: number }>> {
  const { id: workspaceId } = actor.workspace;
  const { id, version } = target;
  const verb = at === null ? "restore-comment" : "remove-comment";
  const written = await writeAs(actor, verb, { kind: "draft-comment", id }, async (tx) => {
    const comment = await findComment(tx, workspaceId, id);
    const draft = comment === null ? null : await findDraft(tx, workspaceId, comment.draftId);
    if (comment === null || draft === null || comment.enteredBy !== actor.userId)
      return refused({ code: "not-found" });
    if ((comment.removedAt === null) !== (at !== null)) return refused({ code: "not-found" });
    if (!(await saveComment(tx, workspaceId, target, { removedAt: at })))
      return refused({ code: "stale", version: comment.version, changed: [] });
    return granted(version + 1);
  });
  return written.ok ? granted({ id, version: written.value.value, seq: written.value.seq }) : written;
}
