import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import { type DeskDays, findKnownKeys, insertTasks } from "@/lib/data/day-tasks";
import { type DayWithPerson, listDaysAhead } from "@/lib/data/person-dates";
import type { NewTask } from "@/lib/data/tasks";
import { dayAt, startOfDay } from "@/lib/domain/calendar/zone-day";
import { type DayTask, dayTaskFor } from "@/lib/domain/person/day-task";
import { tagByPolicy } from "@/lib/domain/policy/default-tags";

/**
 * Makes the tasks of the yearly days whose lead days have begun, of everybody (`null`) or of these people, and gives how
 * many. Asked again it makes none: one task a day and year, and one that was taken back stays away. Private for private people.
 */
export async function makeDayTasksIn(
  tx: Tx,
  workspaceId: string,
  desk: DeskDays,
  personIds: string[] | null,
  at: Date,
  importId: string | null = null,
): Promise<number> {
  const today = dayAt(at.getTime(), desk.zone);
  const due = (await listDaysAhead(tx, workspaceId, today, personIds)).flatMap((date) => {
    const task = dayTaskFor(date, date.name, today, desk.leapDayRule);
    return task ? [{ date, task }] : [];
  });
  const known = await findKnownKeys(
    tx,
    workspaceId,
    due.map(({ task }) => task.sourceKey),
    "ever",
  );
  const wanted = due.filter(({ task }) => !known.has(task.sourceKey));
  let made = 0;
  for (let from = 0; from < wanted.length; from += 500) {
    const some = wanted.slice(from, from + 500);
    made += await insertTasks(
      tx,
      workspaceId,
      some.map(({ date, task }) => toNewTask(date, task, desk.zone, importId)),
    );
  }
  return made;
}

function toNewTask(
  date: DayWithPerson,
  task: DayTask,
  zone: string,
  importId: string | null,
): NewTask & { tagRule: string } {
  const policy = tagByPolicy({ kind: "birthday", circle: date.circle, voice: null });
  return {
    id: randomUUID(),
    kind: "birthday",
    title: task.title,
    tag: policy.tag,
    tagRule: policy.rule,
    personId: date.personId,
    fields: { date: task.date, leadDays: task.leadDays },
    dueAt: new Date(startOfDay(task.day, zone)),
    dueAllDay: true,
    isPrivate: date.isPrivate,
    sourceKey: task.sourceKey,
    importId,
  };
}
