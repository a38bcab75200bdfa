import type { Actor } from "@/lib/domain/actor";
import { whyNotDecline } from "@/lib/domain/task/decline";
import { whyNotComplete, whyNotReopen, whyNotRetag } from "@/lib/domain/task/must-be-you";
import { isOpen, type TaskFacts } from "@/lib/domain/task/task";

/** What the person looking may do with a task: the buttons are drawn from this, the server asks the same rules again. */
export type Can = {
  complete: boolean;
  decline: boolean;
  tighten: boolean;
  loosen: boolean;
  reopen: boolean;
  change: boolean;
};

/** Answers every button of one task for one person. */
export function canOn(
  who: Pick<Actor, "role" | "door" | "clientName" | "userId" | "draftOnly">,
  task: TaskFacts,
): Can {
  return {
    complete: whyNotComplete(who, task) === null,
    decline: whyNotDecline(who, task) === null,
    tighten: task.tag === "delegable" && whyNotRetag(who, task, "must-be-you") === null,
    loosen: task.tag === "must-be-you" && whyNotRetag(who, task, "delegable") === null,
    reopen: whyNotReopen(who, task) === null,
    change: isOpen(task),
  };
}
