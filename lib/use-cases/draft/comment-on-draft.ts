import { findDraft } from "@/lib/data/drafts";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { sayAndCall } from "@/lib/use-cases/draft/say-and-call";

/**
 * Says something about a draft, also about one that went out; "@Ana" calls somebody of the desk, who is mailed. Refuses `not-found`.
 * @param origin the public origin, which mailed links are built from alone
 */
export async function commentOnDraft(
  actor: Actor,
  { id, note }: { id: string; note: string },
  origin: string,
): Promise<Result<{ id: string; version: number; seq: number }>> {
  const { id: workspaceId } = actor.workspace;
  const written = await writeAs(actor, "comment-on-draft", { kind: "draft", id }, async (tx) => {
    const draft = await findDraft(tx, workspaceId, id);
    if (draft === null || draft.removedAt !== null) return refused({ code: "not-found" });
    return granted(await sayAndCall(tx, actor, draft, { note, asksChanges: false }, origin));
  });
  return written.ok ? granted({ id: written.value.value, version: 1, seq: written.value.seq }) : written;
}
