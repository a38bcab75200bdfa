import { saveWishes } from "@/lib/data/calendar-wishes";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type CalendarWishes, whyNotKeepTime, whyNotSuchWishes } from "@/lib/domain/calendar/kept";
import { granted, type Result, refused } from "@/lib/domain/result";

/**
 * Writes down what the client wishes of the calendar; windows after posts without minutes of their own follow. Refuses `only-client`,
 * and `invalid` for hours that end before they begin.
 */
export async function wishCalendar(actor: Actor, wishes: CalendarWishes): Promise<Result<{ seq: number }>> {
  const { id } = actor.workspace;
  const written = await writeAs(actor, "wish-calendar", { kind: "desk", id }, async (tx) => {
    const no = whyNotKeepTime(actor) ?? whyNotSuchWishes(wishes);
    if (no !== null) return refused(no);
    await saveWishes(tx, id, { ...wishes, workDays: [...new Set(wishes.workDays)].sort() });
    return granted(null);
  });
  return written.ok ? granted({ seq: written.value.seq }) : written;
}
