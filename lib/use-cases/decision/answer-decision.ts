import type { Actor } from "@/lib/domain/actor";
import { whyNotAnswer } from "@/lib/domain/decision/decision";
import type { Result } from "@/lib/domain/result";
import { changeDecision, type DecisionChanged } from "@/lib/use-cases/decision/write-decision";

/** The client answers; the task goes back to whoever asked, unless its words lie before the client. Refuses `only-client`, `already-answered`, `invalid`, `stale`. */
export function answerDecision(
  actor: Actor,
  target: { id: string; version: number; answer: string; note: string },
): Promise<Result<DecisionChanged>> {
  return changeDecision(actor, "answer-decision", target, {
    ask: (decision) => whyNotAnswer(actor, decision, target.answer),
    change: { answer: target.answer, answerNote: target.note },
    moves: "on",
  });
}
