import type { Actor } from "@/lib/domain/actor";
import { whyNotWithdrawQuestion } from "@/lib/domain/decision/decision";
import type { Result } from "@/lib/domain/result";
import { changeDecision, type DecisionChanged } from "@/lib/use-cases/decision/write-decision";

/** Takes a question back that nobody has answered. Refuses `only-client`, `already-answered`, `stale`. */
export function withdrawDecision(
  actor: Actor,
  target: { id: string; version: number },
  at: Date,
): Promise<Result<DecisionChanged>> {
  return changeDecision(actor, "withdraw-decision", target, {
    ask: (decision) => whyNotWithdrawQuestion(actor, decision),
    change: { withdrawnAt: at },
    moves: "on",
  });
}
