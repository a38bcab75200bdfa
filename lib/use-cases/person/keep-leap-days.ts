import { listCircles } from "@/lib/data/circles";
import type { Tx } from "@/lib/data/client";
import { type DeskDays, listDayTasks } from "@/lib/data/day-tasks";
import { listLeapPeople } from "@/lib/data/move-days";
import { toFacts } from "@/lib/data/task-rows";
import { saveTask } from "@/lib/data/tasks";
import { startOfDay } from "@/lib/domain/calendar/zone-day";
import { readDayKey } from "@/lib/domain/person/day-task";
import type { LeapDayRule } from "@/lib/domain/person/yearly-date";
import { saidOfDay } from "@/lib/use-cases/person/said-of-day";

/** Moves the open tasks of 29 February to the day on which it is kept now; one that a hand has put on another day stays there. */
export async function keepLeapDaysIn(
  tx: Tx,
  workspaceId: string,
  { zone, leapDayRule }: DeskDays,
  before: LeapDayRule,
): Promise<void> {
  if (before === leapDayRule) return;
  const people = await listLeapPeople(tx, workspaceId);
  const circles = await listCircles(tx, workspaceId);
  const tasks = await listDayTasks(
    tx,
    workspaceId,
    people.map((one) => one.id),
  );
  for (const task of tasks) {
    const key = readDayKey(task.sourceKey);
    const whose = people.find((one) => one.id === task.person_id);
    const was = key && whose && saidOfDay(key, whose, before, circles);
    const is = key && whose && saidOfDay(key, whose, leapDayRule, circles);
    if (!was || !is || was.day === is.day) continue;
    if (task.due_at?.getTime() !== startOfDay(was.day, zone)) continue;
    await saveTask(tx, workspaceId, toFacts(task), { dueAt: new Date(startOfDay(is.day, zone)) });
  }
}
