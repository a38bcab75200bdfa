import type { Tx } from "@/lib/data/client";
import type { Role } from "@/lib/domain/actor";
import type { CheckedThing, CheckWay } from "@/lib/domain/calendar/check";
import type { Meeting } from "@/lib/domain/calendar/needs-check";

/** A meeting as its double-check needs to know it. `attendees` as they are kept; `lost`: how often a check of this time was lost. */
export type RawMeetingToCheck = Omit<Meeting, "isAwaited"> & {
  eventId: string;
  uid: string;
  summary: string;
  place: string;
  link: string;
  zone: string | null;
  isRepeating: boolean;
  /** Of which time of its series this entry is another version: ISO UTC, or the day; null for what stands by itself. */
  insteadOf: string | null;
  isPrivate: boolean;
  attendees: {
    name?: string | null;
    email?: string | null;
    status?: string | null;
    personId?: string | null;
    days?: Record<string, string>;
  }[];
  startsAt: Date;
  endsAt: Date;
  isChecked: boolean;
  lost: number;
};

/** The meetings that begin after `from` and until `to`, whether they need a check or not, as far as the transaction may see them. */
export function listMeetingsToCheck(
  tx: Tx,
  workspaceId: string,
  from: Date,
  to: Date,
): Promise<RawMeetingToCheck[]> {
  return tx.$queryRaw<RawMeetingToCheck[]>`
    SELECT e.id AS "eventId", e.uid, e.summary, e.location AS place, e.link, e.zone, e.status, e.transparent, e.held, e.answer, e.wants_check AS "wantsCheck",
      e.all_day AS "allDay", (e.is_private OR o.is_private) AS "isPrivate", o.starts_at AS "startsAt", o.ends_at AS "endsAt",
      (e.rule <> '' OR jsonb_array_length(coalesce(nullif(e.source -> 'rdates', 'null'), '[]')) > 0) AS "isRepeating",
      CASE WHEN e.recurrence_id <> '' THEN coalesce(e.source -> 'recurrenceId' ->> 'utc', e.recurrence_id) END AS "insteadOf",
      CASE jsonb_typeof(e.attendees) WHEN 'array' THEN e.attendees ELSE '[]' END AS attendees,
      EXISTS (SELECT 1 FROM event_checks k WHERE k.workspace_id = o.workspace_id AND k.event_id = o.event_id AND k.starts_at = o.starts_at
        AND k.ends_at = o.ends_at AND k.place = e.location AND k.link = e.link AND k.voided_at IS NULL) AS "isChecked",
      (SELECT count(*)::int FROM event_checks k WHERE k.workspace_id = o.workspace_id AND k.event_id = o.event_id AND k.starts_at = o.starts_at
        AND k.void_why = 'moved') AS lost
    FROM event_occurrences o JOIN events e ON e.workspace_id = o.workspace_id AND e.id = o.event_id
    WHERE o.workspace_id = ${workspaceId}::uuid AND o.starts_at > ${from} AND o.starts_at <= ${to}
      AND e.removed_at IS NULL AND upper(e.status) <> 'CANCELLED'
    ORDER BY o.starts_at, e.id LIMIT 2000`;
}

/** The same of the entries of these series from an instant on: the first hundred of each entry. */
export function listMeetingsOfSeries(
  tx: Tx,
  workspaceId: string,
  uids: string[],
  from: Date,
): Promise<Pick<RawMeetingToCheck, MeetingTimes>[]> {
  return tx.$queryRaw<Pick<RawMeetingToCheck, MeetingTimes>[]>`
    SELECT e.id AS "eventId", e.uid, e.summary, e.location AS place, e.link, e.zone, x.starts_at AS "startsAt", x.ends_at AS "endsAt",
      (e.rule <> '' OR jsonb_array_length(coalesce(nullif(e.source -> 'rdates', 'null'), '[]')) > 0) AS "isRepeating",
      CASE WHEN e.recurrence_id <> '' THEN coalesce(e.source -> 'recurrenceId' ->> 'utc', e.recurrence_id) END AS "insteadOf"
    FROM events e CROSS JOIN LATERAL (SELECT o.starts_at, o.ends_at FROM event_occurrences o WHERE o.workspace_id = e.workspace_id AND o.event_id = e.id
      AND o.starts_at > ${from} ORDER BY o.starts_at LIMIT 100) x
    WHERE e.workspace_id = ${workspaceId}::uuid AND e.uid = ANY (${uids}::text[]) AND e.removed_at IS NULL AND upper(e.status) <> 'CANCELLED' AND NOT e.all_day
    ORDER BY x.starts_at, e.id`;
}

type MeetingTimes =
  | "eventId"
  | "uid"
  | "summary"
  | "place"
  | "link"
  | "zone"
  | "startsAt"
  | "endsAt"
  | "isRepeating"
  | "insteadOf";
export type MeetingTime = Pick<RawMeetingToCheck, MeetingTimes>;

/** The meeting that begins at an instant; null where the entry does not happen then, is called off, or is not to be seen. */
export async function findMeetingAt(
  tx: Tx,
  workspaceId: string,
  eventId: string,
  startsAt: Date,
): Promise<RawMeetingToCheck | null> {
  const before = new Date(startsAt.getTime() - 1);
  const all = await listMeetingsToCheck(tx, workspaceId, before, startsAt);
  return all.find((meeting) => meeting.eventId === eventId) ?? null;
}

export type NewCheck = {
  id: string;
  eventId: string;
  taskId: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  link: string;
  confirmed: CheckedThing[];
  withWhom: string;
  how: CheckWay;
  otherZone: string | null;
  note: string;
};

/** Writes a check down. Who confirmed it, and when, the database writes from proof; it refuses a job, and what must be the client. */
export async function insertCheck(tx: Tx, workspaceId: string, check: NewCheck): Promise<void> {
  const { id, eventId, taskId, startsAt, endsAt, place, link, confirmed, withWhom, how, otherZone, note } =
    check;
  await tx.$executeRaw`
    INSERT INTO event_checks (workspace_id, id, event_id, task_id, starts_at, ends_at, place, link, confirmed, with_whom, how, other_zone, note)
    VALUES (${workspaceId}::uuid, ${id}::uuid, ${eventId}::uuid, ${taskId}::uuid, ${startsAt}, ${endsAt}, ${place}, ${link}, ${confirmed}::text[],
      ${withWhom}, ${how}, ${otherZone}, ${note})`;
}

/** The task of a check that stands; null for one that is lost, absent, or of something that is not to be seen. */
export async function findTaskOfCheck(tx: Tx, workspaceId: string, id: string): Promise<string | null> {
  const check = await tx.eventCheck.findFirst({
    where: { workspaceId, id, voidedAt: null },
    select: { taskId: true },
  });
  return check?.taskId ?? null;
}

/** Takes back what was recorded with a task, or of a meeting. When, the database writes. */
export async function undoChecksOf(
  tx: Tx,
  workspaceId: string,
  which: { taskId: string } | { eventId: string; startsAt: Date },
): Promise<void> {
  await tx.eventCheck.updateMany({
    where: { workspaceId, ...which, voidedAt: null },
    data: { voidWhy: "undone", voidedAt: new Date(0) },
  });
}

/**
 * Double-checks of these entries (of all of them: null) of which there is no happening any more with exactly that start, end, place and
 * link are lost: the meeting moved, or is no more. What began by `after` keeps its check.
 */
export async function loseChecks(
  tx: Tx,
  workspaceId: string,
  eventIds: string[] | null,
  after: Date,
): Promise<void> {
  if (eventIds?.length === 0) return;
  await tx.$executeRaw`
    UPDATE event_checks k SET voided_at = now(), void_why = 'moved'
    WHERE k.workspace_id = ${workspaceId}::uuid AND (${eventIds}::uuid[] IS NULL OR k.event_id = ANY (${eventIds}::uuid[])) AND k.voided_at IS NULL
      AND k.starts_at > ${after} AND NOT EXISTS (
      SELECT 1 FROM event_occurrences o JOIN events e ON e.workspace_id = o.workspace_id AND e.id = o.event_id
      WHERE o.workspace_id = k.workspace_id AND o.event_id = k.event_id AND o.starts_at = k.starts_at AND o.ends_at = k.ends_at
        AND e.location = k.place AND e.link = k.link AND e.removed_at IS NULL AND upper(e.status) <> 'CANCELLED')`;
}

export type LostCheck = { at: Date; by: string; role: Role; startsAt: Date; place: string };

/** The last check that was lost because this meeting moved, by its task or its entry; of a series only of this time. */
export async function findLostCheck(
  tx: Tx,
  workspaceId: string,
  meeting: { eventId: string; startsAt: Date; isRepeating: boolean; taskId: string },
): Promise<LostCheck | null> {
  const [row] = await tx.$queryRaw<LostCheck[]>`
    SELECT k.checked_at AS at, u.name AS by, k.checked_role AS role, k.starts_at AS "startsAt", k.place FROM event_checks k JOIN users u ON u.id = k.checked_by
    WHERE k.workspace_id = ${workspaceId}::uuid AND k.void_why = 'moved' AND (k.task_id = ${meeting.taskId}::uuid
      OR k.event_id = ${meeting.eventId}::uuid AND (NOT ${meeting.isRepeating}::boolean OR k.starts_at = ${meeting.startsAt}))
    ORDER BY k.voided_at DESC LIMIT 1`;
  return row ?? null;
}

/** Double-checks that somebody has before them: of these entries' series, or (null) of the whole desk. The first 1,000. */
export function listCheckTasks(
  tx: Tx,
  workspaceId: string,
  uids: string[] | null,
): Promise<{ id: string; eventId: string; eventUid: string; startsAt: string }[]> {
  return tx.$queryRaw`
    SELECT t.id, t.fields ->> 'eventId' AS "eventId", coalesce(t.fields ->> 'eventUid', '') AS "eventUid", coalesce(t.fields ->> 'startsAt', '') AS "startsAt"
    FROM tasks t WHERE t.workspace_id = ${workspaceId}::uuid AND t.kind = 'meeting-check' AND t.fields ? 'eventId' AND t.merged_into_id IS NULL
      AND t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting')
      AND (${uids}::text[] IS NULL OR t.fields ->> 'eventUid' = ANY (${uids}::text[]))
    ORDER BY t.created_at, t.id LIMIT 1000`;
}

/** For which times of these entries somebody is asked to check, or has said that nobody needs to. */
export function listAskedChecks(
  tx: Tx,
  workspaceId: string,
  eventIds: string[],
): Promise<{ eventId: string; startsAt: string }[]> {
  return tx.$queryRaw`
    SELECT t.fields ->> 'eventId' AS "eventId", coalesce(t.fields ->> 'startsAt', '') AS "startsAt" FROM tasks t
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.kind = 'meeting-check' AND t.fields ->> 'eventId' = ANY (${eventIds}::text[])
      AND t.state NOT IN ('done', 'withdrawn')`;
}

/** Whether a check was called urgent already, for the time that its meeting has now. */
export async function wasEscalated(tx: Tx, workspaceId: string, taskId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ was: boolean }[]>`
    WITH said AS (SELECT l.seq, l.verb, l.before, l.after FROM log_entries l
      WHERE l.workspace_id = ${workspaceId}::uuid AND l.subject_id = ${taskId}::uuid AND l.before IS NOT NULL AND l.refusal IS NULL)
    SELECT EXISTS (SELECT 1 FROM said WHERE verb = 'escalate-checks' AND seq > coalesce((SELECT max(seq) FROM said
      WHERE before -> 'fields' ->> 'startsAt' <> after -> 'fields' ->> 'startsAt'), 0)) AS was`;
  return row?.was ?? false;
}
