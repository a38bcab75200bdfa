import { listCircles, type StoredCircle } from "@/lib/data/circles";
import type { Tx } from "@/lib/data/client";
import { type DeskDays, listDayTasks } from "@/lib/data/day-tasks";
import { findPerson } from "@/lib/data/people";
import { listDates } from "@/lib/data/person-dates";
import { isTouched } from "@/lib/data/taken-back";
import { type RawTask, toFacts } from "@/lib/data/task-rows";
import { hasMerged, saveTask, type TaskChange } from "@/lib/data/tasks";
import type { Actor } from "@/lib/domain/actor";
import { dayAt, startOfDay } from "@/lib/domain/calendar/zone-day";
import { type DayKey, readDayKey, writeDayKey } from "@/lib/domain/person/day-task";
import { nextOccurrence } from "@/lib/domain/person/yearly-date";
import { whyNotWithdraw } from "@/lib/domain/task/must-be-you";
import { whyNotUnderWords } from "@/lib/use-cases/draft/why-not-under-words";
import { type DaysOfPerson, type Said, saidOfDay } from "@/lib/use-cases/person/said-of-day";

/** Somebody with their days, and whether they have died. */
export type DaysNow = DaysOfPerson & { isDead: boolean };

type DayTask = RawTask & { sourceKey: string };

/**
 * Brings the open tasks of somebody's days, remembrances too, in step with a change: a new day or name is written into what
 * nobody has reworded, and the task of a day that is gone is taken back where that is allowed. One that is not theirs to take
 * back follows its day into the year in which that comes next. `after` null: they were taken off the desk, and what somebody has
 * touched stays without them; so goes what an earlier change left behind. Tags are tightenTasksIn's. Gives how many stay that
 * should go, for the client to take back.
 */
export async function keepDayTasksIn(
  tx: Tx,
  actor: Actor,
  desk: DeskDays,
  before: DaysOfPerson,
  after: DaysOfPerson | null,
  at: Date,
): Promise<number> {
  const workspaceId = actor.workspace.id;
  const today = dayAt(at.getTime(), desk.zone);
  const circles = await listCircles(tx, workspaceId);
  let stays = 0;
  for (const task of await listDayTasks(tx, workspaceId, [before.id])) {
    const key = readDayKey(task.sourceKey);
    const was = key && saidOfDay(key, before, desk.leapDayRule, circles);
    if (!key || (!was && after !== null)) continue;
    if (after === null && (await isTouched(tx, workspaceId, task.id))) continue;
    const is = after && saidOfDay(key, after, desk.leapDayRule, circles);
    if (was && is && !isOfAnotherYear(was, is, key.year, today, desk)) {
      const change = changeOf(task, was, is, desk.zone);
      if (Object.keys(change).length > 0) await saveTask(tx, workspaceId, toFacts(task), change);
      continue;
    }
    if (await takeBack(tx, actor, task)) continue;
    const next = was && is && after ? sayNext(key, is, after, { today, desk, circles }) : null;
    if (!was || !next || !(await follow(tx, workspaceId, task, was, next, desk.zone))) stays += 1;
  }
  return stays;
}

/** Somebody and their days as they are written down now, to be compared with {@link keepDayTasksIn}; null: not to be seen. */
export async function findDaysOf(tx: Tx, workspaceId: string, personId: string): Promise<DaysNow | null> {
  const person = await findPerson(tx, workspaceId, personId);
  return person && { ...person, dates: await listDates(tx, workspaceId, [personId]) };
}

async function takeBack(tx: Tx, actor: Actor, task: DayTask): Promise<boolean> {
  const workspaceId = actor.workspace.id;
  const facts = toFacts(task);
  const no =
    whyNotWithdraw(actor, { ...facts, hasMerged: await hasMerged(tx, workspaceId, task.id) }) ??
    (await whyNotUnderWords(tx, workspaceId, task.id));
  return no === null && (await saveTask(tx, workspaceId, facts, { state: "withdrawn" }));
}

/** What the task should say of the year in which the day comes next, and under which key. */
function sayNext(
  key: DayKey,
  is: Said,
  after: DaysOfPerson,
  { today, desk, circles }: { today: string; desk: DeskDays; circles: StoredCircle[] },
): (Said & { sourceKey: string }) | null {
  if (!is.date) return null;
  const year = Number(nextOccurrence(is.date, today, desk.leapDayRule).slice(0, 4));
  const said = saidOfDay({ ...key, year }, after, desk.leapDayRule, circles);
  return said && { ...said, sourceKey: writeDayKey({ ...key, year }) };
}

/** The same task, of the next year's day. Not one whose date somebody has set; the database says where that year had a task already. */
async function follow(
  tx: Tx,
  workspaceId: string,
  task: DayTask,
  was: Said,
  next: Said & { sourceKey: string },
  zone: string,
): Promise<boolean> {
  const change = changeOf(task, was, next, zone);
  if (change.dueAt === undefined) return false;
  return saveTask(tx, workspaceId, toFacts(task), { ...change, sourceKey: next.sourceKey });
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
