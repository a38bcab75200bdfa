import { hasWords } from "@/lib/domain/gesture/words-of-kind";
import type { TaskKind } from "@/lib/domain/task/task";

/** Whether a task of this kind sends words to anybody, so that they can be drafted. */
export function takesDraft(kind: TaskKind): boolean {
  return hasWords(kind) || kind === "scheduled-post" || kind === "follow-request" || kind === "other";
}
