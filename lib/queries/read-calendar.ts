import {
  findDeskHours,
  findLeapDayRule,
  listBusy,
  listDueTasks,
  listKept,
  listOccurrences,
  listYearlyDays,
  mostOfOneSort,
} from "@/lib/data/calendar-lists";
import { findEventsWithHidden } from "@/lib/data/hidden-guests";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type CalendarView, inCalendarOrder, longestStretch } from "@/lib/domain/calendar/view";
import { addDays, dayAt, startOfDay } from "@/lib/domain/calendar/zone-day";
import { type Result, refused } from "@/lib/domain/result";
import { toBusy, toDay, toEvent, toKept, toTask } from "@/lib/queries/calendar-entries";

/**
 * The calendar from one day to before another ("YYYY-MM-DD", where the client lives): tasks, events and yearly days, the
 * same for everybody on the desk except for what is private. Refuses `invalid` for a stretch that is empty or too long,
 * and `signed-out`.
 */
export async function readCalendar(
  actor: Actor,
  from: string,
  to: string,
  at: Date,
): Promise<Result<CalendarView>> {
  if (to <= from || to > addDays(from, longestStretch))
    return refused({
      code: "invalid",
      fields: { to: `Choose a day within ${longestStretch} days after the first.` },
    });
  const { id, zone } = actor.workspace;
  const start = new Date(startOfDay(from, zone));
  const end = new Date(startOfDay(to, zone));
  return readAs(actor, async (tx, seq) => {
    // A double-check is due before its meeting, so the tasks of the week before are asked for too.
    const due = await listDueTasks(tx, id, new Date(startOfDay(addDays(from, -7), zone)), end);
    const occurrences = await listOccurrences(tx, id, start, end);
    const ids = [...new Set(occurrences.map(({ eventId }) => eventId))];
    const hidden = await findEventsWithHidden(tx, id, ids);
    const days = await listYearlyDays(tx, id, monthsOf(from, to));
    const kept = await listKept(tx, id, start, end);
    const busy = await listBusy(tx, start, end);
    const leap = await findLeapDayRule(tx, id);
    const hours = await findDeskHours(tx, id);
    const yearly = days.flatMap((day) => toDay(day, from, to, leap, due));
    const shown = new Set(yearly.flatMap((day) => (day.task ? [day.task.id] : [])));
    const tasks = due.filter((task) => !shown.has(task.id)).map((task) => toTask(task, zone, at));
    const events = occurrences.map((occurrence) =>
      toEvent(occurrence, zone, due, hidden.get(occurrence.eventId), kept),
    );
    return {
      seq,
      from,
      to,
      zone,
      hours,
      today: dayAt(at.getTime(), zone),
      entries: inCalendarOrder(
        [
          ...kept.map((span) => toKept(span, zone)),
          ...busy.map((span) => toBusy(span, zone)),
          ...yearly,
          ...events,
          ...tasks,
        ].filter((entry) => entry.lastDay >= from && entry.firstDay < to),
      ),
      isCut: Math.max(due.length, occurrences.length, days.length) >= mostOfOneSort,
    };
  });
}

/** The months that a stretch touches, and the one before: 29 February may be kept on 1 March. */
function monthsOf(from: string, to: string): number[] {
  const months = new Set<number>();
  for (let day = addDays(from, -1); day < to; day = addDays(day, 1)) months.add(Number(day.slice(5, 7)));
  return [...months];
}
