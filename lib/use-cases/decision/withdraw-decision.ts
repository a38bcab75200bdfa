import type { Tx } from "@/lib/data/client";
import { hasPutBefore, type RawDecision } from "@/lib/data/decisions";
import { findDraftOfTask } from "@/lib/data/drafts";
import type { Actor } from "@/lib/domain/actor";
import { whyNotWithdrawQuestion } from "@/lib/domain/decision/decision";
import { granted, type Result } from "@/lib/domain/result";
import { changeDecision, type DecisionChanged } from "@/lib/use-cases/decision/write-decision";

/** Takes a question back that nobody has answered; what lay before the client without it, and without words, stays there. Refuses `only-client`, `already-answered`, `stale`. */
export function withdrawDecision(
  actor: Actor,
  target: { id: string; version: number },
  at: Date,
): Promise<Result<DecisionChanged>> {
  return changeDecision(actor, "withdraw-decision", target, {
    ask: (decision) => whyNotWithdrawQuestion(actor, decision),
    change: { withdrawnAt: at },
    moves: "on",
    settle: async (tx, decision) => granted(await layThere(tx, actor.workspace.id, decision)),
  });
}

/** Where there are words, they say where the task lies. */
async function layThere(
  tx: Tx,
  workspaceId: string,
  decision: Pick<RawDecision, "id" | "taskId">,
): Promise<boolean> {
  if ((await findDraftOfTask(tx, workspaceId, decision.taskId)) !== null) return false;
  return !(await hasPutBefore(tx, workspaceId, decision));
}
