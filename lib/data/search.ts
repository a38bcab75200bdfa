import type { Tx } from "@/lib/data/client";
import type { NamedPerson } from "@/lib/data/people";
import { likeOf, saidBeside, swappedLikes } from "@/lib/data/search-words";
import { type RawTask, taskColumns, taskJoins } from "@/lib/data/task-rows";
import { Prisma } from "@/prisma/generated/client";

/** What was typed, folded as the rows are: small letters, no accents. */
export type Words = { typed: string; patterns: string[] };

/** A gesture that a search found. */
export type FoundGesture = {
  id: string;
  seq: bigint | null;
  at: Date;
  outcome: "done" | "declined";
  note: string;
  taskId: string;
  title: string;
  by: string;
};

const MOST_WORDS = 8;
/** The beginning of a task is its title: what is misspelled is looked for there, and not in long messages. */
const HEAD = 80;

/** Folds what was typed; null when there is nothing to look for. */
export async function foldWords(tx: Tx, q: string): Promise<Words | null> {
  const [row] = await tx.$queryRaw<{ typed: string }[]>`SELECT fence.fold(${q.slice(0, 200)}) AS typed`;
  const typed = (row?.typed ?? "").replace(/\s+/g, " ").trim();
  return typed === "" ? null : { typed, patterns: typed.split(" ").slice(0, MOST_WORDS).map(likeOf) };
}

/** The open and closed tasks of a desk, with what is said beside them. */
function tasksWithPeople(workspaceId: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT t.*, ${saidBeside} AS theirs FROM tasks t WHERE t.workspace_id = ${workspaceId}::uuid AND t.state <> 'withdrawn' AND t.merged_into_id IS NULL OFFSET 0) t`;
}

/** Tasks that have every word in them, in their person's name or in what was folded into them: open ones first, a whole title before its beginning, before a word's. */
export function searchTasks(
  tx: Tx,
  workspaceId: string,
  { typed, patterns }: Words,
  limit: number,
): Promise<RawTask[]> {
  const order = Prisma.sql`t.closed_at DESC NULLS FIRST, t.rank, t.urgency, t.sort_at, t.id`;
  return tx.$queryRaw<RawTask[]>`
    SELECT ${taskColumns} FROM (SELECT * FROM (
      SELECT t.*, CASE
        WHEN lower(t.title) = ${typed} THEN 0
        WHEN starts_with(t.search_text, ${typed}) OR starts_with(t.theirs, ${typed}) THEN 1
        WHEN position(${` ${typed}`} IN t.search_text || ' ' || t.theirs) > 0 THEN 2
        ELSE 3 END AS rank
      FROM ${tasksWithPeople(workspaceId)}
      WHERE (t.search_text || ' ' || t.theirs) LIKE ALL (${patterns}::text[])
    ) t ORDER BY ${order} LIMIT ${limit}) t ${taskJoins} ORDER BY ${order}`;
}

/** Tasks whose beginning, or whose person, is spelled like what was typed; the likest first. */
export function searchTasksAlike(
  tx: Tx,
  workspaceId: string,
  { typed }: Words,
  likeness: number,
  limit: number,
): Promise<RawTask[]> {
  const order = Prisma.sql`t.closed_at IS NOT NULL, t.likeness DESC, t.id`;
  const head = Prisma.sql`(left(t.search_text, ${HEAD}) || ' ' || left(t.theirs, ${HEAD}))`;
  return tx.$queryRaw<RawTask[]>`
    SELECT ${taskColumns} FROM (SELECT * FROM (
      SELECT t.*, CASE WHEN ${head} LIKE ANY (${swappedLikes(typed)}::text[]) THEN 0.7 ELSE word_similarity(${typed}, ${head}) END AS likeness
      FROM ${tasksWithPeople(workspaceId)} OFFSET 0
    ) t WHERE t.likeness >= ${likeness}::real ORDER BY ${order} LIMIT ${limit}) t ${taskJoins} ORDER BY ${order}`;
}

/** People of that name, nickname, organization or address: the whole name, its beginning, a word's beginning, anything; then spelled alike. */
export function searchPeople(
  tx: Tx,
  workspaceId: string,
  { typed, patterns }: Words,
  likeness: number,
  limit: number,
): Promise<NamedPerson[]> {
  return tx.$queryRaw<NamedPerson[]>`
    SELECT p.id, p.name, p.circle FROM (
      SELECT p.*, p.search_text LIKE ALL (${patterns}::text[]) AS says, 
        CASE WHEN p.search_text LIKE ANY (${swappedLikes(typed)}::text[]) THEN 0.7 ELSE word_similarity(${typed}, p.search_text) END AS likeness
      FROM persons p WHERE p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL
    ) p
    WHERE p.says OR p.likeness >= ${likeness}::real
    ORDER BY p.says DESC, CASE
      WHEN NOT p.says THEN 4
      WHEN fence.fold(p.name) = ${typed} THEN 0
      WHEN starts_with(p.search_text, ${typed}) THEN 1
      WHEN position(${` ${typed}`} IN p.search_text) > 0 THEN 2
      ELSE 3 END, CASE WHEN p.says THEN 0 ELSE p.likeness END DESC, p.sort_name, p.id
    LIMIT ${limit}`;
}

/** What was done and stands, where its note, its task or its person has every word; the latest first. */
export function searchGestures(
  tx: Tx,
  workspaceId: string,
  { patterns }: Words,
  limit: number,
): Promise<FoundGesture[]> {
  return tx.$queryRaw<FoundGesture[]>`
    SELECT g.id, g.at, g.outcome, g.note, g.task_id AS "taskId", g.title, coalesce(u.name, '') AS by,
      (SELECT l.seq FROM log_entries l WHERE l.workspace_id = ${workspaceId}::uuid AND l.subject_id = g.task_id
        AND l.after ->> 'state' = g.outcome ORDER BY l.seq DESC LIMIT 1) AS seq
    FROM (
      SELECT g.* FROM (
        SELECT g.*, t.title, t.search_text,
          coalesce((SELECT p.search_text FROM persons p WHERE p.workspace_id = ${workspaceId}::uuid AND p.id = g.person_id), '') AS theirs
        FROM gestures g JOIN LATERAL (SELECT t.title, t.search_text FROM tasks t
          WHERE t.workspace_id = ${workspaceId}::uuid AND t.id = g.task_id OFFSET 0) t ON true
        WHERE g.workspace_id = ${workspaceId}::uuid AND g.undone_at IS NULL OFFSET 0
      ) g
      WHERE (CASE WHEN g.note = '' THEN '' ELSE fence.fold(g.note) || ' ' END || g.search_text || ' ' || g.theirs) LIKE ALL (${patterns}::text[])
      ORDER BY g.at DESC, g.id LIMIT ${limit}
    ) g LEFT JOIN users u ON u.id = g.by_user ORDER BY g.at DESC, g.id`;
}
