/** A DECISION: a question to the client, and who may answer it. */
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";

/** As stored: no choices mean yes, no, or need more. `answer` is "yes", "no", "more", or a choice's number from "1". */
export type DecisionFacts = {
  id: string;
  version: number;
  taskId: string;
  choices: readonly string[];
  askedBy: string;
  answer: string | null;
  isWithdrawn: boolean;
};

type Who = Pick<Actor, "role" | "clientName" | "userId" | "door">;

/** The client alone answers, in person or by mail verified as theirs, and with what was offered. Null means yes. */
export function whyNotAnswer(who: Who, decision: DecisionFacts, answer: string): Refusal | null {
  if (who.role !== "client" || (who.door !== "screen" && who.door !== "mail"))
    return { code: "only-client", clientName: who.clientName };
  if (decision.isWithdrawn || decision.answer !== null) return { code: "already-answered" };
  if (answersTo(decision.choices).includes(answer)) return null;
  return { code: "invalid", fields: { answer: "Choose one of the answers." } };
}

/** Taking an answer back is the client's as well. */
export function whyNotUnanswer(who: Who, decision: DecisionFacts): Refusal | null {
  if (who.role !== "client" || (who.door !== "screen" && who.door !== "mail"))
    return { code: "only-client", clientName: who.clientName };
  return decision.answer === null || decision.isWithdrawn ? { code: "not-undoable" } : null;
}

/** A question is taken back by whoever asked it, or by the client, while it is open. */
export function whyNotWithdrawQuestion(who: Who, decision: DecisionFacts): Refusal | null {
  if (decision.isWithdrawn || decision.answer !== null) return { code: "already-answered" };
  if (isClientInPerson(who) || (who.userId !== null && who.userId === decision.askedBy)) return null;
  return { code: "only-client", clientName: who.clientName };
}

/** What can be answered. */
export function answersTo(choices: readonly string[]): string[] {
  return choices.length === 0
    ? ["yes", "no", "more"]
    : [...choices.map((_, index) => String(index + 1)), "more"];
}

/** An answer in words: "Yes", "Need more", or the words of the choice. */
export function sayAnswer(choices: readonly string[], answer: string): string {
  if (answer === "more") return "Need more";
  if (answer === "yes") return "Yes";
  if (answer === "no") return "No";
  return choices[Number(answer) - 1] ?? answer;
}
