import type { StoredCircle } from "@/lib/data/circles";
import type { StoredDate } from "@/lib/data/person-dates";
import { type DayKey, dayTaskInYear } from "@/lib/domain/person/day-task";
import { leadDaysOf } from "@/lib/domain/person/lead-days";
import { remembranceInYear } from "@/lib/domain/person/remembrance";
import type { LeapDayRule } from "@/lib/domain/person/yearly-date";
import type { Circle } from "@/lib/domain/policy/default-tags";
import type { KindFields } from "@/lib/domain/task/view";
import { leadFields } from "@/lib/use-cases/person/days-due";

/** Whose days they are, and the days. */
export type DaysOfPerson = {
  id: string;
  name: string;
  circles: Circle[];
  leadDays: number | null;
  diedOn: string | null;
  dates: StoredDate[];
};

/** What the task of a day should say. `date` null: it is the day on which they died. */
export type Said = { title: string; day: string; date: StoredDate | null; fields: KindFields };

/** What the task with this key says of somebody; null where the day is none of theirs. */
export function saidOfDay(
  { id, year, isRemembrance }: DayKey,
  whose: DaysOfPerson,
  rule: LeapDayRule,
  circles: StoredCircle[],
): Said | null {
  const date = whose.dates.find((one) => one.id === id) ?? null;
  if (isRemembrance) {
    if (date === null && id !== whose.id) return null;
    const kept = remembranceInYear(date, whose, year, rule);
    return kept && { title: kept.title, day: kept.day, date, fields: {} };
  }
  if (date === null) return null;
  const lead = leadDaysOf(date.leadDays, whose, circles);
  const task = dayTaskInYear({ ...date, leadDays: lead.days }, whose.name, year, rule);
  return {
    title: task.title,
    day: task.day,
    date,
    fields: { date: task.date, ...leadFields(lead, circles) },
  };
}
