import { type StoredEvent, saveEvent } from "@/lib/data/events";
import { findTask, saveTask } from "@/lib/data/tasks";
import type { ReceivedOutcome } from "@/lib/domain/calendar/answer";
import {
  type Arrived,
  type ItipStep,
  outcomeOf,
  toldOf,
  whichOf,
} from "@/lib/use-cases/invitation/itip-step";
import { ask, tasksOf, tellTasks } from "@/lib/use-cases/invitation/tell-tasks";

/**
 * The organiser takes no other time: the invitation stands as it was, and is to be answered still. Of one time of a series the series'
 * task is told, which waited for it.
 */
export async function keepTime(step: ItipStep, one: Arrived, event: StoredEvent): Promise<ReceivedOutcome> {
  if (one.entry.recurrenceId !== "" && event.recurrenceId === "") return keepOneTime(step, one, event);
  const { tx, actor } = step;
  const entry = {
    ...one.entry,
    uid: event.uid,
    recurrenceId: event.recurrenceId,
    organiserAddress: event.organiserAddress,
  };
  const now = await toldOf(step, event);
  const { open, ...earlier } = await tasksOf(step, entry);
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
    open[0]?.id ?? (await ask(step, { entry: { ...named, zone: event.zone } }, now, earlier, said));
  return outcomeOf(step, one, "keep-time", { ...about, taskId });
}

async function keepOneTime(step: ItipStep, one: Arrived, event: StoredEvent): Promise<ReceivedOutcome> {
  const { tx, actor, desk } = step;
  const { open } = await tasksOf(step, event);
  const about = { eventId: event.id, summary: event.summary, taskId: open[0]?.id ?? null };
  const now = await toldOf(step, event);
  if (open.length === 0 || now === null) return outcomeOf(step, one, "same", about);
  const changed = [`The organiser keeps the one on ${whichOf(one, desk)} as it was.`];
  await tellTasks(step, event, open, { now, changed, isCancelled: false });
  for (const { id } of open) {
    const task = await findTask(tx, actor.workspace.id, id);
    if (task?.state === "waiting") await saveTask(tx, actor.workspace.id, task, { state: "inbox" });
  }
  return outcomeOf(step, one, "keep-time", about);
}
