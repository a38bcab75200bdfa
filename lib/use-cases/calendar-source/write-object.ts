import { randomUUID } from "node:crypto";
import { ownSpan } from "@/lib/adapters/calendar/occurrence";
import type { ReadEvent } from "@/lib/adapters/calendar/read-event-types";
import {
  insertEvent,
  replaceOccurrences,
  type StoredEvent,
  saveEvent,
  wordsOfEvent,
} from "@/lib/data/events";
import { answerKept, isOlderVersion, keepsEntry } from "@/lib/domain/calendar/source";
import type { EventReading } from "@/lib/domain/import/payload";
import { calendarWindow } from "@/lib/use-cases/calendar/spread-series";
import type { Known, ObjectStep } from "@/lib/use-cases/calendar-source/take-objects";
import { type Schedule, toOccurrence } from "@/lib/use-cases/import/event-from-entry";
import { factsOfEntry, sumOf } from "@/lib/use-cases/import/match-events";

type WriteStep = ObjectStep & { zone: string };
type Read = { uid: string; entries: EventReading[]; asks: EventReading[] };
type Written = { isChanged: boolean; asks: EventReading[] };

/**
 * Writes down what one object of a calendar says, where this calendar is the one to say it. Whoever keeps it, it is as private as
 * the strictest of those that have it. `asks` are the invitations among it, for the client's answer.
 */
export async function writeObject(step: WriteStep, read: Read, known: Known): Promise<Written> {
  const { calendar } = step;
  const stored = known.stored.filter((event) => event.uid === read.uid);
  const isHidden =
    calendar.isPrivate || known.holders.some((holder) => holder.uid === read.uid && holder.isPrivate);
  const [first] = stored;
  const keeper = known.keepers.get(first?.calendarId ?? "") ?? null;
  if (first && !keepsEntry(calendar, first, keeper)) {
    await hide(step, stored, read, isHidden);
    return { isChanged: false, asks: [] };
  }
  let isChanged = false;
  for (const entry of read.entries) {
    const event = stored.find((one) => one.recurrenceId === entry.recurrenceId);
    const isPrivate = isHidden || entry.isPrivate;
    if (!event) await makeEvent(step, entry, isPrivate);
    else if (!(await updateEvent(step, event, entry, isPrivate))) continue;
    isChanged = true;
  }
  const places = new Set(read.entries.map((entry) => entry.recurrenceId));
  for (const event of stored) {
    if (places.has(event.recurrenceId)) continue;
    await saveEvent(step.tx, step.actor.workspace.id, event, { removedAt: step.at });
    isChanged = true;
  }
  const asks = read.asks.map((entry) => ({ ...entry, isPrivate: isHidden || entry.isPrivate }));
  return { isChanged, asks };
}

async function makeEvent(step: WriteStep, entry: EventReading, isPrivate: boolean): Promise<void> {
  const { tx, actor, calendar, zone, at } = step;
  const id = randomUUID();
  const { until } = calendarWindow(at, zone);
  const standing = { calendarId: calendar.id, isPrivate, importId: null, expandedUntil: until };
  const made = await insertEvent(tx, actor.workspace.id, { ...factsOfEntry(entry), id, ...standing });
  // A calendar may have the same series at two places: it is one.
  if (made) await keepOwnTime(step, id, entry);
}

/** False: it says what it said, and stands as it stood. */
async function updateEvent(
  step: WriteStep,
  event: StoredEvent,
  entry: EventReading,
  isPrivate: boolean,
): Promise<boolean> {
  const { tx, actor, calendar } = step;
  const { uid: _, recurrenceId: __, ...facts } = factsOfEntry(entry);
  const said = wordsOfEvent(event);
  const isFromElsewhere = event.calendarId !== calendar.id;
  const here = { sequence: event.sequence, stamp: event.stamp?.toISOString() ?? null };
  const isOlder = isFromElsewhere && isOlderVersion(entry, here);
  const answer = answerKept({ answer: facts.answer, sequence: facts.sequence }, event);
  const words = isOlder ? said : { ...facts, answer };
  const isSame = sumOf({ ...words, stamp: null }) === sumOf({ ...said, stamp: null });
  const hides = isPrivate && !event.isPrivate;
  if (isSame && !hides && !isFromElsewhere) return false;
  await saveEvent(tx, actor.workspace.id, event, {
    ...(isSame ? {} : words),
    ...(hides ? { isPrivate: true } : {}),
    calendarId: calendar.id,
  });
  if (!isSame) await keepOwnTime(step, event.id, entry);
  return !isSame;
}

/** What happens once keeps its time however long ago it was; what repeats is written out for the days of the calendar. */
async function keepOwnTime({ tx, actor, zone }: WriteStep, id: string, entry: EventReading): Promise<void> {
  const { rules, rdates, recurrenceId } = entry.source as Schedule;
  if (rules.length + rdates.length > 0 || recurrenceId !== null) return;
  const time = toOccurrence(ownSpan(entry.source as ReadEvent, zone));
  await replaceOccurrences(tx, actor.workspace.id, [id], new Date(0), [{ ...time, eventId: id }]);
}

async function hide(step: WriteStep, stored: StoredEvent[], read: Read, isHidden: boolean): Promise<void> {
  for (const event of stored) {
    const entry = read.entries.find((one) => one.recurrenceId === event.recurrenceId);
    if (event.isPrivate || !(isHidden || entry?.isPrivate)) continue;
    await saveEvent(step.tx, step.actor.workspace.id, event, { isPrivate: true });
  }
}
