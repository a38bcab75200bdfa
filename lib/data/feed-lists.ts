/** What a feed is written from, as far as its transaction may see it: with an assistant's eyes, whoever made the feed. */
import { type RawKept, toldOnCalendars } from "@/lib/data/calendar-lists";
import type { Tx } from "@/lib/data/client";
import type { EventAnswer } from "@/lib/data/events";
import { Prisma } from "@/prisma/generated/client";

/** More of one sort than this makes no calendar that another program would hold. */
const mostInFeed = 20_000;

/** From when on a feed tells: the first instant of a day on the desk's wall. */
export type FeedStart = { from: Date; day: string; zone: string };

/**
 * An entry of the calendar. A beginning is in seconds since 1970; of whole days it is their midnight in UTC, and an end is exclusive.
 * `count` and `sum` are of the beginnings in the feed before `writtenUntil`, which is how far they are written down.
 */
export type FeedEvent = {
  id: string;
  uid: string;
  recurrenceId: string;
  sequence: number;
  summary: string;
  place: string;
  link: string;
  status: string;
  answer: EventAnswer;
  held: boolean;
  transparent: boolean;
  allDay: boolean;
  zone: string | null;
  source: unknown;
  changedAt: Date;
  writtenUntil: number | null;
  count: number;
  sum: number;
  first: number | null;
  firstEnd: number | null;
  last: number | null;
};

const startKey = Prisma.sql`coalesce((o.start_date - DATE '1970-01-01')::float8 * 86400, floor(extract(epoch FROM o.starts_at))::float8)`;
const endKey = Prisma.sql`coalesce((o.end_date - DATE '1970-01-01')::float8 * 86400, floor(extract(epoch FROM o.ends_at))::float8)`;

/** The entries of every series, and of whatever stands alone, that happens in the feed; all parts of a series together. */
export function listFeedEvents(
  tx: Tx,
  workspaceId: string,
  { from, day, zone }: FeedStart,
): Promise<FeedEvent[]> {
  return tx.$queryRaw<FeedEvent[]>`
    WITH times AS MATERIALIZED (
      SELECT x.event_id, count(*) FILTER (WHERE x.inside)::int AS count, coalesce(sum(x.key) FILTER (WHERE x.inside), 0) AS sum, min(x.key) AS first,
        min(x.end_key) AS first_end, max(x.key) AS last
      FROM (SELECT o.event_id, ${startKey} AS key, ${endKey} AS end_key, CASE WHEN o.start_date IS NULL
            THEN o.starts_at >= ${from} AND o.starts_at < coalesce(e.expanded_until, 'infinity')
            ELSE o.start_date >= ${day}::date AND o.start_date < coalesce((e.expanded_until AT TIME ZONE ${zone})::date, 'infinity') END AS inside
          FROM event_occurrences o JOIN events e ON e.workspace_id = o.workspace_id AND e.id = o.event_id
          WHERE o.workspace_id = ${workspaceId}::uuid AND (o.ends_at > ${from} OR o.starts_at >= ${from}) AND e.removed_at IS NULL) x
      GROUP BY x.event_id),
    series AS (SELECT DISTINCT e.uid FROM times t JOIN events e ON e.workspace_id = ${workspaceId}::uuid AND e.id = t.event_id)
    SELECT e.id, e.uid, e.recurrence_id AS "recurrenceId", e.sequence, e.summary, e.location AS place, e.link, e.status, e.answer, e.held, e.transparent,
      e.all_day AS "allDay", e.zone, e.source, e.changed_at AS "changedAt", CASE WHEN e.all_day THEN ((e.expanded_until AT TIME ZONE ${zone})::date - DATE '1970-01-01')::float8 * 86400
        ELSE extract(epoch FROM e.expanded_until)::float8 END AS "writtenUntil",
      coalesce(t.count, 0) AS count, coalesce(t.sum, 0) AS sum, t.first, t.first_end AS "firstEnd", t.last
    FROM events e LEFT JOIN times t ON t.event_id = e.id
    WHERE e.workspace_id = ${workspaceId}::uuid AND e.removed_at IS NULL AND e.uid IN (SELECT uid FROM series)
    ORDER BY e.uid, e.recurrence_id, e.id LIMIT ${mostInFeed}`;
}

/** When some of them begin, one by one. */
export async function listFeedTimes(
  tx: Tx,
  workspaceId: string,
  { from }: FeedStart,
  ids: readonly string[],
): Promise<Map<string, number[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; starts: number[] }[]>`
    SELECT o.event_id AS id, array_agg(${startKey} ORDER BY o.starts_at) AS starts FROM event_occurrences o
    WHERE o.workspace_id = ${workspaceId}::uuid AND o.event_id = ANY (${ids}::uuid[]) AND (o.ends_at > ${from} OR o.starts_at >= ${from}) GROUP BY o.event_id`;
  return new Map(rows.map(({ id, starts }) => [id, starts]));
}

export type FeedTask = {
  id: string;
  version: number;
  title: string;
  isDone: boolean;
  dueAt: Date;
  dueAllDay: boolean;
  sourceKey: string | null;
  changedAt: Date;
};

/** Tasks due from `from` on, as the calendar shows them: neither folded, declined nor taken back. */
export function listFeedTasks(tx: Tx, workspaceId: string, from: Date): Promise<FeedTask[]> {
  return tx.$queryRaw<FeedTask[]>`
    SELECT t.id, t.version, t.title, t.state = 'done' AS "isDone", t.due_at AS "dueAt", t.due_all_day AS "dueAllDay", t.source_key AS "sourceKey",
      greatest(t.created_at, t.closed_at) AS "changedAt"
    FROM tasks t WHERE t.workspace_id = ${workspaceId}::uuid AND t.due_at >= ${from}
      AND t.merged_into_id IS NULL AND t.state <> 'withdrawn' AND t.state <> 'declined'
    ORDER BY t.due_at, t.id LIMIT ${mostInFeed}`;
}

export type FeedDay = {
  id: string;
  kind: "birthday" | "anniversary" | "other";
  label: string;
  month: number;
  day: number;
  year: number | null;
  personName: string;
  isDead: boolean;
  diedOn: string | null;
  knownSince: Date;
};

/** Everybody's yearly days, as calendars tell them. */
export function listFeedDays(tx: Tx, workspaceId: string): Promise<FeedDay[]> {
  return tx.$queryRaw<FeedDay[]>`
    SELECT d.id, d.kind, d.label, d.month, d.day, d.year, p.name AS "personName", p.is_dead AS "isDead", p.died_on::text AS "diedOn", d.known_since AS "knownSince"
    FROM person_dates d JOIN persons p ON p.workspace_id = d.workspace_id AND p.id = d.person_id
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.removed_at IS NULL AND ${toldOnCalendars}
    ORDER BY d.month, d.day, p.sort_name, d.id LIMIT ${mostInFeed}`;
}

export type FeedHours = {
  id: string;
  version: number;
  title: string;
  firstOn: string;
  allDay: boolean;
  from: string;
  minutes: number;
  zone: string;
  rule: string;
  exceptOn: string[];
  writtenUntil: Date | null;
};

/** The client's protected hours, as they were said. */
export function listFeedHours(tx: Tx, workspaceId: string): Promise<FeedHours[]> {
  return tx.$queryRaw<FeedHours[]>`
    SELECT p.id, p.version, p.title, to_char(p.first_on, 'YYYY-MM-DD') AS "firstOn", p.all_day AS "allDay", p.from_time AS "from", p.minutes, p.zone, p.rule,
      ARRAY(SELECT to_char(x, 'YYYY-MM-DD') FROM unnest(p.except_on) AS x ORDER BY x) AS "exceptOn", p.spread_until AS "writtenUntil"
    FROM protected_times p WHERE p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL ORDER BY p.id LIMIT ${mostInFeed}`;
}

/** Kept time from `from` on, stretch by stretch, by whatever keeps it. */
export function listFeedKept(tx: Tx, workspaceId: string, from: Date): Promise<RawKept[]> {
  return tx.$queryRaw<RawKept[]>`
    SELECT CASE WHEN k.protected_id IS NOT NULL THEN 'protected' WHEN k.day_off_id IS NOT NULL THEN 'away' ELSE 'window' END AS source,
      coalesce(k.protected_id, k.day_off_id, k.task_id) AS id, coalesce(p.title, d.label, t.title, '') AS title, k.starts_at AS "startsAt", k.ends_at AS "endsAt", k.is_private AS "isPrivate"
    FROM kept_spans k
    LEFT JOIN protected_times p ON p.workspace_id = k.workspace_id AND p.id = k.protected_id
    LEFT JOIN days_off d ON d.workspace_id = k.workspace_id AND d.id = k.day_off_id
    LEFT JOIN tasks t ON t.workspace_id = k.workspace_id AND t.id = k.task_id
    WHERE k.workspace_id = ${workspaceId}::uuid AND k.ends_at > ${from} ORDER BY k.starts_at, k.id LIMIT ${mostInFeed}`;
}

/** When the client is busy with what nobody else may see, merged into stretches. */
export function listFeedBusy(tx: Tx, from: Date, to: Date): Promise<{ startsAt: Date; endsAt: Date }[]> {
  return tx.$queryRaw<{ startsAt: Date; endsAt: Date }[]>`
    SELECT starts_at AS "startsAt", ends_at AS "endsAt" FROM fence.busy_spans(${from}, ${to}) ORDER BY 1 LIMIT ${mostInFeed}`;
}

/** Since when a feed has its address. */
export async function findIssuedAt(tx: Tx, workspaceId: string, feedId: string): Promise<Date | null> {
  const feed = await tx.feed.findFirst({ where: { workspaceId, id: feedId }, select: { issuedAt: true } });
  return feed?.issuedAt ?? null;
}
