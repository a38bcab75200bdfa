import { findOpenQuestion } from "@/lib/data/decisions";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { whyNotRetag } from "@/lib/domain/task/must-be-you";
import type { Tag } from "@/lib/domain/task/task";
import { type Changed, changeTask, type Target } from "@/lib/use-cases/task/change-task";

/**
 * Changes the tag by hand: anyone tightens, only the client loosens. A task that may be delegated now and was before the
 * client goes to the assistant, unless a question lies there with it. Refuses `only-client-loosens`, `already-closed`, `stale`, `not-found`.
 */
export function retagTask(actor: Actor, input: Target & { tag: Tag }): Promise<Result<Changed>> {
  return changeTask(actor, "retag-task", input, {
    ask: (task) => whyNotRetag(actor, task, input.tag),
    change: async (task, tx) => {
      const isHandedOver = input.tag === "delegable" && task.tag === "must-be-you" && task.state === "client";
      const isAsked = isHandedOver && (await findOpenQuestion(tx, actor.workspace.id, task.id)) !== null;
      return {
        tag: input.tag,
        tagBy: "hand",
        tagRule: null,
        ...(isHandedOver && !isAsked ? { state: "assistant" } : {}),
      };
    },
  });
}
