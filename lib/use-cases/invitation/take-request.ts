import { randomUUID } from "node:crypto";
import { insertEvent, insertOccurrences, listEvents, type StoredEvent, saveEvent } from "@/lib/data/events";
import type { ReceivedOutcome } from "@/lib/domain/calendar/answer";
import { sayChanges } from "@/lib/domain/calendar/say-change";
import { calendarWindow, spreadSeriesIn } from "@/lib/use-cases/calendar/spread-series";
import type { Schedule } from "@/lib/use-cases/import/event-from-entry";
import { factsOfEntry } from "@/lib/use-cases/import/match-events";
import { answerNow, isSameTime } from "@/lib/use-cases/import/same-time";
import {
  type Arrived,
  type ItipStep,
  outcomeOf,
  sayOtherSender,
  toldOf,
} from "@/lib/use-cases/invitation/itip-step";
import { ask, tasksOf, tellTasks } from "@/lib/use-cases/invitation/tell-tasks";

/** Where a request meets the calendar: the entries of its series that are here, and whether its series came in the same message. */
type Here = { series: readonly StoredEvent[]; isToldWithSeries: boolean };

/** Puts an invitation on the calendar, and asks for an answer, unless one is given in it already. */
export async function takeInvite(
  step: ItipStep,
  one: Arrived,
  { series, isToldWithSeries }: Here,
): Promise<ReceivedOutcome | null> {
  const { tx, actor, desk, at, mail } = step;
  const { entry } = one;
  const { id: workspaceId } = actor.workspace;
  const id = randomUUID();
  const made = await insertEvent(tx, workspaceId, {
    ...factsOfEntry(entry),
    id,
    answer: entry.answer || "needs-action",
    isPrivate: entry.isPrivate || series.some((event) => event.isPrivate),
    importId: null,
    expandedUntil: calendarWindow(at, desk.zone).until,
  });
  // One that the acting person may not see is in the way: to them it is as if it had come to nothing.
  if (!made) return isToldWithSeries ? null : outcomeOf(step, one, "same");
  await insertOccurrences(
    tx,
    workspaceId,
    entry.occurrences.map((time) => ({ ...time, eventId: id })),
  );
  if (series.length > 0) await spreadSeriesIn(tx, workspaceId, desk.zone, [entry.uid], at);
  if (isToldWithSeries) return null;
  const [event] = await listEvents(tx, workspaceId, [id]);
  const now = event ? await toldOf(step, event) : null;
  const { asked, open } = await tasksOf(step, entry);
  const isAsked = event?.answer === "needs-action" && open.length === 0;
  const note = sayOtherSender(one, mail).trim();
  const taskId = isAsked ? await ask(step, one, now, asked, [], note) : (open[0]?.id ?? null);
  return outcomeOf(step, one, "invite", { eventId: id, taskId });
}

/** Brings an invitation up to date; where its time has moved, whatever was answered was of another time, and it asks again. */
export async function takeUpdate(
  step: ItipStep,
  one: Arrived,
  { event, series, beside, isToldWithSeries }: Here & { event: StoredEvent; beside: readonly Arrived[] },
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
  const said = isBack ? ["It takes place after all.", ...changed] : changed;
  const { asked, open } = await tasksOf(step, entry);
  if (now !== null) await tellTasks(step, after, open, { now, changed: said, isCancelled: false });
  if (isToldWithSeries) return null;
  const isAsked = hasMoved && open.length === 0 && after.answer === "needs-action";
  const taskId = isAsked ? await ask(step, one, now, asked, said) : (open[0]?.id ?? null);
  return outcomeOf(step, one, "update", {
    eventId: event.id,
    taskId,
    changed: said,
    asksAgain: isAsked && taskId !== null,
  });
}

/** The organiser takes no other time: the invitation stands as it was, and is to be answered still. */
export async function keepTime(step: ItipStep, one: Arrived, event: StoredEvent): Promise<ReceivedOutcome> {
  const { tx, actor } = step;
  const entry = {
    ...one.entry,
    uid: event.uid,
    recurrenceId: event.recurrenceId,
    organiserAddress: event.organiserAddress,
  };
  const now = await toldOf(step, event);
  const { asked, open } = await tasksOf(step, entry);
  const about = { eventId: event.id, summary: event.summary };
  if (event.answer !== "tentative")
    return outcomeOf(step, one, "same", { ...about, taskId: open[0]?.id ?? null });
  await saveEvent(tx, actor.workspace.id, event, { answer: "needs-action" });
  const named = {
    ...entry,
    summary: event.summary,
    location: event.location,
    link: event.link,
    organiser: event.organiser,
  };
  const said = ["The organiser keeps the time as it was."];
  if (now !== null) await tellTasks(step, event, open, { now, changed: said, isCancelled: false });
  const taskId =
    open[0]?.id ?? (await ask(step, { entry: { ...named, zone: event.zone } }, now, asked, said));
  return outcomeOf(step, one, "keep-time", { ...about, taskId });
}

/** A series that moves takes its exceptions along: those that the new message does not tell of are of the old series (RFC 5546 §3.2.2.1). */
async function dropOldInstances(
  { tx, actor, at }: ItipStep,
  { entry }: Arrived,
  series: readonly StoredEvent[],
  beside: readonly Arrived[],
): Promise<void> {
  const told = new Set(beside.map((one) => one.entry.recurrenceId));
  for (const event of series)
    if (event.recurrenceId !== "" && !told.has(event.recurrenceId) && event.sequence < entry.sequence)
      await saveEvent(tx, actor.workspace.id, event, { removedAt: at });
}
