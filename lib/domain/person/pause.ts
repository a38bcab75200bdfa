/** LETTING SOMEBODY'S TURN REST: not before a day. Days are "YYYY-MM-DD" where the client lives. */
import { daysInMonth, formatDate, parseDate } from "@/lib/domain/calendar/civil-date";
import { addDays } from "@/lib/domain/calendar/zone-day";

/** One answer to "not before when?": its words and its day. */
export type PauseChoice = { label: string; until: string };

/** How long a turn may rest, seen from today, the shortest first. */
export function pauseChoices(today: string): PauseChoice[] {
  return [
    { label: "In two weeks", until: addDays(today, 14) },
    { label: "In a month", until: addMonths(today, 1) },
    { label: "In three months", until: addMonths(today, 3) },
  ];
}

/** What is wrong with a day of one's own, as a sentence; null: nothing. */
export function whatIsWrongWithPause(day: string, today: string): string | null {
  if (parseDate(day) === null) return "Give a day.";
  return day > today ? null : "Choose a day that is still to come.";
}

/** The same day so many months later, or the last one of a month that is too short for it. */
function addMonths(day: string, months: number): string {
  const date = parseDate(day);
  if (date === null) throw new Error("a day is written YYYY-MM-DD");
  const at = date.year * 12 + date.month - 1 + months;
  const [year, month] = [Math.floor(at / 12), (at % 12) + 1];
  return formatDate(year, month, Math.min(date.day, daysInMonth(year, month)));
}
