import type { Actor } from "@/lib/domain/actor";
import { whyNotAnswer } from "@/lib/domain/decision/decision";
import type { Result } from "@/lib/domain/result";
import { answerHeldIn } from "@/lib/use-cases/calendar/answer-held";
import { changeDecision, type DecisionChanged } from "@/lib/use-cases/decision/write-decision";

/**
 * The client answers; the task goes back to whoever asked, unless its words lie before the client, or the answer is about protected time
 * and settles it. Refuses `only-client`, `already-answered`, `invalid`, `stale`.
 */
export function answerDecision(
  actor: Actor,
  target: { id: string; version: number; answer: string; note: string },
  at: Date,
): Promise<Result<DecisionChanged>> {
  return changeDecision(actor, "answer-decision", target, {
    ask: (decision) => whyNotAnswer(actor, decision, target.answer),
    change: { answer: target.answer, answerNote: target.note },
    moves: "on",
    settle: (tx, decision) => answerHeldIn(tx, actor, decision, { ...target, at }),
  });
}
