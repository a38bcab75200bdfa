import { randomUUID } from "node:crypto";
import { insertEvent, insertOccurrences, type StoredEvent, saveEvent } from "@/lib/data/events";
import type { ReceivedOutcome } from "@/lib/domain/calendar/answer";
import { sayMoment } from "@/lib/domain/calendar/say-moment";
import { calendarWindow, spreadSeriesIn } from "@/lib/use-cases/calendar/spread-series";
import { factsOfEntry } from "@/lib/use-cases/import/match-events";
import { callAHuman } from "@/lib/use-cases/invitation/call-a-human";
import {
  type Arrived,
  type ItipStep,
  outcomeOf,
  sayOtherSender,
  toldOf,
} from "@/lib/use-cases/invitation/itip-step";
import { tasksOf, tellTasks } from "@/lib/use-cases/invitation/tell-tasks";

/** What is called off: the very entry, where it is here, and the entries of its series. */
type Here = { entry: StoredEvent | null; series: readonly StoredEvent[] };

/** Takes an entry off the calendar, or one day of a series. The tasks that ask about it say so; nobody's task is closed by it. */
export async function takeCancel(
  step: ItipStep,
  one: Arrived,
  { entry, series }: Here,
): Promise<ReceivedOutcome | null> {
  const { tx, actor, desk, at } = step;
  const { id: workspaceId } = actor.workspace;
  const master = series.find(({ recurrenceId }) => recurrenceId === "") ?? null;
  const isWhole = one.entry.recurrenceId === "";
  const about = entry ?? master;
  if (about === null) return null;
  const before = await toldOf(step, about);
  const called = {
    status: "CANCELLED",
    sequence: Math.max(one.entry.sequence, about.sequence),
    stamp: stampOf(one),
  };
  for (const event of isWhole ? series : entry ? [entry] : [])
    await saveEvent(tx, workspaceId, event, {
      ...called,
      sequence: Math.max(called.sequence, event.sequence),
    });
  if (entry === null && master !== null) await callOffDay(step, one, master);
  await spreadSeriesIn(tx, workspaceId, desk.zone, [about.uid], at);
  const day = one.entry.occurrences[0];
  const own = await tasksOf(step, about);
  const { open } = own;
  const isOfDay = !isWhole && entry === null;
  const when = day ? sayMoment(day.startsAt, about.allDay, desk.zone) : "";
  const sender = sayOtherSender(one, step.mail).trim();
  const changed = [
    isOfDay ? `The one on ${when} is cancelled.` : "The organiser has cancelled it.",
    ...(sender === "" ? [] : [sender]),
  ];
  const now = isOfDay ? ((await toldOf(step, about)) ?? before) : before;
  if (now !== null) await tellTasks(step, about, open, { now, changed, isCancelled: !isOfDay });
  const calls = sender !== "" && open.length === 0;
  const taskId = calls ? await callAHuman(step, one, about, "other-sender") : (open[0]?.id ?? null);
  return outcomeOf(step, one, "cancel", {
    eventId: about.id,
    taskId,
    summary: isOfDay && when ? `${about.summary}, ${when}` : about.summary,
  });
}

/** One day of a series that is called off is an entry of its own, which does not take place: a newer message may bring it back. */
async function callOffDay(
  { tx, actor, desk, at }: ItipStep,
  { entry }: Arrived,
  master: StoredEvent,
): Promise<void> {
  const id = randomUUID();
  const { id: workspaceId } = actor.workspace;
  const made = await insertEvent(tx, workspaceId, {
    ...factsOfEntry(entry),
    id,
    summary: entry.summary || master.summary,
    status: "CANCELLED",
    organiserAddress: entry.organiserAddress || master.organiserAddress,
    isPrivate: master.isPrivate,
    importId: null,
    expandedUntil: calendarWindow(at, desk.zone).until,
  });
  if (made)
    await insertOccurrences(
      tx,
      workspaceId,
      entry.occurrences.map((time) => ({ ...time, eventId: id })),
    );
}

function stampOf({ entry }: Arrived): Date | null {
  return entry.stamp === null ? null : new Date(entry.stamp);
}
