import type { Tx } from "@/lib/data/client";
import { listEventsByUid, saveEvent } from "@/lib/data/events";
import { listKeptOver } from "@/lib/data/kept-spans";
import type { Actor } from "@/lib/domain/actor";
import { whyNotPromise } from "@/lib/domain/calendar/may-answer";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import type { Refusal } from "@/lib/domain/refusal";

type Answering = Pick<DraftFacts, "answer" | "takesKept">;

/** Null unless an answer promises time that the client keeps, of which nobody said that they know. */
export async function whyNotPromised(
  tx: Tx,
  actor: Actor,
  { answer, takesKept }: Answering,
  isSaid: boolean,
): Promise<Refusal | null> {
  if (answer === null || !takesKept) return null;
  const over = await listKeptOver(tx, actor.workspace.id, new Date(answer.startsAt), new Date(answer.endsAt));
  return whyNotPromise(actor, over, isSaid);
}

/**
 * Writes down that an entry stands over kept time on the client's word, or that this word was taken back before the answer left. A
 * proposal is of another time than the entry has.
 */
export async function givenAway(
  tx: Tx,
  workspaceId: string,
  { answer }: Answering,
  overProtected: boolean,
): Promise<void> {
  if (answer === null || answer.method === "COUNTER") return;
  const event = await findAnswered(tx, workspaceId, answer);
  const isSettled = event !== null && !["", "needs-action"].includes(event.answer);
  if (event === null || event.overProtected === overProtected || (isSettled && !overProtected)) return;
  await saveEvent(tx, workspaceId, event, { overProtected });
}

/** The entry that an answer is to, as far as the transaction may see it. */
export async function findAnswered(tx: Tx, workspaceId: string, answer: NonNullable<DraftFacts["answer"]>) {
  const series = await listEventsByUid(tx, workspaceId, [answer.uid]);
  const day = answer.recurrenceId?.local ?? "";
  return series.find(({ recurrenceId }) => recurrenceId === day) ?? null;
}
