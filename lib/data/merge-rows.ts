import type { Tx } from "@/lib/data/client";
import type { MergeUndo, MovedRow } from "@/lib/domain/person/merge-undo";
import { Prisma } from "@/prisma/generated/client";

const tables = {
  facts: "person_facts",
  contacts: "contacts",
  promises: "promises",
  relations: "person_relations",
} as const;
type Moved = keyof typeof tables | "relationsTo";

const open = Prisma.sql`t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting')`;

/**
 * Moves what is known about one person to another; gives each row at the version at which it stands now. What is private
 * follows by itself, there and back (fence.follow_merge): whoever takes the merge back may not see it. Only of a merge that
 * is itself private (`isPrivate`), so nobody's but the client's, it is moved and noted here.
 */
export async function moveRows(
  tx: Tx,
  workspaceId: string,
  from: string,
  to: string,
  isPrivate: boolean,
): Promise<Pick<MergeUndo, Moved | "relationsGone">> {
  const seen = Prisma.sql`AND (${isPrivate} OR NOT x.is_private)`;
  const openEnd = (
    end: Prisma.Sql,
  ) => Prisma.sql`${seen} AND (${isPrivate} OR NOT EXISTS (SELECT 1 FROM persons o
    WHERE o.workspace_id = x.workspace_id AND o.id = ${end} AND o.is_private))`;
  const gone = await tx.$queryRaw<{ id: string }[]>`
    UPDATE person_relations x SET removed_at = now() WHERE workspace_id = ${workspaceId}::uuid AND removed_at IS NULL ${seen}
      AND ((person_id = ${from}::uuid AND other_id = ${to}::uuid) OR (person_id = ${to}::uuid AND other_id = ${from}::uuid)) RETURNING id`;
  const move = (table: string, more = Prisma.empty) => tx.$queryRaw<MovedRow[]>`
    UPDATE ${Prisma.raw(table)} x SET person_id = ${to}::uuid
    WHERE x.workspace_id = ${workspaceId}::uuid AND x.person_id = ${from}::uuid AND x.removed_at IS NULL ${seen} ${more} RETURNING x.id, x.version`;
  const facts = await move(tables.facts);
  const contacts = await move(
    tables.contacts,
    Prisma.sql`AND NOT EXISTS (SELECT 1 FROM contacts y WHERE y.workspace_id = x.workspace_id
    AND y.person_id = ${to}::uuid AND y.source_key = x.source_key)`,
  );
  const promises = await move(tables.promises);
  const relations = await move(tables.relations, openEnd(Prisma.sql`x.other_id`));
  const relationsTo = await tx.$queryRaw<MovedRow[]>`
    UPDATE person_relations x SET other_id = ${to}::uuid WHERE workspace_id = ${workspaceId}::uuid AND other_id = ${from}::uuid AND removed_at IS NULL
      ${openEnd(Prisma.sql`x.person_id`)} RETURNING id, version`;
  return { facts, contacts, promises, relations, relationsTo, relationsGone: gone.map((row) => row.id) };
}

/** The other way round, for rows that nobody has touched since; gives how many of those that the transaction sees stay. */
export async function moveRowsBack(
  tx: Tx,
  workspaceId: string,
  undo: MergeUndo,
  from: string,
  to: string,
): Promise<number> {
  let stay = 0;
  for (const kind of ["facts", "contacts", "promises", "relations", "relationsTo"] as const) {
    const column = kind === "relationsTo" ? "other_id" : "person_id";
    const table = kind === "relationsTo" ? tables.relations : tables[kind];
    const back = await tx.$executeRaw`
      UPDATE ${Prisma.raw(table)} x SET ${Prisma.raw(column)} = ${to}::uuid FROM ${versions(undo[kind])}
      WHERE x.workspace_id = ${workspaceId}::uuid AND x.id = v.id AND NOT ${touchedSince(Prisma.sql`x`)} AND x.${Prisma.raw(column)} = ${from}::uuid`;
    stay += (await countSeen(tx, workspaceId, table, undo[kind])) - back;
  }
  await tx.$executeRaw`
    UPDATE person_relations SET removed_at = NULL WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${undo.relationsGone}::uuid[])`;
  return stay;
}

/** Moves somebody's open tasks, folded ones too; of a private merge they become so on the way. What is private otherwise follows by itself. Gives their ids. */
export async function moveTasks(
  tx: Tx,
  workspaceId: string,
  from: string,
  to: string,
  isPrivate: boolean,
): Promise<string[]> {
  const moved = await tx.$queryRaw<{ id: string }[]>`
    UPDATE tasks t SET person_id = ${to}::uuid, is_private = t.is_private OR ${isPrivate}
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.person_id = ${from}::uuid AND ${open} AND (${isPrivate} OR NOT t.is_private)
    RETURNING t.id`;
  return moved.map((row) => row.id);
}

/** At which version each of these tasks stands. */
export function listTaskVersions(tx: Tx, workspaceId: string, ids: string[]): Promise<MovedRow[]> {
  return tx.$queryRaw`SELECT id, version FROM tasks WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${ids}::uuid[])`;
}

/** Takes tasks out again that were folded, and gives moved ones back, where nobody has touched them since; gives how many stay. */
export async function moveTasksBack(
  tx: Tx,
  workspaceId: string,
  undo: MergeUndo,
  from: string,
  to: string,
): Promise<number> {
  const moved = new Set(undo.tasks.map((task) => task.id));
  const folded = new Set(undo.folded.map((task) => task.id));
  const all = [...undo.tasks, ...undo.folded.filter((task) => !moved.has(task.id))];
  const back = await tx.$executeRaw`
    UPDATE tasks t SET person_id = CASE WHEN t.id = ANY (${[...moved]}::uuid[]) THEN ${to}::uuid ELSE t.person_id END,
      merged_into_id = CASE WHEN t.id = ANY (${[...folded]}::uuid[]) THEN NULL ELSE t.merged_into_id END
    FROM ${versions(all)}
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.id = v.id AND NOT ${touchedSince(Prisma.sql`t`)} AND t.person_id = ${from}::uuid AND ${open}`;
  return (await countSeen(tx, workspaceId, "tasks", all)) - back;
}

/** Does to the yearly days what a merge asks for. */
export async function changeDays(
  tx: Tx,
  workspaceId: string,
  to: string,
  days: { moved: string[]; removed: string[]; years: { id: string; year: number }[] },
  at: Date,
): Promise<void> {
  const desk = Prisma.sql`workspace_id = ${workspaceId}::uuid`;
  if (days.moved.length > 0)
    await tx.$executeRaw`UPDATE person_dates SET person_id = ${to}::uuid WHERE ${desk} AND id = ANY (${days.moved}::uuid[])`;
  if (days.removed.length > 0)
    await tx.$executeRaw`UPDATE person_dates SET removed_at = ${at} WHERE ${desk} AND id = ANY (${days.removed}::uuid[])`;
  for (const { id, year } of days.years)
    await tx.$executeRaw`UPDATE person_dates SET year = ${year} WHERE ${desk} AND id = ${id}::uuid`;
}

/** Gives the days back; gives how many stay because they are no longer with the one who was kept, or say another year by now. */
export async function changeDaysBack(
  tx: Tx,
  workspaceId: string,
  days: MergeUndo["days"],
  from: string,
  to: string,
): Promise<number> {
  const desk = Prisma.sql`workspace_id = ${workspaceId}::uuid`;
  const back = await tx.$executeRaw`
    UPDATE person_dates SET person_id = ${to}::uuid WHERE ${desk} AND id = ANY (${days.moved}::uuid[]) AND person_id = ${from}::uuid AND removed_at IS NULL`;
  await tx.$executeRaw`
    UPDATE person_dates SET removed_at = NULL WHERE ${desk} AND id = ANY (${days.removed}::uuid[]) AND person_id IN (${from}::uuid, ${to}::uuid)`;
  const years = await tx.$executeRaw`
    UPDATE person_dates d SET year = NULL FROM unnest(${days.years.map((one) => one.id)}::uuid[], ${days.years.map((one) => one.year)}::int[]) AS v (id, year)
    WHERE ${desk} AND d.id = v.id AND d.year = v.year AND d.person_id = ${from}::uuid`;
  return days.moved.length - back + days.years.length - years;
}

/** The open tasks that these days have made, by the day's id. */
export async function listTasksOfDays(
  tx: Tx,
  workspaceId: string,
  dayIds: string[],
): Promise<{ id: string; dayId: string; year: string }[]> {
  return tx.$queryRaw`
    SELECT t.id, split_part(t.source_key, ':', 2) AS "dayId", split_part(t.source_key, ':', 3) AS year FROM tasks t
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.merged_into_id IS NULL AND ${open} AND t.source_key LIKE 'day:%'
      AND split_part(t.source_key, ':', 2) = ANY (${dayIds}::text[])`;
}

async function countSeen(tx: Tx, workspaceId: string, table: string, rows: MovedRow[]): Promise<number> {
  const [seen] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM ${Prisma.raw(table)} WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${rows.map((row) => row.id)}::uuid[])`;
  return seen?.n ?? 0;
}

/** Whether somebody has changed a row after the version in `v`; a merge of its person, or its undo, is nobody's change. */
function touchedSince(row: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM log_entries l WHERE l.workspace_id = ${row}.workspace_id AND l.subject_id = ${row}.id
    AND l.version > v.version AND l.before IS NOT NULL AND l.verb <> ALL ('{merge-people,undo-merge}'))`;
}

/** A table of ids and versions, `v`. */
function versions(rows: MovedRow[]): Prisma.Sql {
  return Prisma.sql`unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.version)}::int[]) AS v (id, version)`;
}
