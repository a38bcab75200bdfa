/** WHAT A CARD ASKS of the client: one thing at a time, and the same on the screen, in the mail and behind its links. */
import { saysSomething } from "@/lib/domain/draft/draft";
import type { DecisionView, DraftOnCard } from "@/lib/domain/draft/view";

type Asked = {
  decision: Pick<DecisionView, "answer"> | null;
  draft: Pick<DraftOnCard, "state" | "text" | "answer" | "way" | "sending" | "neededBy"> | null;
};

/**
 * `question`: to be answered. `draft`: words to make theirs. `late`: words that were not approved in time and are held.
 * `went-out`: approved words of which nobody has said that they left. `leaving`: they are on their way. `wrong`: on their
 * way they failed, or nobody knows whether they arrived. `plain`: no words were prepared; the task itself.
 */
export type CardStep = "question" | "draft" | "late" | "went-out" | "leaving" | "wrong" | "plain";

/** What comes first of what a card could ask. */
export function stepOf({ decision, draft }: Asked, at: Date): CardStep {
  const sending = draft?.sending?.state;
  if (sending === "failed" || sending === "unsure") return "wrong";
  if (decision && decision.answer === null) return "question";
  if (draft === null || !saysSomething(draft)) return "plain";
  if (draft.state === "approved" && draft.way === "elsewhere") return "went-out";
  if (draft.state === "approved" || draft.state === "released" || draft.state === "sent") return "leaving";
  if (draft.state === "expired") return "late";
  return draft.neededBy !== null && Date.parse(draft.neededBy) <= at.getTime() ? "late" : "draft";
}
