import type { Tx } from "@/lib/data/client";
import { listEventRows } from "@/lib/data/event-rows";
import { entryAskedAbout } from "@/lib/domain/calendar/ask-kept";
import type { Refusal } from "@/lib/domain/refusal";
import type { SeenTask } from "@/lib/use-cases/task/change-task";

/**
 * A task that asks whether an entry may be in kept time is closed by the answer: closed without one, the entry would wait for good, and
 * nobody would be asked about it any more. Null where nothing waits.
 */
export async function whyNotUndecided(
  tx: Tx,
  workspaceId: string,
  { kind, raw }: SeenTask,
): Promise<Refusal | null> {
  const eventId = entryAskedAbout({ kind, fields: raw.fields });
  if (eventId === null) return null;
  const [row] = await listEventRows(tx, workspaceId, [eventId]);
  if (!row?.held || row.removedAt !== null) return null;
  return {
    code: "invalid",
    fields: { answer: "An entry waits for its yes or no: answer the question, or take the entry away." },
  };
}
