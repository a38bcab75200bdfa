import type { Actor } from "@/lib/domain/actor";
import { whyNotUnanswer } from "@/lib/domain/decision/decision";
import type { Result } from "@/lib/domain/result";
import { answerHeldIn } from "@/lib/use-cases/calendar/answer-held";
import { changeDecision, type DecisionChanged } from "@/lib/use-cases/decision/write-decision";

/** The client takes an answer back; the question lies before them again. Refuses `only-client`, `not-undoable`, `stale`. */
export function unanswerDecision(
  actor: Actor,
  target: { id: string; version: number },
  at: Date,
): Promise<Result<DecisionChanged>> {
  return changeDecision(actor, "unanswer-decision", target, {
    ask: (decision) => whyNotUnanswer(actor, decision),
    change: { answer: null, answerNote: "" },
    moves: "client",
    settle: (tx, decision) => answerHeldIn(tx, actor, decision, { answer: null, note: "", at }),
  });
}
