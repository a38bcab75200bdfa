import type { Tx } from "@/lib/data/client";
import { listComing } from "@/lib/data/event-invitations";
import { listEventsByUid, type StoredEvent, saveEvent } from "@/lib/data/events";
import { listKeptOverAny } from "@/lib/data/kept-spans";
import type { Actor } from "@/lib/domain/actor";
import { answeredRows, promisedRows } from "@/lib/domain/calendar/answered-rows";
import { whyNotPromise } from "@/lib/domain/calendar/may-answer";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import type { Refusal } from "@/lib/domain/refusal";
import { findDay } from "@/lib/use-cases/calendar/find-day";

type Answering = Pick<DraftFacts, "answer" | "takesKept">;
type Answer = NonNullable<DraftFacts["answer"]>;

/** A series is looked at as far as anybody promises it. */
const mostPromised = 2500;

/**
 * Null unless an answer promises time that the client keeps, of which nobody said that they know. A series is promised whole, with the
 * days of it that were moved.
 */
export async function whyNotPromised(
  tx: Tx,
  actor: Actor,
  { answer, takesKept }: Answering,
  isSaid: boolean,
  at: Date,
): Promise<Refusal | null> {
  if (answer === null || !takesKept) return null;
  const { id: workspaceId } = actor.workspace;
  const own = { startsAt: new Date(answer.startsAt), endsAt: new Date(answer.endsAt) };
  const ids = (await listPromised(tx, workspaceId, answer)).map(({ id }) => id);
  const times = await listComing(tx, workspaceId, ids, at, mostPromised);
  return whyNotPromise(actor, await listKeptOverAny(tx, workspaceId, [own, ...times]), isSaid);
}

/**
 * Writes down that what an answer is to stands over kept time on the client's word, or that this word was taken back before the answer
 * left. A proposal is of another time than the entry has.
 */
export async function givenAway(
  tx: Tx,
  workspaceId: string,
  { answer }: Answering,
  overProtected: boolean,
): Promise<void> {
  if (answer === null || answer.method === "COUNTER") return;
  for (const event of await listAnswered(tx, workspaceId, answer)) {
    const isSettled = !["", "needs-action"].includes(event.answer);
    if (event.overProtected === overProtected || (isSettled && !overProtected)) continue;
    await saveEvent(tx, workspaceId, event, { overProtected });
  }
}

/**
 * The entries that an answer is to, as far as the transaction may see them: the one day, or a series with those of its moved days that
 * nobody answered by themselves. A proposal is for what it names alone.
 */
export async function listAnswered(tx: Tx, workspaceId: string, answer: Answer): Promise<StoredEvent[]> {
  const series = await listEventsByUid(tx, workspaceId, [answer.uid]);
  const isWhole = answer.recurrenceId === null && answer.method === "REPLY";
  return isWhole ? answeredRows(series) : namedBy(answer, series);
}

async function listPromised(tx: Tx, workspaceId: string, answer: Answer): Promise<StoredEvent[]> {
  if (answer.method === "COUNTER") return [];
  const series = await listEventsByUid(tx, workspaceId, [answer.uid]);
  return answer.recurrenceId === null ? promisedRows(series) : namedBy(answer, series);
}

/** The very entry that an answer names, in whichever form. */
function namedBy({ recurrenceId }: Answer, series: readonly StoredEvent[]): StoredEvent[] {
  if (recurrenceId === null) return series.filter((event) => event.recurrenceId === "");
  const { local, zone, isDay } = recurrenceId;
  const kind = isDay ? "date" : zone === null ? "floating" : zone === "UTC" ? "utc" : "zoned";
  const event = findDay(series, { recurrenceId: local, source: { recurrenceId: { kind, local, zone } } });
  return event === null ? [] : [event];
}
