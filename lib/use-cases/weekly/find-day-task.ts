import { findDeskDays } from "@/lib/data/day-tasks";
import { writeAs } from "@/lib/data/transaction";
import { listLineTasks, listYearlyDays } from "@/lib/data/weekly-lists";
import type { Actor } from "@/lib/domain/actor";
import { addDays, dayAt, startOfDay } from "@/lib/domain/calendar/zone-day";
import { occurrencesBetween } from "@/lib/domain/person/yearly-date";
import { granted, type Result, refused } from "@/lib/domain/result";
import { makeDayTasksIn } from "@/lib/use-cases/person/make-day-tasks";
import type { Target } from "@/lib/use-cases/task/change-task";

/** A yearly day of somebody's in one year. */
export type DayOfLine = { personId: string; dateId: string; year: number };

/** A list looks ninety days ahead at most, and is answered within the month after. */
const BACK_DAYS = 31;
const AHEAD_DAYS = 100;

/**
 * The task of a yearly day, made now where its lead days have not begun: as the clock would make it, with the tag that the
 * policy gives, and no other. Refuses `not-found` for a day that is not there, not this person's, or too far away to have been
 * on a list; `already-closed` for a task that was taken back, and alike for one that whoever asks may not see.
 */
export async function findDayTask(
  actor: Actor,
  { personId, dateId, year }: DayOfLine,
  at: Date,
): Promise<Result<Target>> {
  const workspaceId = actor.workspace.id;
  const key = `day:${dateId}:${String(year).padStart(4, "0")}`;
  const made = await writeAs(actor, "make-day-tasks", { kind: "person", id: personId }, async (tx) => {
    const [date] = await listYearlyDays(tx, workspaceId, `${year}-01-01`, 0, dateId);
    if (!date || date.personId !== personId) return refused({ code: "not-found" });
    const [task] = await listLineTasks(tx, workspaceId, [key], []);
    if (task) return granted({ id: task.id, version: task.version });
    const desk = await findDeskDays(tx, workspaceId);
    const today = dayAt(at.getTime(), desk.zone);
    const [from, to] = [addDays(today, -BACK_DAYS), addDays(today, AHEAD_DAYS)];
    const day = occurrencesBetween(date, from, to, desk.leapDayRule).find(
      (one) => Number(one.slice(0, 4)) === year,
    );
    if (day === undefined) return refused({ code: "not-found" });
    // On the day itself its lead days have begun, whatever they are.
    const onTheDay = new Date(startOfDay(day, desk.zone));
    await makeDayTasksIn(tx, workspaceId, desk, [personId], onTheDay, { only: key });
    const [fresh] = await listLineTasks(tx, workspaceId, [key], []);
    return fresh
      ? granted({ id: fresh.id, version: fresh.version })
      : refused({ code: "already-closed", state: "withdrawn" });
  });
  return made.ok ? granted(made.value.value) : made;
}
