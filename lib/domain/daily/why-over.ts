import { sayMoment } from "@/lib/domain/daily/words";
import { stepOf } from "@/lib/domain/task/card-step";
import type { ForYouCard } from "@/lib/domain/task/for-you";

/** Why nothing can be said about the words any more; null while they lie there to be judged. */
export function whyOver(draft: ForYouCard["draft"], zone: string, at: Date): string | null {
  if (draft === null) return "There is no draft any more.";
  const approved = draft.approval ? ` You approved it on ${sayMoment(draft.approval.at, zone)}.` : "";
  switch (stepOf({ draft, decision: null }, at)) {
    case "leaving":
      return `It is on its way.${approved}`;
    case "went-out":
      return `It waits for you to say that it went out.${approved}`;
    case "wrong":
      return "These words did not get through, or nobody knows whether they did. “For you” shows what happened.";
    case "late":
      return "It was not approved in time, and is held. “For you” lets it go all the same.";
    case "plain":
      return "There are no words in the draft any more.";
  }
  return null;
}
