import type { DraftFacts } from "@/lib/domain/draft/draft";
import type { OpenState } from "@/lib/domain/task/task";

type Words = Pick<DraftFacts, "state" | "way" | "submittedAt" | "sending">;

/**
 * Where a task lies that has nothing more to ask: with the assistant, unless its words still wait for the client, or are on
 * their way. Otherwise an answer would take the very draft from before the client that lies there with the question.
 */
export function whereItLies(draft: Words | null): OpenState {
  if (draft === null) return "assistant";
  const { state, way, submittedAt, sending } = draft;
  if (sending?.state === "failed" || sending?.state === "unsure") return "client";
  if (state === "submitted" || (state === "expired" && submittedAt !== null)) return "client";
  if (state === "approved" && way === "elsewhere") return "client";
  return state === "approved" || state === "released" ? "scheduled" : "assistant";
}
