import { insertComment } from "@/lib/data/draft-comments";
import { findDraft } from "@/lib/data/drafts";
import { listMembers } from "@/lib/data/members";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { mentionsIn } from "@/lib/domain/draft/mentions";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Says something about a draft, also about one that went out; "@Ana" calls somebody of the desk. Refuses `not-found`. */
export async function commentOnDraft(
  actor: Actor,
  input: { id: string; note: string },
): Promise<Result<{ id: string; version: number; seq: number }>> {
  const { id: workspaceId } = actor.workspace;
  const written = await writeAs(actor, "comment-on-draft", { kind: "draft", id: input.id }, async (tx) => {
    const draft = await findDraft(tx, workspaceId, input.id);
    if (draft === null || draft.removedAt !== null) return refused({ code: "not-found" });
    const members = (await listMembers(tx, workspaceId)).filter(({ endedAt }) => endedAt === null);
    const mentions = mentionsIn(input.note, members).map((member) => member.userId);
    return granted(
      await insertComment(tx, workspaceId, draft, { note: input.note, mentions, asksChanges: false }),
    );
  });
  return written.ok ? granted({ id: written.value.value, version: 1, seq: written.value.seq }) : written;
}
