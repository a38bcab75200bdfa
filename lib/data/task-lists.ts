import type { Tx } from "@/lib/data/client";
import { isId, isInstant, readCursor, writeCursor } from "@/lib/data/cursor";
import { likeOf, saidBeside, swappedLikes } from "@/lib/data/search-words";
import { fromJson, type RawTask, taskColumns, taskJoins } from "@/lib/data/task-rows";
import { openStates, type TaskState } from "@/lib/domain/task/task";
import type { QueueFilter } from "@/lib/domain/task/view";
import { Prisma } from "@/prisma/generated/client";

/** A page of one section: its rows in order, and the cursor after the last when there are more. */
export type TaskPage = { rows: RawTask[]; more: string | null };

const open = Prisma.sql`t.merged_into_id IS NULL AND t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting')`;

/**
 * One page of one section, the most urgent first (closed ones: the latest first). One index range, however long the history.
 * @param cursor as given with the page before; an unreadable one starts again at the top.
 */
export async function listSection(
  tx: Tx,
  workspaceId: string,
  state: TaskState,
  filter: QueueFilter,
  at: Date,
  limit: number,
  cursor: string | null,
): Promise<TaskPage> {
  const closed = state === "done" || state === "declined";
  const order = closed ? Prisma.sql`t.closed_at DESC, t.id` : Prisma.sql`t.urgency, t.sort_at, t.id`;
  const rows = await tx.$queryRaw<RawTask[]>`
    SELECT ${taskColumns} FROM (
      SELECT t.* FROM tasks t
      WHERE t.workspace_id = ${workspaceId}::uuid AND t.state = ${state}
        AND ${closed ? Prisma.sql`t.closed_at IS NOT NULL` : open}
        AND ${matching(filter, at)} AND ${after(cursor, closed)}
      ORDER BY ${order} LIMIT ${limit + 1}
    ) t ${taskJoins} ORDER BY ${order}`;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, more: rows.length > limit && last ? cursorOf(last, closed) : null };
}

/** An open section as a page begins with it: how many there are under the filter, up to 1,000, and the first of them. */
export type SectionHead = TaskPage & { count: number };

type FoundHeads = { counts: Record<string, number>; rows: RawTask[] };

/**
 * The first rows of several open sections, and how many each holds, in one question: state → as many as asked for. The order within
 * each is {@link listSection}'s. It comes as one text: two thousand values one by one would be most of what a page costs to read.
 */
export async function listHeads(
  tx: Tx,
  workspaceId: string,
  wanted: { state: TaskState; limit: number }[],
  filter: QueueFilter,
  at: Date,
): Promise<Map<TaskState, SectionHead>> {
  if (wanted.length === 0) return new Map();
  const heads = wanted.map(
    ({ state, limit }) => Prisma.sql`(SELECT t.* FROM tasks t
      WHERE t.workspace_id = ${workspaceId}::uuid AND t.state = ${state} AND ${open} AND ${matching(filter, at)}
      ORDER BY t.urgency, t.sort_at, t.id LIMIT ${limit + 1})`,
  );
  const [found] = await tx.$queryRaw<FoundHeads[]>`
    SELECT (SELECT json_object_agg(c.state, c.count) FROM (${counting(workspaceId, filter, at)}) c) AS counts,
      (SELECT coalesce(json_agg(r), '[]') FROM (
        SELECT ${taskColumns} FROM (${Prisma.join(heads, " UNION ALL ")}) t ${taskJoins} ORDER BY t.urgency, t.sort_at, t.id
      ) r) AS rows`;
  const rows = fromJson(found?.rows ?? []);
  return new Map(
    wanted.map(({ state, limit }) => {
      const ofState = rows.filter((row) => row.state === state);
      const page = ofState.slice(0, limit);
      const last = page.at(-1);
      const more = ofState.length > limit && last ? cursorOf(last, false) : null;
      return [state, { rows: page, more, count: found?.counts[state] ?? 0 }];
    }),
  );
}

/** How many tasks each open section holds under a filter; counted up to 1,000 and no further. */
export async function countSections(
  tx: Tx,
  workspaceId: string,
  filter: QueueFilter,
  at: Date,
): Promise<Record<string, number>> {
  const counts = await tx.$queryRaw<
    { state: TaskState; count: number }[]
  >`${counting(workspaceId, filter, at)}`;
  return Object.fromEntries(counts.map((row) => [row.state, row.count]));
}

function counting(workspaceId: string, filter: QueueFilter, at: Date): Prisma.Sql {
  return Prisma.sql`SELECT s.state, (SELECT count(*)::int FROM (SELECT 1 FROM tasks t
      WHERE t.workspace_id = ${workspaceId}::uuid AND t.state = s.state AND ${open} AND ${matching(filter, at)} LIMIT 1000) x) AS count
    FROM unnest(${[...openStates]}::text[]) AS s (state)`;
}

/** The tasks of these ids that the transaction may see, in no order. */
export async function listByIds(tx: Tx, workspaceId: string, ids: string[]): Promise<RawTask[]> {
  if (ids.length === 0) return [];
  return tx.$queryRaw<RawTask[]>`
    SELECT ${taskColumns} FROM tasks t ${taskJoins} WHERE t.workspace_id = ${workspaceId}::uuid AND t.id = ANY (${ids}::uuid[])`;
}

/**
 * Tasks that were touched after a live cursor, came or went with their entry of the calendar among them. Null, read afresh: more
 * than `limit`, or anything at all where a token is for some kinds of task; what left these, it cannot read in the log.
 */
export async function listTouched(
  tx: Tx,
  workspaceId: string,
  afterSeq: number,
  limit: number,
): Promise<string[] | null> {
  const touched = await tx.$queryRaw<{ subject_id: string }[]>`
    SELECT DISTINCT x.id AS subject_id FROM (SELECT subject_id, subject, after FROM log_entries
      WHERE workspace_id = ${workspaceId}::uuid AND seq > ${afterSeq} ORDER BY seq LIMIT ${limit + 1}) l
    CROSS JOIN LATERAL (
      SELECT CASE WHEN l.subject = 'task' THEN l.subject_id ELSE fence.task_of(${workspaceId}::uuid, l.subject, l.subject_id) END AS id
      UNION ALL
      SELECT about.id FROM fence.tasks_about_entry(${workspaceId}::uuid, l.subject_id) AS about (id) WHERE l.subject = 'event' AND l.after ? 'is_private'
    ) x
    WHERE x.id IS NOT NULL`;
  const [behind] = await tx.$queryRaw<{ n: number; isBlind: boolean }[]>`
    SELECT count(*)::int AS n, fence.token_kinds() IS NOT NULL AND fence.seq() > ${afterSeq} AS "isBlind"
    FROM (SELECT 1 FROM log_entries WHERE workspace_id = ${workspaceId}::uuid AND seq > ${afterSeq} LIMIT ${limit + 1}) x`;
  if (behind === undefined || behind.isBlind || behind.n > limit) return null;
  return touched.map((row) => row.subject_id);
}

/** The condition of a filter, over tasks as `t`. Words are looked for as typed, and then forgivingly (trigrams). */
function matching(filter: QueueFilter, at: Date): Prisma.Sql {
  const conditions = [filter.snoozed ? asleep(at) : Prisma.sql`NOT ${asleep(at)}`];
  if (filter.kind) conditions.push(Prisma.sql`t.kind = ${filter.kind}`);
  if (filter.tag) conditions.push(Prisma.sql`t.tag = ${filter.tag}`);
  if (filter.personId) conditions.push(Prisma.sql`t.person_id = ${filter.personId}::uuid`);
  if (filter.overdue) conditions.push(overdue(at));
  if (filter.q) conditions.push(saying(filter.q));
  return Prisma.join(conditions, " AND ");
}

/** Whether a task has every one of `words`, or is about somebody called so, or begins with something spelled much alike. */
function saying(words: string): Prisma.Sql {
  const typed = words.toLowerCase().slice(0, 200).split(/\s+/).filter(Boolean).slice(0, 8);
  const folded = (list: string[]) =>
    Prisma.sql`(SELECT coalesce(array_agg(fence.fold(w)), '{}') FROM unnest(${list}::text[]) w)::text[]`;
  const all = Prisma.sql`t.search_text || ' ' || ${saidBeside}`;
  return Prisma.sql`(${all} LIKE ALL (${folded(typed.map(likeOf))}) OR ${all} LIKE ANY (${folded(swappedLikes(typed.join(" ")))})
    OR (SELECT min(word_similarity(w, left(t.search_text, 80) || ' ' || left(${saidBeside}, 200))) FROM unnest(${folded(typed)}) w) >= 0.5)`;
}

/** What is due on a day is late when the day is over; its instant is the day's beginning. */
function overdue(at: Date): Prisma.Sql {
  const zone = Prisma.sql`(SELECT w.zone FROM workspaces w WHERE w.id = t.workspace_id)`;
  const due = Prisma.sql`CASE WHEN t.due_all_day THEN (t.due_at AT TIME ZONE ${zone} + interval '1 day') AT TIME ZONE ${zone} ELSE t.due_at END`;
  return Prisma.sql`least(${due}, t.reply_due_at) < ${at}`;
}

function asleep(at: Date): Prisma.Sql {
  return Prisma.sql`(t.snoozed_until_answer OR coalesce(t.snoozed_until > ${at}, false))`;
}

function cursorOf(row: RawTask, closed: boolean): string {
  return closed
    ? writeCursor([row.closed_at?.toISOString(), row.id])
    : writeCursor([row.urgency, row.sort_at.toISOString(), row.id]);
}

function after(cursor: string | null, closed: boolean): Prisma.Sql {
  const [urgency, at, id] = closed ? ["0", ...(readCursor(cursor, 2) ?? [])] : (readCursor(cursor, 3) ?? []);
  if (!/^\d$/.test(urgency ?? "") || !isInstant(at) || !isId(id)) return Prisma.sql`true`;
  return closed
    ? Prisma.sql`(t.closed_at < ${at}::timestamptz OR (t.closed_at = ${at}::timestamptz AND t.id > ${id}::uuid))`
    : Prisma.sql`(t.urgency, t.sort_at, t.id) > (${urgency}::int, ${at}::timestamptz, ${id}::uuid)`;
}
