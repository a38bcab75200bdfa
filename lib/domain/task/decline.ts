import type { Actor } from "@/lib/domain/actor";
import { whyNotFree } from "@/lib/domain/calendar/kept";
import type { Refusal } from "@/lib/domain/refusal";
import { whyNotClose } from "@/lib/domain/task/must-be-you";
import type { TaskFacts } from "@/lib/domain/task/task";

/** Declining closes a task, and gives away the time that a scheduled post still keeps: that is the client's (I8). Null means yes. */
export function whyNotDecline(
  who: Pick<Actor, "role" | "door" | "clientName" | "userId" | "draftOnly">,
  task: Pick<TaskFacts, "kind" | "tag" | "state" | "mergedIntoId" | "keepsTime">,
): Refusal | null {
  const declined = { kind: task.kind, state: "declined", isFolded: false, hasHour: true };
  return whyNotClose(who, task) ?? whyNotFree(who, task.keepsTime === true, declined);
}
