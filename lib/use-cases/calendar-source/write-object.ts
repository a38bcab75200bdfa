import { randomUUID } from "node:crypto";
import type { NewEvent } from "@/lib/data/calendar-events";
import { type StoredEvent, saveEvent, wordsOfEvent } from "@/lib/data/events";
import { answerKept, isOlderVersion, keepsEntry } from "@/lib/domain/calendar/source";
import type { EventReading } from "@/lib/domain/import/payload";
import { findDay } from "@/lib/use-cases/calendar/find-day";
import { calendarWindow } from "@/lib/use-cases/calendar/spread-series";
import type { Known, ObjectStep } from "@/lib/use-cases/calendar-source/take-objects";
import { factsOfEntry, sumOf } from "@/lib/use-cases/import/match-events";

type WriteStep = ObjectStep & { zone: string };
type Read = { uid: string; entries: EventReading[]; asks: EventReading[] };
/** Entries that are new, those that stood there already, and whether anything is other than it was. */
type Written = { made: NewEvent[]; stored: StoredEvent[]; isChanged: boolean; asks: EventReading[] };

/**
 * Writes down what one object of a calendar says, where this calendar is the one to say it; what is new is given back, to be put
 * there with that of others. Whoever keeps it, it is as private as the strictest of those that have it. `asks` are the invitations
 * among it, for the client's answer.
 */
export async function writeObject(step: WriteStep, read: Read, known: Known): Promise<Written> {
  const { calendar } = step;
  const stored = known.stored.filter((event) => event.uid === read.uid);
  const isHidden =
    calendar.isPrivate || known.holders.some((holder) => holder.uid === read.uid && holder.isPrivate);
  const [first] = stored;
  const keeper = known.keepers.get(first?.calendarId ?? "") ?? null;
  const written: Written = { made: [], stored, isChanged: false, asks: [] };
  if (first && !keepsEntry(calendar, first, keeper)) {
    await hide(step, stored, read, isHidden);
    return written;
  }
  const kept = new Set<string>();
  for (const entry of read.entries) {
    const event = findDay(stored, entry);
    if (event) kept.add(event.id);
    const isPrivate = isHidden || entry.isPrivate;
    if (!event) written.made.push(newEvent(step, entry, isPrivate));
    else if (await updateEvent(step, event, entry, isPrivate)) written.isChanged = true;
  }
  for (const event of stored) {
    if (kept.has(event.id)) continue;
    await saveEvent(step.tx, step.actor.workspace.id, event, { removedAt: step.at });
    written.isChanged = true;
  }
  if (written.made.length > 0) written.isChanged = true;
  // A task asks about a day under the name that it has here.
  written.asks = read.asks.map((entry) => ({
    ...entry,
    recurrenceId: findDay(stored, entry)?.recurrenceId ?? entry.recurrenceId,
    isPrivate: isHidden || entry.isPrivate,
  }));
  return written;
}

function newEvent({ calendar, zone, at }: WriteStep, entry: EventReading, isPrivate: boolean): NewEvent {
  const { until } = calendarWindow(at, zone);
  return {
    ...factsOfEntry(entry),
    id: randomUUID(),
    calendarId: calendar.id,
    isPrivate,
    expandedUntil: until,
  };
}

/** False: it says what it said. */
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
  return !isSame;
}

async function hide(step: WriteStep, stored: StoredEvent[], read: Read, isHidden: boolean): Promise<void> {
  for (const event of stored) {
    const entry = findDay(read.entries, event);
    if (event.isPrivate || !(isHidden || entry?.isPrivate)) continue;
    await saveEvent(step.tx, step.actor.workspace.id, event, { isPrivate: true });
  }
}
