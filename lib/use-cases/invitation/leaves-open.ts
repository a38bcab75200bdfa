import type { Tx } from "@/lib/data/client";
import { findInvitation } from "@/lib/data/find-invitation";
import type { Actor } from "@/lib/domain/actor";
import { sayWhich } from "@/lib/domain/calendar/say-answer";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import type { KindFields } from "@/lib/domain/task/view";
import type { SeenTask } from "@/lib/use-cases/task/change-task";

/** What a task waits with once its words went out. */
type Waits = { state: "waiting"; fields?: KindFields };

const mostSentences = 10;

/**
 * How a task goes on that is not done with the words that went out; null for one that is. Whoever asks whether a meeting stands has not
 * heard yet: what comes back is recorded, and that is when it is done. A series of which another time was proposed for one day is
 * still to be answered, and says so.
 */
export async function leavesOpen(
  tx: Tx,
  actor: Actor,
  task: SeenTask,
  answer: DraftFacts["answer"],
): Promise<Waits | null> {
  if (task.isCheck) return { state: "waiting" };
  if (answer?.method !== "COUNTER" || answer.recurrenceId === null) return null;
  const event = await findInvitation(tx, actor, task);
  if (event === null || event.recurrenceId !== "" || !["", "needs-action"].includes(event.answer))
    return null;
  const which = sayWhich(answer.recurrenceId, actor.workspace.zone);
  const said = `Another time was proposed for ${which}. The others still wait for an answer.`;
  const before = (task.raw.fields.changed ?? []).filter((sentence) => sentence !== said);
  return {
    state: "waiting",
    fields: { ...task.raw.fields, changed: [...before, said].slice(-mostSentences) },
  };
}
