import { listCircles } from "@/lib/data/circles";
import type { Tx } from "@/lib/data/client";
import { type DeskDays, listDayTasks } from "@/lib/data/day-tasks";
import { isTouched } from "@/lib/data/taken-back";
import { type RawTask, toFacts } from "@/lib/data/task-rows";
import { hasMerged, saveTask, type TaskChange } from "@/lib/data/tasks";
import type { Actor } from "@/lib/domain/actor";
import { dayAt, startOfDay } from "@/lib/domain/calendar/zone-day";
import { readDayKey } from "@/lib/domain/person/day-task";
import { nextOccurrence } from "@/lib/domain/person/yearly-date";
import { whyNotWithdraw } from "@/lib/domain/task/must-be-you";
import { whyNotUnderWords } from "@/lib/use-cases/draft/why-not-under-words";
import { type DaysOfPerson, type Said, saidOfDay } from "@/lib/use-cases/person/said-of-day";

/**
 * Brings the open tasks of somebody's days, remembrances too, in step with a change: a new day or name is written into what
 * nobody has reworded, and the task of a day that is gone is taken back where that is allowed. `after` null: they were taken
 * off the desk, and what somebody has touched stays without them. Tags are tightenTasksIn's.
 */
export async function keepDayTasksIn(
  tx: Tx,
  actor: Actor,
  desk: DeskDays,
  before: DaysOfPerson,
  after: DaysOfPerson | null,
  at: Date,
): Promise<void> {
  const workspaceId = actor.workspace.id;
  const today = dayAt(at.getTime(), desk.zone);
  const circles = await listCircles(tx, workspaceId);
  for (const task of await listDayTasks(tx, workspaceId, [before.id])) {
    const key = readDayKey(task.sourceKey);
    const was = key && saidOfDay(key, before, desk.leapDayRule, circles);
    if (!was) continue;
    const is = after && saidOfDay(key, after, desk.leapDayRule, circles);
    const facts = toFacts(task);
    if (after === null && (await isTouched(tx, workspaceId, task.id))) continue;
    if (!is || isOfAnotherYear(was, is, key.year, today, desk)) {
      const no =
        whyNotWithdraw(actor, { ...facts, hasMerged: await hasMerged(tx, workspaceId, task.id) }) ??
        (await whyNotUnderWords(tx, workspaceId, task.id));
      if (no === null) await saveTask(tx, workspaceId, facts, { state: "withdrawn" });
      continue;
    }
    const change = changeOf(task, was, is, desk.zone);
    if (Object.keys(change).length > 0) await saveTask(tx, workspaceId, facts, change);
  }
}

/** A day that was moved to where it has been already this year, or comes only the next, is that year's no longer. */
function isOfAnotherYear(was: Said, is: Said, year: number, today: string, desk: DeskDays): boolean {
  if (!was.date || !is.date) return false;
  if (was.date.month === is.date.month && was.date.day === is.date.day) return false;
  return Number(nextOccurrence(is.date, today, desk.leapDayRule).slice(0, 4)) !== year;
}

/** What is to be written: only where the task still says what it was made with. */
function changeOf(task: RawTask, was: Said, is: Said, zone: string): TaskChange {
  const change: TaskChange = {};
  if (was.title !== is.title && task.title === was.title) change.title = is.title;
  if (was.day !== is.day && task.due_at?.getTime() === startOfDay(was.day, zone))
    change.dueAt = new Date(startOfDay(is.day, zone));
  if (JSON.stringify(was.fields) !== JSON.stringify(is.fields))
    change.fields = { ...task.fields, ...is.fields };
  return change;
}
