import type { Tx } from "@/lib/data/client";
import { type RawTask, taskColumns, taskJoins } from "@/lib/data/task-rows";
import type { EndOfToday } from "@/lib/domain/task/for-you";
import { Prisma } from "@/prisma/generated/client";

/** A row of the client's pile, with what was written down about the person. */
export type RawCard = RawTask & {
  how_met: string | null;
  careful: string | null;
  last_title: string | null;
  last_outcome: "done" | "declined" | null;
  last_at: Date | null;
};

/**
 * What may lie before the client: everything put there, what must be them and is due before the end of today unless its words are
 * on their way, and words that went wrong there. The rule itself is lib/domain/task/for-you.ts; this finds its candidates along the index of the queue, first things first.
 */
export async function listBeforeClient(
  tx: Tx,
  workspaceId: string,
  at: Date,
  tonight: EndOfToday,
  limit: number,
): Promise<RawCard[]> {
  return selectCards(tx, candidates(workspaceId, at, tonight, limit), limit);
}

/** One task as a card, wherever it lies; null for one that is absent, taken back, or not to be seen. */
export async function findCard(tx: Tx, workspaceId: string, id: string): Promise<RawCard | null> {
  const one = Prisma.sql`SELECT t.* FROM tasks t
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.id = ${id}::uuid AND t.state <> 'withdrawn'`;
  return (await selectCards(tx, one, 1))[0] ?? null;
}

function selectCards(tx: Tx, tasks: Prisma.Sql, limit: number): Promise<RawCard[]> {
  return tx.$queryRaw<RawCard[]>`
    SELECT ${taskColumns}, p.how_met, p.careful, last.title AS last_title, last.outcome AS last_outcome, last.at AS last_at
    FROM (${tasks}) t ${taskJoins}
    LEFT JOIN LATERAL (
      SELECT g.outcome, g.at, done.title FROM gestures g JOIN tasks done ON done.workspace_id = g.workspace_id AND done.id = g.task_id
      WHERE g.workspace_id = t.workspace_id AND g.person_id = p.id AND g.undone_at IS NULL
      ORDER BY g.at DESC LIMIT 1) last ON true
    ORDER BY t.urgency, t.sort_at, t.id LIMIT ${limit}`;
}

/** How many lie before the client, counted up to `limit`. */
export async function countBeforeClient(
  tx: Tx,
  workspaceId: string,
  at: Date,
  tonight: EndOfToday,
  limit = 100,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT ${countingBeforeClient(workspaceId, at, tonight, limit)} AS count`;
  return row?.count ?? 0;
}

/** The same as part of a larger question. */
export function countingBeforeClient(
  workspaceId: string,
  at: Date,
  tonight: EndOfToday,
  limit = 100,
): Prisma.Sql {
  return Prisma.sql`(SELECT least(count(*), ${limit})::int FROM (${candidates(workspaceId, at, tonight, limit)}) t)`;
}

function candidates(workspaceId: string, at: Date, tonight: EndOfToday, limit: number): Prisma.Sql {
  const { hours, days } = tonight;
  const last = new Date(Math.max(hours.getTime(), days.getTime()));
  const onItsWay = Prisma.sql`EXISTS (SELECT FROM sendings s
    WHERE s.workspace_id = t.workspace_id AND s.task_id = t.id AND s.state <> 'stopped')`;
  // As an array, found first: otherwise every open task would be asked whether its words went wrong.
  const wentWrong = Prisma.sql`ARRAY(SELECT s.task_id FROM sendings s
    WHERE s.workspace_id = ${workspaceId}::uuid AND s.state IN ('failed', 'unsure'))`;
  const awake = Prisma.sql`t.merged_into_id IS NULL AND NOT t.snoozed_until_answer AND NOT coalesce(t.snoozed_until > ${at}, false)`;
  return Prisma.sql`(
      SELECT t.* FROM tasks t WHERE t.workspace_id = ${workspaceId}::uuid AND t.state = 'client' AND ${awake}
      ORDER BY t.urgency, t.sort_at, t.id LIMIT ${limit}
    ) UNION ALL (
      SELECT t.* FROM tasks t WHERE t.workspace_id = ${workspaceId}::uuid AND t.state IN ('inbox', 'assistant', 'scheduled')
        AND t.urgency IN (0, 1) AND t.sort_at < ${last} AND t.tag = 'must-be-you' AND ${awake}
        AND ((t.due_all_day AND t.due_at < ${days}) OR (NOT t.due_all_day AND t.due_at < ${hours}) OR t.reply_due_at < ${hours})
        AND NOT ${onItsWay}
      ORDER BY t.urgency, t.sort_at, t.id LIMIT ${limit}
    ) UNION ALL (
      SELECT t.* FROM tasks t WHERE t.workspace_id = ${workspaceId}::uuid AND t.state IN ('inbox', 'assistant', 'scheduled', 'waiting')
        AND ${awake} AND t.id = ANY (${wentWrong})
      ORDER BY t.urgency, t.sort_at, t.id LIMIT ${limit}
    )`;
}
