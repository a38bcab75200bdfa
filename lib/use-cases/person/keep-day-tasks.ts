import type { Tx } from "@/lib/data/client";
import { type DeskDays, listDayTasks } from "@/lib/data/day-tasks";
import type { StoredDate } from "@/lib/data/person-dates";
import { toFacts } from "@/lib/data/task-rows";
import { hasMerged, saveTask, type TaskChange } from "@/lib/data/tasks";
import type { Actor } from "@/lib/domain/actor";
import { dayAt, startOfDay } from "@/lib/domain/calendar/zone-day";
import { dayTaskInYear, yearOfDayTask } from "@/lib/domain/person/day-task";
import { nextOccurrence } from "@/lib/domain/person/yearly-date";
import { type Circle, tagByPolicy } from "@/lib/domain/policy/default-tags";
import { whyNotWithdraw } from "@/lib/domain/task/must-be-you";

/** Whose days they are, and the days: as they were before a change, and as they are after it. */
export type DaysOfPerson = { id: string; name: string; circle: Circle; dates: StoredDate[] };

/**
 * Brings the open tasks of somebody's days in step with a change: a new day or name is written into what nobody has
 * reworded, a nearer circle tightens the tag (a farther one never loosens it), and the task of a day that is gone is taken back
 * where that is allowed.
 */
export async function keepDayTasksIn(
  tx: Tx,
  actor: Actor,
  desk: DeskDays,
  before: DaysOfPerson,
  after: DaysOfPerson,
  at: Date,
): Promise<void> {
  const workspaceId = actor.workspace.id;
  const today = dayAt(at.getTime(), desk.zone);
  for (const task of await listDayTasks(tx, workspaceId, [after.id])) {
    const old = before.dates.find((date) => yearOfDayTask(task.sourceKey, date.id) !== null);
    const date = after.dates.find((one) => one.id === old?.id);
    const year = old ? yearOfDayTask(task.sourceKey, old.id) : null;
    if (!old || year === null) continue;
    const facts = toFacts(task);
    const isAnotherYear =
      date && nextOccurrence(date, today, desk.leapDayRule).slice(0, 4) !== String(year).padStart(4, "0");
    if (!date || (isAnotherYear && differs(old, date))) {
      const no = whyNotWithdraw(actor, { ...facts, hasMerged: await hasMerged(tx, workspaceId, task.id) });
      if (no === null) await saveTask(tx, workspaceId, facts, { state: "withdrawn" });
      continue;
    }
    const was = dayTaskInYear(old, before.name, year, desk.leapDayRule);
    const is = dayTaskInYear(date, after.name, year, desk.leapDayRule);
    const change: TaskChange = {};
    if (was.title !== is.title && task.title === was.title) change.title = is.title;
    if (was.day !== is.day && task.due_at?.getTime() === startOfDay(was.day, desk.zone)) {
      change.dueAt = new Date(startOfDay(is.day, desk.zone));
    }
    if (was.date !== is.date || was.leadDays !== is.leadDays) {
      change.fields = { ...task.fields, date: is.date, leadDays: is.leadDays };
    }
    const policy = tagByPolicy({ kind: task.kind, circle: after.circle, voice: null });
    if (policy.tag === "must-be-you" && task.tag === "delegable") {
      Object.assign(change, { tag: policy.tag, tagBy: "rule", tagRule: policy.rule });
    }
    if (Object.keys(change).length > 0) await saveTask(tx, workspaceId, facts, change);
  }
}

function differs(a: StoredDate, b: StoredDate): boolean {
  return a.month !== b.month || a.day !== b.day;
}
