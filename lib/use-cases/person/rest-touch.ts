import type { Tx } from "@/lib/data/client";
import { saveTask } from "@/lib/data/tasks";
import { findTouchTask } from "@/lib/data/touch-of";
import type { Actor } from "@/lib/domain/actor";
import { startOfDay } from "@/lib/domain/calendar/zone-day";

/** Until when a cadence rested, and rests now: days "YYYY-MM-DD", or null. */
export type Rest = { before: string | null; until: string | null };

/**
 * An open task to keep in touch sleeps as long as the cadence rests, and wakes with it. One that a hand has put to sleep for
 * longer sleeps on, and one that sleeps until another moment than the rest did is not woken: it goes back to `snoozedBefore`.
 * Gives until when it slept before.
 */
export async function restTouchTaskIn(
  tx: Tx,
  actor: Actor,
  personId: string,
  { before, until }: Rest,
  snoozedBefore: Date | null = null,
): Promise<Date | null> {
  const workspaceId = actor.workspace.id;
  const task = await findTouchTask(tx, workspaceId, personId);
  if (task === null) return null;
  const moment = (day: string | null) =>
    day === null ? null : new Date(startOfDay(day, actor.workspace.zone));
  const [rested, rests] = [moment(before), moment(until)];
  const now = task.snoozedUntil;
  const isOfRest = now === null || now.getTime() === rested?.getTime();
  if (!isOfRest && (rests === null || now > rests)) return now;
  const snoozedUntil = snoozedBefore ?? rests;
  if (snoozedUntil?.getTime() !== now?.getTime()) await saveTask(tx, workspaceId, task, { snoozedUntil });
  return now;
}
