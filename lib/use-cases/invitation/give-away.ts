import type { Tx } from "@/lib/data/client";
import { listHappenings } from "@/lib/data/event-invitations";
import { listEventsByUid, saveEvent } from "@/lib/data/events";
import { listKeptOverAny } from "@/lib/data/kept-spans";
import type { Actor } from "@/lib/domain/actor";
import { whyNotPromise } from "@/lib/domain/calendar/may-answer";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import type { Refusal } from "@/lib/domain/refusal";

type Answering = Pick<DraftFacts, "answer" | "takesKept">;

/** A series is looked at as far as anybody promises it. */
const mostPromised = 2500;

/** Null unless an answer promises time that the client keeps, of which nobody said that they know. A series is promised whole. */
export async function whyNotPromised(
  tx: Tx,
  actor: Actor,
  { answer, takesKept }: Answering,
  isSaid: boolean,
  at: Date,
): Promise<Refusal | null> {
  if (answer === null || !takesKept) return null;
  const { id: workspaceId } = actor.workspace;
  const event = answer.method === "COUNTER" ? null : await findAnswered(tx, workspaceId, answer);
  const own = { startsAt: new Date(answer.startsAt), endsAt: new Date(answer.endsAt) };
  const times = event ? await listHappenings(tx, workspaceId, event.id, at, mostPromised) : [];
  return whyNotPromise(actor, await listKeptOverAny(tx, workspaceId, [own, ...times]), isSaid);
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
