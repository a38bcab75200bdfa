import { listSentAnswers } from "@/lib/data/drafts";
import type { StoredEvent } from "@/lib/data/events";
import { saveTask } from "@/lib/data/tasks";
import type { ToldOf } from "@/lib/domain/calendar/say-change";
import { saySpan } from "@/lib/domain/calendar/say-moment";
import { listAnswered } from "@/lib/use-cases/invitation/give-away";
import { type Arrived, type ItipStep, toldOf, whichOf } from "@/lib/use-cases/invitation/itip-step";
import { tasksOf, tellTasks } from "@/lib/use-cases/invitation/tell-tasks";

/**
 * One story: the task of a series waits since another time was proposed for one day of it, and the organiser gives that day a time. The
 * series' task is told and asks again, for the day as well: an answer to a series is one to its moved days. Gives the task and what it was
 * told; null where none waits for this day, which is then asked about by itself. `now` is what is told of the day.
 */
export async function tellSeries(
  step: ItipStep,
  one: Arrived,
  series: readonly StoredEvent[],
  day: StoredEvent,
  now: ToldOf | null,
): Promise<{ taskId: string; changed: string[] } | null> {
  const whole = series.find(({ recurrenceId }) => recurrenceId === "");
  if (one.entry.recurrenceId === "" || whole === undefined || now === null) return null;
  const { tx, actor, desk } = step;
  const ofSeries = await toldOf(step, whole);
  const waiting = (await tasksOf(step, whole)).open.filter(({ state }) => state === "waiting");
  for (const task of waiting) {
    const proposed = await findProposed(step, task.id, day);
    if (ofSeries === null || proposed === null) continue;
    const isAsProposed = proposed.startsAt === now.startsAt && proposed.endsAt === now.endsAt;
    const span = saySpan(now.startsAt, now.endsAt, now.allDay, desk.zone);
    const said = `The one on ${whichOf(one, desk)} is now on ${span}${isAsProposed ? ", as was proposed" : ""}.`;
    await tellTasks(step, whole, [task], { now: ofSeries, changed: [said], isCancelled: false });
    const [told] = (await tasksOf(step, whole)).open.filter(({ id }) => id === task.id);
    if (told) await saveTask(tx, actor.workspace.id, told, { state: "inbox" });
    return { taskId: task.id, changed: [said] };
  }
  return null;
}

/** The last time that went out with a task as a proposal for this very day; null where none did. */
async function findProposed({ tx, actor }: ItipStep, taskId: string, day: StoredEvent) {
  for (const answer of await listSentAnswers(tx, actor.workspace.id, taskId)) {
    if (answer.method !== "COUNTER" || answer.recurrenceId === null) continue;
    const named = await listAnswered(tx, actor.workspace.id, answer);
    if (named.some(({ id }) => id === day.id)) return answer;
  }
  return null;
}
