import { randomUUID } from "node:crypto";
import { insertEvent, insertOccurrences, listEvents, type StoredEvent } from "@/lib/data/events";
import type { ReceivedOutcome } from "@/lib/domain/calendar/answer";
import { calendarWindow, spreadSeriesIn } from "@/lib/use-cases/calendar/spread-series";
import { factsOfEntry } from "@/lib/use-cases/import/match-events";
import {
  type Arrived,
  type ItipStep,
  outcomeOf,
  sayOtherSender,
  toldOf,
} from "@/lib/use-cases/invitation/itip-step";
import { tellSeries } from "@/lib/use-cases/invitation/tell-series";
import { ask, tasksOf } from "@/lib/use-cases/invitation/tell-tasks";

/** Where a request meets the calendar: the entries of its series that are here, and whether its series came in the same message. */
export type RequestMeets = { series: readonly StoredEvent[]; isToldWithSeries: boolean };

/** Puts an invitation on the calendar, and asks for an answer, unless one is given in it already. */
export async function takeInvite(
  step: ItipStep,
  one: Arrived,
  { series, isToldWithSeries }: RequestMeets,
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
  const { open, ...earlier } = await tasksOf(step, entry);
  const isAsked = event?.answer === "needs-action" && open.length === 0;
  const note = sayOtherSender(one, mail).trim();
  const told = event && isAsked ? await tellSeries(step, one, series, event, now) : null;
  if (told !== null) return outcomeOf(step, one, "update", { eventId: id, ...told, asksAgain: true });
  const taskId = isAsked ? await ask(step, one, now, earlier, [], note) : (open[0]?.id ?? null);
  return outcomeOf(step, one, "invite", { eventId: id, taskId });
}
