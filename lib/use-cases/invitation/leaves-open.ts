import type { Tx } from "@/lib/data/client";
import { findInvitation } from "@/lib/data/find-invitation";
import type { Actor } from "@/lib/domain/actor";
import { sayWhich } from "@/lib/domain/calendar/say-answer";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import type { KindFields } from "@/lib/domain/task/view";
import { isStillAnswered } from "@/lib/use-cases/invitation/note-answered";
import type { SeenTask } from "@/lib/use-cases/task/change-task";

/** What a task goes on with once its words went out: it waits, or asks again. */
type GoesOn = { state: "waiting" | "inbox"; fields?: KindFields };

const mostSentences = 10;
const wasBefore = "The answer that went out is to what was asked before. It asks for an answer again.";

/**
 * How a task goes on that is not done with the words that went out; null for one that is. Whoever asks whether a meeting stands has not
 * heard yet: what comes back is recorded, and that is when it is done. A series of which another time was proposed for one day is
 * still to be answered, and says so; so is what moved while the answer was on its way.
 */
export async function leavesOpen(
  tx: Tx,
  actor: Actor,
  task: SeenTask,
  answer: DraftFacts["answer"],
): Promise<GoesOn | null> {
  if (task.isCheck) return { state: "waiting" };
  const event = answer === null ? null : await findInvitation(tx, actor, task);
  if (answer === null || event === null || !["", "needs-action"].includes(event.answer)) return null;
  if (answer.method === "COUNTER" && answer.recurrenceId !== null) {
    if (event.recurrenceId !== "") return null;
    const which = sayWhich(answer.recurrenceId, actor.workspace.zone);
    const said = `Another time was proposed for ${which}. The others still wait for an answer.`;
    return { state: "waiting", fields: saying(task, said) };
  }
  const isOff = event.status.toUpperCase() === "CANCELLED";
  if (isOff || (await isStillAnswered(tx, actor.workspace.id, event, answer))) return null;
  return { state: "inbox", fields: saying(task, wasBefore) };
}

function saying({ raw: { fields } }: SeenTask, said: string): KindFields {
  const before = (fields.changed ?? []).filter((sentence) => sentence !== said);
  return { ...fields, changed: [...before, said].slice(-mostSentences) };
}
