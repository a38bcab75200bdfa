import { findWishes, saveWishes } from "@/lib/data/calendar-wishes";
import type { Tx } from "@/lib/data/client";
import { listCheckTasks } from "@/lib/data/event-checks";
import { findTask, saveTask } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type CalendarWishes, whyNotKeepTime, whyNotSuchWishes } from "@/lib/domain/calendar/kept";
import { confirmBy } from "@/lib/domain/calendar/needs-check";
import { granted, type Result, refused } from "@/lib/domain/result";

/**
 * Writes down what the client wishes of the calendar; windows after posts without minutes of their own follow, and so does
 * by when checks that are asked already are to be confirmed, where nobody has said another time. Refuses `only-client`,
 * and `invalid` for hours that end before they begin.
 */
export async function wishCalendar(actor: Actor, wishes: CalendarWishes): Promise<Result<{ seq: number }>> {
  const { id } = actor.workspace;
  const written = await writeAs(actor, "wish-calendar", { kind: "desk", id }, async (tx) => {
    const no = whyNotKeepTime(actor) ?? whyNotSuchWishes(wishes);
    if (no !== null) return refused(no);
    const before = (await findWishes(tx, id)).wishes.escalateHours;
    await saveWishes(tx, id, { ...wishes, workDays: [...new Set(wishes.workDays)].sort() });
    if (wishes.escalateHours !== before) await moveChecksIn(tx, id, before, wishes.escalateHours);
    return granted(null);
  });
  return written.ok ? granted({ seq: written.value.seq }) : written;
}

async function moveChecksIn(tx: Tx, workspaceId: string, before: number, after: number): Promise<void> {
  for (const { id, startsAt } of await listCheckTasks(tx, workspaceId, null)) {
    const task = await findTask(tx, workspaceId, id);
    const starts = Date.parse(startsAt);
    if (task === null || task.raw.due_at?.getTime() !== starts - before * 3_600_000) continue;
    const dueAt = new Date(confirmBy(starts, after, task.raw.created_at.getTime()));
    await saveTask(tx, workspaceId, task, { dueAt });
  }
}
