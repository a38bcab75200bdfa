import type { Tx } from "@/lib/data/client";
import type { KeptSource } from "@/lib/domain/calendar/kept";
import type { LeapDayRule } from "@/lib/domain/person/yearly-date";
import type { Tag, TaskKind, TaskState } from "@/lib/domain/task/task";
import type { KindFields } from "@/lib/domain/task/view";
import { Prisma } from "@/prisma/generated/client";

/** More than this many of one sort is no calendar that a person reads; the rest is left out and said so. */
export const mostOfOneSort = 2000;

export type RawCalendarTask = {
  id: string;
  title: string;
  kind: TaskKind;
  tag: Tag;
  state: TaskState;
  dueAt: Date;
  dueAllDay: boolean;
  personName: string | null;
  fields: KindFields;
  sourceKey: string | null;
  isPrivate: boolean;
};

/** Tasks due from `from` to before `to`; neither folded, declined nor taken back. */
export function listDueTasks(tx: Tx, workspaceId: string, from: Date, to: Date): Promise<RawCalendarTask[]> {
  return tx.$queryRaw<RawCalendarTask[]>`
    SELECT t.id, t.title, t.kind, t.tag, t.state, t.due_at AS "dueAt", t.due_all_day AS "dueAllDay", p.name AS "personName", t.fields,
      t.source_key AS "sourceKey", t.is_private AS "isPrivate"
    FROM tasks t LEFT JOIN persons p ON p.workspace_id = t.workspace_id AND p.id = t.person_id
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.due_at >= ${from} AND t.due_at < ${to}
      AND t.merged_into_id IS NULL AND t.state <> 'withdrawn' AND t.state <> 'declined'
    ORDER BY t.due_at, t.id LIMIT ${mostOfOneSort}`;
}

export type RawOccurrence = {
  eventId: string;
  version: number;
  uid: string;
  isRepeating: boolean;
  own: boolean;
  held: boolean;
  overProtected: boolean;
  transparent: boolean;
  answer: "" | "needs-action" | "accepted" | "tentative" | "declined";
  /** A double-check of exactly this time, place and link stands. */
  isChecked: boolean;
  summary: string;
  place: string;
  link: string;
  organiser: string;
  hasGuests: boolean;
  zone: string | null;
  allDay: boolean;
  startsAt: Date;
  endsAt: Date;
  startDate: string | null;
  /** Exclusive, as iCalendar has it (RFC 5545 §3.6.1). */
  endDate: string | null;
  isPrivate: boolean;
};

/**
 * Happenings that touch the time from `from` to before `to`. An event of more than 400 days is found by its beginning only,
 * so that a page does not cost what the whole past costs. The event of each is looked up by its key (OFFSET 0 says so): as long as
 * PostgreSQL has not counted the rows, it would look at all events for each happening.
 */
export function listOccurrences(tx: Tx, workspaceId: string, from: Date, to: Date): Promise<RawOccurrence[]> {
  return tx.$queryRaw<RawOccurrence[]>`
    SELECT e.id AS "eventId", e.version, e.uid, (e.rule <> '' OR e.recurrence_id <> '' OR jsonb_array_length(coalesce(nullif(e.source -> 'rdates', 'null'), '[]')) > 0) AS "isRepeating",
      e.own, e.held, e.over_protected AS "overProtected", e.transparent, e.answer,
      EXISTS (SELECT 1 FROM event_checks k WHERE k.workspace_id = o.workspace_id AND k.event_id = o.event_id AND k.starts_at = o.starts_at
        AND k.ends_at = o.ends_at AND k.place = e.location AND k.link = e.link AND k.voided_at IS NULL) AS "isChecked", e.summary, e.location AS place, e.link, e.organiser, e.attendees <> '[]' AS "hasGuests", e.zone, e.all_day AS "allDay",
      o.starts_at AS "startsAt", o.ends_at AS "endsAt", to_char(o.start_date, 'YYYY-MM-DD') AS "startDate",
      to_char(o.end_date, 'YYYY-MM-DD') AS "endDate", (e.is_private OR o.is_private) AS "isPrivate"
    FROM event_occurrences o
    CROSS JOIN LATERAL (SELECT * FROM events WHERE workspace_id = o.workspace_id AND id = o.event_id OFFSET 0) e
    WHERE o.workspace_id = ${workspaceId}::uuid AND o.starts_at < ${to} AND o.starts_at > ${from}::timestamptz - interval '400 days'
      AND (o.ends_at > ${from} OR o.starts_at >= ${from})
      AND e.removed_at IS NULL AND upper(e.status) <> 'CANCELLED'
    ORDER BY o.starts_at, e.id LIMIT ${mostOfOneSort}`;
}

export type RawYearlyDay = {
  id: string;
  kind: "birthday" | "anniversary" | "other";
  label: string;
  month: number;
  day: number;
  year: number | null;
  personId: string;
  personName: string;
  isDead: boolean;
  diedOn: string | null;
  isPrivate: boolean;
};

/** Of whose days a calendar tells: of the living (rows "d" and "p"), and where it is wished the birthdays of those who have died. */
export const toldOnCalendars = Prisma.sql`p.removed_at IS NULL AND (NOT p.is_dead OR (p.is_remembered AND d.kind = 'birthday'))`;

/** The yearly days of these months (1–12), of everybody whom the transaction may see. */
export function listYearlyDays(tx: Tx, workspaceId: string, months: number[]): Promise<RawYearlyDay[]> {
  return tx.$queryRaw<RawYearlyDay[]>`
    SELECT d.id, d.kind, d.label, d.month, d.day, d.year, p.id AS "personId", p.name AS "personName", p.is_dead AS "isDead", p.died_on::text AS "diedOn", p.is_private AS "isPrivate"
    FROM person_dates d JOIN persons p ON p.workspace_id = d.workspace_id AND p.id = d.person_id
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.month = ANY (${months}::int[]) AND d.removed_at IS NULL AND ${toldOnCalendars}
    ORDER BY d.month, d.day, p.sort_name, d.id LIMIT ${mostOfOneSort}`;
}

/** On which day this desk keeps 29 February in other years. */
export async function findLeapDayRule(tx: Tx, workspaceId: string): Promise<LeapDayRule> {
  const desk = await tx.workspace.findUnique({ where: { id: workspaceId }, select: { leapDayRule: true } });
  return desk?.leapDayRule === "1-mar" ? "1-mar" : "28-feb";
}

/** Between which hours ("HH:MM") the desk works. */
export async function findDeskHours(tx: Tx, workspaceId: string): Promise<{ from: string; to: string }> {
  const desk = await tx.workspace.findUnique({
    where: { id: workspaceId },
    select: { hoursFrom: true, hoursTo: true },
  });
  return { from: desk?.hoursFrom ?? "09:00", to: desk?.hoursTo ?? "18:00" };
}

export type RawKept = {
  source: KeptSource;
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  isPrivate: boolean;
};

/** Kept time that touches the time from `from` to before `to`, as far as the transaction may see it. */
export function listKept(tx: Tx, workspaceId: string, from: Date, to: Date): Promise<RawKept[]> {
  return tx.$queryRaw<RawKept[]>`
    SELECT CASE WHEN k.protected_id IS NOT NULL THEN 'protected' WHEN k.day_off_id IS NOT NULL THEN 'away' ELSE 'window' END AS source,
      coalesce(k.protected_id, k.day_off_id, k.task_id) AS id, coalesce(p.title, d.label, t.title, '') AS title, k.starts_at AS "startsAt", k.ends_at AS "endsAt", k.is_private AS "isPrivate"
    FROM kept_spans k
    LEFT JOIN protected_times p ON p.workspace_id = k.workspace_id AND p.id = k.protected_id
    LEFT JOIN days_off d ON d.workspace_id = k.workspace_id AND d.id = k.day_off_id
    LEFT JOIN tasks t ON t.workspace_id = k.workspace_id AND t.id = k.task_id
    WHERE k.workspace_id = ${workspaceId}::uuid AND k.starts_at < ${to} AND k.ends_at > ${from}
    ORDER BY k.starts_at, k.id LIMIT ${mostOfOneSort}`;
}

/** When the client is busy with what the transaction may not see; nothing for whoever sees everything. */
export function listBusy(tx: Tx, from: Date, to: Date): Promise<{ startsAt: Date; endsAt: Date }[]> {
  return tx.$queryRaw<{ startsAt: Date; endsAt: Date }[]>`
    SELECT starts_at AS "startsAt", ends_at AS "endsAt" FROM fence.busy_spans(${from}, ${to}) LIMIT ${mostOfOneSort}`;
}
