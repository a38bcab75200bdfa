import { insertOccurrences, listEvents, type StoredEvent, saveEvent } from "@/lib/data/events";
import type { ReceivedOutcome } from "@/lib/domain/calendar/answer";
import { sayChanges } from "@/lib/domain/calendar/say-change";
import { findDay } from "@/lib/use-cases/calendar/find-day";
import { calendarWindow, spreadSeriesIn } from "@/lib/use-cases/calendar/spread-series";
import type { Schedule } from "@/lib/use-cases/import/event-from-entry";
import { factsOfEntry } from "@/lib/use-cases/import/match-events";
import { answerNow, isSameTime } from "@/lib/use-cases/import/same-time";
import { callAHuman } from "@/lib/use-cases/invitation/call-a-human";
import {
  type Arrived,
  type ItipStep,
  outcomeOf,
  sayOtherSender,
  toldOf,
} from "@/lib/use-cases/invitation/itip-step";
import type { RequestMeets } from "@/lib/use-cases/invitation/take-invite";
import { tellSeries } from "@/lib/use-cases/invitation/tell-series";
import { ask, tasksOf, tellTasks } from "@/lib/use-cases/invitation/tell-tasks";

/** Brings an invitation up to date; where its time has moved, whatever was answered was of another time, and it asks again. */
export async function takeUpdate(
  step: ItipStep,
  one: Arrived,
  {
    event,
    series,
    beside,
    isToldWithSeries,
  }: RequestMeets & { event: StoredEvent; beside: readonly Arrived[] },
): Promise<ReceivedOutcome | null> {
  const { tx, actor, desk, at } = step;
  const { entry } = one;
  const { id: workspaceId } = actor.workspace;
  const before = await toldOf(step, event);
  const isBack = event.status.toUpperCase() === "CANCELLED" && !entry.isCancelled;
  const hasMoved = isBack || !isSameTime(event.source as Schedule, entry.source as Schedule);
  const { uid: _, recurrenceId: __, ...facts } = factsOfEntry(entry);
  await saveEvent(tx, workspaceId, event, {
    ...facts,
    answer: answerNow(event.answer, entry.answer, hasMoved),
    isPrivate: event.isPrivate || entry.isPrivate,
    expandedUntil: calendarWindow(at, desk.zone).until,
  });
  if (hasMoved && entry.recurrenceId === "") await dropOldInstances(step, one, series, beside);
  await spreadSeriesIn(tx, workspaceId, desk.zone, [entry.uid], at);
  const [after] = await listEvents(tx, workspaceId, [event.id]);
  if (!after) return null;
  if ((await toldOf(step, after)) === null)
    await insertOccurrences(
      tx,
      workspaceId,
      entry.occurrences.map((time) => ({ ...time, eventId: event.id })),
    );
  const now = await toldOf(step, after);
  const changed = before && now ? sayChanges(before, now, desk.zone) : [];
  const news = isBack ? ["It takes place after all.", ...changed] : changed;
  const sender = sayOtherSender(one, step.mail).trim();
  const said = news.length > 0 && sender !== "" ? [...news, sender] : news;
  const { open, ...earlier } = await tasksOf(step, entry);
  if (now !== null) await tellTasks(step, after, open, { now, changed: said, isCancelled: false });
  if (isToldWithSeries) return null;
  const isAsked = hasMoved && open.length === 0 && after.answer === "needs-action";
  const told = isAsked ? await tellSeries(step, one, series, after, now) : null;
  if (told !== null) return outcomeOf(step, one, "update", { eventId: event.id, ...told, asksAgain: true });
  const calls = !isAsked && open.length === 0 && said.length > news.length;
  const taskId = isAsked
    ? await ask(step, one, now, earlier, said)
    : calls
      ? await callAHuman(step, one, after, "other-sender")
      : (open[0]?.id ?? null);
  return outcomeOf(step, one, "update", {
    eventId: event.id,
    taskId,
    changed: said,
    asksAgain: isAsked && taskId !== null,
  });
}

/** A series that moves takes its exceptions along: those that the new message does not tell of are of the old series (RFC 5546 §3.2.2.1). */
async function dropOldInstances(
  { tx, actor, at }: ItipStep,
  { entry }: Arrived,
  series: readonly StoredEvent[],
  beside: readonly Arrived[],
): Promise<void> {
  const told = new Set(beside.map((one) => findDay(series, one.entry)?.id));
  for (const event of series)
    if (event.recurrenceId !== "" && !told.has(event.id) && event.sequence < entry.sequence)
      await saveEvent(tx, actor.workspace.id, event, { removedAt: at });
}
