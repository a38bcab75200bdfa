import type { Tx } from "@/lib/data/client";
import { findDraft, saveDraft } from "@/lib/data/drafts";
import { holdTaskOfSending } from "@/lib/data/hold-words";
import { findSending, type SendingFacts, saveSending } from "@/lib/data/sendings";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whatNow } from "@/lib/domain/draft/carry";
import { granted, type Result } from "@/lib/domain/result";
import { moveTaskOf } from "@/lib/use-cases/draft/change-draft";
import { setAside } from "@/lib/use-cases/draft/set-aside";
import { type ReadyLetter, writeLetterOf } from "@/lib/use-cases/draft/write-letter";

/** Words that are ours to carry now, as they were claimed; or what became of them instead. */
export type Claim =
  | { ours: SendingFacts; letter: Exclude<ReadyLetter, { cannot: string }> }
  | { became: "not-due" | "stopped" | "failed" | "unsure" };

/**
 * Takes a sending whose turn it is, in one transaction with writing its message: for two minutes nobody else gets it. What nobody lets
 * go any more is stopped, and its draft is there again; what cannot be known is put before the client.
 * @param origin the public origin, which links are built from alone
 */
export async function claimSending(actor: Actor, id: string, origin: string): Promise<Result<Claim>> {
  const { id: workspaceId } = actor.workspace;
  const claimed = await writeAs(actor, "carry-sending", { kind: "sending", id }, async (tx) => {
    await holdTaskOfSending(tx, workspaceId, id);
    const seen = await findSending(tx, workspaceId, id);
    const what = seen?.isDue ? whatNow(seen, seen.isLetGo) : "nothing";
    if (seen === null || what === "nothing") return granted<Claim>({ became: "not-due" });
    if (what === "stop") return granted<Claim>({ became: await stop(tx, actor, seen) });
    const noAnswer = seen.lastError || "The mail server took the message and did not answer.";
    if (what === "ask")
      return granted<Claim>({ became: await setAside(tx, actor, seen, "unsure", noAnswer, origin) });

    const letter = await writeLetterOf(tx, actor, seen, origin);
    const again = what === "carry-again";
    if ("cannot" in letter) {
      const state = again || seen.doubts > 0 ? "unsure" : "failed";
      return granted<Claim>({ became: await setAside(tx, actor, seen, state, letter.cannot, origin) });
    }
    const count = { attempts: seen.attempts + 1, doubts: again ? seen.doubts + 1 : seen.doubts };
    if (!(await saveSending(tx, workspaceId, seen, { state: "leaving", isClaimed: true, ...count })))
      return granted<Claim>({ became: "not-due" });
    const ours = { ...seen, ...count, state: "leaving" as const, version: seen.version + 1 };
    return granted<Claim>({ ours, letter });
  });
  return claimed.ok ? granted(claimed.value.value) : claimed;
}

/** The draft as it was before it was let go: whoever looks finds it, and nothing of it has left. */
async function stop(tx: Tx, actor: Actor, seen: SendingFacts): Promise<"stopped"> {
  const { id: workspaceId } = actor.workspace;
  const draft = await findDraft(tx, workspaceId, seen.draftId);
  // Nothing was handed over, so it waits again; what waits can be stopped.
  if (seen.state === "leaving") await saveSending(tx, workspaceId, seen, { state: "held" });
  const isOut = draft?.state === "approved" || draft?.state === "released";
  if (draft === null || !isOut) {
    const version = seen.state === "leaving" ? seen.version + 1 : seen.version;
    await saveSending(tx, workspaceId, { id: seen.id, version }, { state: "stopped" });
    return "stopped";
  }
  const wasSubmitted = draft.submittedAt !== null;
  // The draft's own guard stops the sending with it, and ends the approval.
  await saveDraft(tx, workspaceId, draft, { state: wasSubmitted ? "submitted" : "draft" });
  const to = wasSubmitted || seen.approvalId !== null ? "client" : "assistant";
  await moveTaskOf(tx, workspaceId, draft, to);
  return "stopped";
}
