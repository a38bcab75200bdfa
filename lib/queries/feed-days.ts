import { opaqueUid } from "@/lib/adapters/calendar/opaque-uid";
import { type EntryToWrite, once } from "@/lib/adapters/calendar/write-event";
import { dayTime, timeIn } from "@/lib/adapters/calendar/write-time";
import type { FeedDay, FeedTask } from "@/lib/data/feed-lists";
import { addDays, dayAt } from "@/lib/domain/calendar/zone-day";
import { sayRememberedBirthday } from "@/lib/domain/person/remembrance";
import { type LeapDayRule, nextOccurrence, occurrenceInYear } from "@/lib/domain/person/yearly-date";
import { spanOf } from "@/lib/queries/feed-kept";

/** Birthdays and other days begin here unless they are younger: the year of a leap day, and long enough ago. */
const FIRST_YEAR = 2000;

/**
 * Somebody's day, every year (RFC 5545 §3.8.5.3). A rule has no place for an age, so the year is told beside it. 29 February is
 * kept as the desk keeps it: on the last day of February, or on the sixtieth of the year. The dead are remembered, without a year.
 */
export function writeDay(day: FeedDay, leap: LeapDayRule): EntryToWrite {
  const said = day.isDead ? rememberedBy(day, leap) : saidOf(day, leap);
  const isLeapDay = day.month === 2 && day.day === 29;
  const leapRule = leap === "28-feb" ? "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" : "FREQ=YEARLY;BYYEARDAY=60";
  return {
    ...once(dayTime(said.first), null),
    rules: [isLeapDay ? leapRule : `FREQ=YEARLY;BYMONTH=${day.month};BYMONTHDAY=${day.day}`],
    uid: `day-${day.id}@firsthand`,
    stamp: day.knownSince,
    sequence: 0,
    summary: said.summary,
    description: said.description,
    transparent: true,
    categories: [said.category],
  };
}

type SaysOfDay = { first: string; summary: string; description: string; category: string };

function saidOf(day: FeedDay, leap: LeapDayRule): SaysOfDay {
  const isBirthday = day.kind === "birthday";
  return {
    first: occurrenceInYear(day, Math.max(FIRST_YEAR, day.year ?? 0), leap),
    summary: `${isBirthday ? "Birthday" : day.label || "Day"}: ${day.personName}`,
    description: day.year === null ? "" : `${isBirthday ? "Born in" : "Since"} ${day.year}.`,
    category: isBirthday ? "Birthday" : "Day",
  };
}

/** From the first birthday after they died. */
function rememberedBy(day: FeedDay, leap: LeapDayRule): SaysOfDay {
  const from = [`${FIRST_YEAR}-01-01`, day.diedOn === null ? "" : addDays(day.diedOn, 1)].sort().at(-1) ?? "";
  return {
    first: nextOccurrence(day, from, leap),
    summary: `Remembrance: ${sayRememberedBirthday(day.personName)}`,
    description: "",
    category: "Remembrance",
  };
}

/** A task when it is due; it fills no time. */
export function writeTask(task: FeedTask, zone: string): EntryToWrite {
  const due = task.dueAllDay ? dayTime(dayAt(task.dueAt.getTime(), zone)) : timeIn(zone, task.dueAt);
  return {
    ...once(due, null),
    uid: `task-${task.id}@firsthand`,
    stamp: task.changedAt,
    sequence: task.version - 1,
    summary: task.isDone ? `Done: ${task.title}` : task.title,
    transparent: true,
    categories: ["Task"],
  };
}

/** "Busy", and when. Its UID is a sum of when it begins that no other feed shares: it says nothing of what is there, nor that it moved. */
export function writeBusy(
  span: { startsAt: Date; endsAt: Date },
  feedId: string,
  zone: string,
  stamp: Date,
): EntryToWrite {
  const uid = opaqueUid("busy", `${feedId} ${span.startsAt.toISOString()}`);
  return { ...spanOf(span, zone), uid, stamp, sequence: 0, summary: "Busy" };
}
