import { randomUUID } from "node:crypto";
import {
  type EventFacts,
  insertEvent,
  insertOccurrences,
  type StoredEvent,
  saveEvent,
  wordsOfEvent,
} from "@/lib/data/events";
import type { NewImportRow } from "@/lib/data/imports";
import { invitationKey } from "@/lib/domain/calendar/invitation-key";
import type { EventReading, OccurrenceReading } from "@/lib/domain/import/payload";
import { calendarWindow, spreadSeriesIn } from "@/lib/use-cases/calendar/spread-series";
import type { Schedule } from "@/lib/use-cases/import/event-from-entry";
import { type ImportStep, LEFT_OUT } from "@/lib/use-cases/import/import-step";
import { makeInvitations } from "@/lib/use-cases/import/make-invitations";
import { type EventDecision, EventMatcher, factsOfEntry } from "@/lib/use-cases/import/match-events";
import { invitationAt } from "@/lib/use-cases/import/read-invitations";
import { answerAfter } from "@/lib/use-cases/import/same-time";

/** Imports the calendar entries at positions from `from` on. Series are worked out whole, with what was there of them already. */
export async function writeEntries(
  step: ImportStep,
  entries: EventReading[],
  from: number,
): Promise<NewImportRow[]> {
  const { tx, actor, desk, at } = step;
  if (entries.length === 0) return [];
  const matcher = new EventMatcher(actor);
  await matcher.load(tx, entries);
  const changed = new Set<string>();
  const times: (OccurrenceReading & { eventId: string })[] = [];
  const rows: NewImportRow[] = [];
  const invitations: { entry: EventReading; row: NewImportRow }[] = [];
  for (const [n, entry] of entries.entries()) {
    const decision: EventDecision = step.leaveOut.has(from + n)
      ? { outcome: "skip", why: LEFT_OUT, asks: null }
      : matcher.decide(entry);
    const row = await writeEntry(step, entry, decision, from + n);
    const isOfSeries = repeats(entry) || matcher.isOlderThan(step.importId, entry.uid);
    if (row.outcome === "add" || (row.outcome === "make" && isOfSeries)) changed.add(entry.uid);
    else if (row.outcome === "make")
      times.push(...entry.occurrences.map((one) => ({ ...one, eventId: row.eventId ?? "" })));
    const { asks } = decision;
    // Looked at some days ago, it may be over by now.
    const invitation = asks && row.outcome === decision.outcome ? invitationAt(asks, at) : null;
    if (asks && invitation) invitations.push({ entry: { ...asks, invitation }, row });
    rows.push(row);
  }
  await insertOccurrences(tx, actor.workspace.id, times);
  await spreadSeriesIn(tx, actor.workspace.id, desk.zone, [...changed], at);
  const made = await makeInvitations(
    step,
    invitations.map(({ entry }) => entry),
    "standing",
  );
  for (const { entry, row } of invitations) {
    const taskId = made.get(invitationKey(entry));
    if (taskId) row.taskId = taskId;
  }
  return rows;
}

/** Of what repeats, the file's reader has told the next few times only. */
function repeats({ source }: EventReading): boolean {
  const { rules, rdates } = source as Schedule;
  return rules.length + rdates.length > 0;
}

async function writeEntry(
  step: ImportStep,
  entry: EventReading,
  decision: EventDecision,
  position: number,
): Promise<NewImportRow> {
  const { tx, actor, importId, desk, at } = step;
  const row = {
    position,
    label: entry.summary || "(no title)",
    outcome: decision.outcome,
    why: decision.why,
  };
  const expandedUntil = calendarWindow(at, desk.zone).until;
  if (decision.outcome === "make") {
    const id = randomUUID();
    const made = await insertEvent(tx, actor.workspace.id, {
      ...factsOfEntry(entry),
      id,
      isPrivate: entry.isPrivate,
      importId,
      expandedUntil,
    });
    // One that the acting person may not see is in the way: to them it is as if it had come to nothing.
    if (!made) return { ...row, outcome: "same", why: "It is in the calendar already." };
    return { ...row, eventId: id, undo: { version: 1, dates: [] } };
  }
  if (decision.outcome === "skip") return row;
  if (decision.outcome === "same") return { ...row, eventId: decision.stored.id };
  const { id, version } = decision.stored;
  const before = wordsOfEvent(decision.stored);
  await saveEvent(
    tx,
    actor.workspace.id,
    { id, version },
    { ...changeOf(entry, decision.stored), expandedUntil },
  );
  return { ...row, eventId: id, undo: { version: version + 1, dates: [], before } };
}

/** What an entry changes: called off, nothing but that; else all of it, with what was answered as long as that holds. */
function changeOf(entry: EventReading, stored: StoredEvent): Partial<EventFacts> {
  const { uid: _, recurrenceId: __, ...facts } = factsOfEntry(entry);
  const { sequence, stamp, status } = facts;
  if (entry.method === "CANCEL") return { sequence, stamp, status };
  return { ...facts, answer: answerAfter(entry, stored) };
}
