import { findCheckOf, findSourceOf, findTimeOf, type RawCheck, type RawTime } from "@/lib/data/event-detail";
import { type KeptRow, listEventRows } from "@/lib/data/event-rows";
import { type EventTask, listEventTasks } from "@/lib/data/event-tasks";
import { listEventsByUid } from "@/lib/data/events";
import { tellGuests } from "@/lib/data/guests-seen";
import { findEventsWithHidden } from "@/lib/data/hidden-guests";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { CheckView } from "@/lib/domain/calendar/check";
import {
  type EventCan,
  type EventDetail,
  type EventGuest,
  whyNotAllowEvent,
  whyNotChangeEvent,
  whyNotHideEvent,
} from "@/lib/domain/calendar/event";
import { sayRule } from "@/lib/domain/calendar/say-rule";
import { addDays, wallAt } from "@/lib/domain/calendar/zone-day";
import { isOpen } from "@/lib/domain/task/task";

/**
 * One entry, with everything its window and its form show: the time of it that begins at `occurrence` (ISO), else the next. Guests whom
 * the reader may not know are not there. Null for one that is absent, private to the client, a stranger's, or without any time.
 */
export async function readEvent(
  actor: Actor,
  id: string,
  occurrence: string | null,
  at: Date,
): Promise<EventDetail | null> {
  const { id: workspaceId, zone: desk } = actor.workspace;
  const read = await readAs(actor, async (tx, seq): Promise<EventDetail | null> => {
    const [row] = await listEventRows(tx, workspaceId, [id]);
    if (!row || row.removedAt !== null) return null;
    const time = await findTimeOf(tx, workspaceId, id, occurrence === null ? null : new Date(occurrence), at);
    if (time === null) return null;
    const series = await listEventsByUid(tx, workspaceId, [row.uid]);
    const master = series.find((one) => one.recurrenceId === "");
    const tasks = (await listEventTasks(tx, workspaceId, [id], [row.uid])).filter((task) =>
      isOfTime(task, id, time),
    );
    const { seen } = await tellGuests(tx, workspaceId, guestsOf(row));
    const left = (await findEventsWithHidden(tx, workspaceId, [id])).get(id);
    const source = await findSourceOf(tx, workspaceId, id);
    const check = await findCheckOf(tx, workspaceId, id, time);
    const rule = (master ?? row).rule.split("\n")[0] ?? "";
    const zone = row.zone ?? desk;
    return {
      id,
      version: row.version,
      uid: row.uid,
      summary: row.summary,
      ...wallsOf(row, time, zone),
      zone,
      place: row.location,
      link: row.link,
      note: row.description,
      rule,
      guests: seen,
      isPrivate: row.isPrivate,
      isFree: row.transparent,
      travelMinutes: row.travelMinutes,
      wantsCheck: row.wantsCheck,
      startsAt: time.startsAt.toISOString(),
      endsAt: time.endsAt.toISOString(),
      isRepeating: rule !== "" || row.recurrenceId !== "" || hasDates(row),
      repeatWords: sayRule(rule, zone),
      own: row.own,
      held: row.held,
      overProtected: row.overProtected,
      status: row.status,
      organiser: left?.hidesOrganiser ? "" : row.organiser,
      answer: row.answer,
      calendarName: source.calendarName,
      readAt: source.readAt?.toISOString() ?? null,
      madeBy: source.madeBy,
      isMadeByAgent: source.isMadeByAgent,
      tasks: tasks.map(({ id, kind, title, state }) => ({ id, kind, title, state })),
      check: check && toCheck(check, left !== undefined),
      can: canOf(actor, row, tasks),
      seq,
    };
  });
  return read.ok ? read.value : null;
}

function canOf(actor: Actor, row: KeptRow, tasks: EventTask[]): EventCan {
  const open = tasks.filter(({ state }) => isOpen({ state, mergedIntoId: null }));
  const mayDo = ({ tag }: EventTask) => actor.role === "client" || tag === "delegable";
  return {
    change: whyNotChangeEvent({ ...row, removedAt: null }) === null,
    hide: whyNotHideEvent(actor) === null,
    check: open.some((task) => task.kind === "meeting-check" && mayDo(task)),
    answer: open.some((task) => task.kind === "event-invite"),
    allow: whyNotAllowEvent(actor, row) === null,
  };
}

/** A task that says which time it is about is about that one alone. */
function isOfTime({ kind, fields }: EventTask, id: string, { startsAt }: RawTime): boolean {
  if (fields.eventId !== undefined && fields.eventId !== id) return false;
  return kind !== "meeting-check" || !fields.startsAt || Date.parse(fields.startsAt) === startsAt.getTime();
}

/** On the wall of the entry's zone; whole days with the last one included. */
function wallsOf(row: KeptRow, time: RawTime, zone: string): { start: string; end: string; allDay: boolean } {
  if (row.allDay && time.startDate) {
    return {
      start: time.startDate,
      end: addDays(time.endDate ?? addDays(time.startDate, 1), -1),
      allDay: true,
    };
  }
  const wall = (at: Date) => wallAt(at.getTime(), zone).slice(0, 16);
  return { start: wall(time.startsAt), end: wall(time.endsAt), allDay: false };
}

function guestsOf({ attendees }: KeptRow): EventGuest[] {
  const kept = Array.isArray(attendees) ? (attendees as Partial<EventGuest>[]) : [];
  return kept.map(({ name, email, personId }) => ({
    name: name ?? "",
    email: email ?? "",
    personId: personId ?? null,
  }));
}

function hasDates({ source }: KeptRow): boolean {
  const { rdates } = (source ?? {}) as { rdates?: unknown[] };
  return Array.isArray(rdates) && rdates.length > 0;
}

/** With whom it was confirmed is not told to somebody from whom the entry hides anybody. */
function toCheck({ at, ...check }: RawCheck, hidesSomebody: boolean): CheckView {
  return { ...check, withWhom: hidesSomebody ? "" : check.withWhom, at: at.toISOString() };
}
