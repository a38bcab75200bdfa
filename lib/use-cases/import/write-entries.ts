import { randomUUID } from "node:crypto";
import { listCircles } from "@/lib/data/circles";
import { findKnownKeys, insertTasks } from "@/lib/data/day-tasks";
import { insertEvent, insertOccurrences, saveEvent, wordsOfEvent } from "@/lib/data/events";
import type { NewImportRow } from "@/lib/data/imports";
import { findByEmails } from "@/lib/data/people-matching";
import type { NewTask } from "@/lib/data/tasks";
import type { EventReading, OccurrenceReading } from "@/lib/domain/import/payload";
import { whatCirclesAsk } from "@/lib/domain/policy/circles";
import { type CirclesAsk, replyWithinHours, tagByPolicy } from "@/lib/domain/policy/default-tags";
import { calendarWindow, spreadSeriesIn } from "@/lib/use-cases/calendar/spread-series";
import { sayWhen } from "@/lib/use-cases/import/details";
import { type ImportStep, LEFT_OUT } from "@/lib/use-cases/import/import-step";
import { type EventDecision, EventMatcher, factsOfEntry } from "@/lib/use-cases/import/match-events";

/** Imports the calendar entries at positions from `from` on. A series that was there already is worked out anew, whole. */
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
      ? { outcome: "skip", why: LEFT_OUT }
      : matcher.decide(entry);
    const row = await writeEntry(step, entry, decision, from + n);
    if (row.outcome === "add" || (row.outcome === "make" && matcher.isOlderThan(step.importId, entry.uid)))
      changed.add(entry.uid);
    else if (row.outcome === "make")
      times.push(...entry.occurrences.map((one) => ({ ...one, eventId: row.eventId ?? "" })));
    if (row.outcome === "make" && entry.invitation) invitations.push({ entry, row });
    rows.push(row);
  }
  await insertOccurrences(tx, actor.workspace.id, times);
  await spreadSeriesIn(tx, actor.workspace.id, desk.zone, [...changed], at);
  await makeInvitations(step, invitations);
  return rows;
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
  const { uid: _, recurrenceId: __, ...facts } = factsOfEntry(entry);
  await saveEvent(tx, actor.workspace.id, { id, version }, { ...facts, expandedUntil });
  return { ...row, eventId: id, undo: { version: version + 1, dates: [], before } };
}

async function makeInvitations(
  step: ImportStep,
  invitations: { entry: EventReading; row: NewImportRow }[],
): Promise<void> {
  const { tx, actor } = step;
  const emails = invitations.flatMap(({ entry }) => entry.invitation?.organiserEmail ?? []);
  const people = await findByEmails(tx, actor.workspace.id, [...new Set(emails)]);
  const circles = await listCircles(tx, actor.workspace.id);
  const asked = invitations.map(({ entry }) => sourceKeyOf(entry));
  const keys = await findKnownKeys(tx, actor.workspace.id, asked, "standing");
  const tasks = invitations
    .filter(({ entry }) => !keys.has(sourceKeyOf(entry)))
    .map(({ entry, row }) => {
      const organiser = people.get(entry.invitation?.organiserEmail ?? "");
      const asks = whatCirclesAsk(circles, organiser?.circles ?? []);
      const task = toTask(step, entry, organiser ? { ...organiser, asks } : null);
      row.taskId = task.id;
      return task;
    });
  await insertTasks(tx, actor.workspace.id, tasks);
}

function toTask(
  { desk, importId, at }: ImportStep,
  entry: EventReading,
  organiser: { id: string; isPrivate: boolean; asks: CirclesAsk } | null,
): NewTask & { tagRule: string } {
  const { startsAt = "", endsAt = "", allDay = false } = entry.invitation ?? {};
  const policy = tagByPolicy({ kind: "event-invite", circles: organiser?.asks ?? null, voice: null });
  const name = [...(entry.summary || "(no title)")].slice(0, 300).join("");
  return {
    id: randomUUID(),
    kind: "event-invite",
    title: `Invitation · ${name}, ${sayWhen(startsAt, allDay, desk.zone)}`,
    tag: policy.tag,
    tagRule: policy.rule,
    personId: organiser?.id ?? null,
    fields: {
      startsAt,
      endsAt,
      zone: entry.zone ?? desk.zone,
      place: entry.location.slice(0, 500),
      ...(entry.link ? { link: entry.link } : {}),
      organiser: entry.organiser,
      eventUid: entry.uid,
    },
    dueAt: new Date(startsAt),
    dueAllDay: allDay,
    receivedAt: at,
    replyWithinHours: replyWithinHours("event-invite", null),
    isPrivate: entry.isPrivate || organiser?.isPrivate === true,
    sourceKey: sourceKeyOf(entry),
    importId,
  };
}

function sourceKeyOf({ uid, recurrenceId }: EventReading): string {
  return `invite:${uid}:${recurrenceId}`;
}
