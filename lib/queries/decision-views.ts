import type { Tx } from "@/lib/data/client";
import { listDecisions, type RawDecision } from "@/lib/data/decisions";
import type { Actor } from "@/lib/domain/actor";
import { answersTo, whyNotAnswer, whyNotWithdrawQuestion } from "@/lib/domain/decision/decision";
import type { DecisionView } from "@/lib/domain/draft/view";

/** The questions of these tasks that stand, the newest first, with what `actor` may do with each. */
export async function viewDecisions(tx: Tx, actor: Actor, taskIds: string[]): Promise<DecisionView[]> {
  return (await listDecisions(tx, actor.workspace.id, taskIds)).map((raw) => toView(raw, actor));
}

function toView(raw: RawDecision, actor: Actor): DecisionView {
  const facts = { ...raw, isWithdrawn: raw.withdrawnAt !== null };
  return {
    id: raw.id,
    version: raw.version,
    taskId: raw.taskId,
    question: raw.question,
    choices: [...raw.choices],
    askedBy: raw.askedByName,
    askedByRole: raw.askedByRole,
    askedAt: raw.askedAt.toISOString(),
    answer: raw.answer,
    answerNote: raw.answerNote,
    answeredBy: raw.answeredByName,
    answeredAt: raw.answeredAt?.toISOString() ?? null,
    canAnswer: whyNotAnswer(actor, facts, answersTo(raw.choices)[0] ?? "") === null,
    canWithdraw: whyNotWithdrawQuestion(actor, facts) === null,
  };
}
