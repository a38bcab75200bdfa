import { addDays, dayAt, instantAt, wallAt, weekdayOf } from "@/lib/domain/calendar/zone-day";

export type NotNowId = "later-today" | "tomorrow" | "next-week";

/** One answer to "when, then?", as an ISO instant. */
export type NotNow = { id: NotNowId; until: string };

/**
 * When a thing may come back, seen from now (milliseconds since 1970) where the client lives: in three hours on the full
 * hour, unless that is past nine in the evening; tomorrow at eight; Monday at eight, and on a Sunday the Monday after that.
 */
export function notNowChoices(at: number, zone: string): NotNow[] {
  const today = dayAt(at, zone);
  const hour = Number(wallAt(at, zone).slice(11, 13)) + 3;
  const choices: NotNow[] = [];
  if (hour <= 21)
    choices.push({ id: "later-today", until: iso(today, `${String(hour).padStart(2, "0")}:00`, zone) });
  choices.push({ id: "tomorrow", until: iso(addDays(today, 1), "08:00", zone) });
  choices.push({
    id: "next-week",
    until: iso(addDays(today, weekdayOf(today) === 7 ? 8 : 8 - weekdayOf(today)), "08:00", zone),
  });
  return choices;
}

function iso(day: string, time: string, zone: string): string {
  return new Date(instantAt(day, time, zone)).toISOString();
}
