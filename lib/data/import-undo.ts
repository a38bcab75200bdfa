import type { Tx } from "@/lib/data/client";
import { listDates } from "@/lib/data/person-dates";
import type { RowUndo } from "@/lib/domain/import/payload";
import { Prisma } from "@/prisma/generated/client";

/** A line of an import with what is needed to take it back. */
export type DoneRow = {
  position: number;
  outcome: "made" | "matched" | "skipped";
  personId: string | null;
  eventId: string | null;
  undo: RowUndo | null;
};

const open = Prisma.sql`t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting') AND t.merged_into_id IS NULL AND t.version = 1
  AND NOT EXISTS (SELECT 1 FROM tasks f WHERE f.workspace_id = t.workspace_id AND f.merged_into_id = t.id)
  AND NOT EXISTS (SELECT 1 FROM drafts d WHERE d.workspace_id = t.workspace_id AND d.task_id = t.id AND d.removed_at IS NULL)`;

/** Lines from a position on, in order. */
export async function listDoneRows(
  tx: Tx,
  workspaceId: string,
  importId: string,
  from: number,
  limit: number,
): Promise<DoneRow[]> {
  const rows = await tx.importRow.findMany({
    where: { workspaceId, importId, position: { gte: from } },
    orderBy: { position: "asc" },
    take: limit,
    select: { position: true, outcome: true, personId: true, eventId: true, undo: true },
  });
  return rows as unknown as DoneRow[];
}

/** Every line of an import that is about one of these people and did something, by person, in order. */
export async function listRowsAbout(
  tx: Tx,
  workspaceId: string,
  importId: string,
  personIds: string[],
): Promise<Map<string, DoneRow[]>> {
  const found = new Map<string, DoneRow[]>();
  if (personIds.length === 0) return found;
  const rows = await tx.importRow.findMany({
    where: { workspaceId, importId, personId: { in: personIds }, NOT: { undo: { equals: Prisma.DbNull } } },
    orderBy: { position: "asc" },
    select: { position: true, outcome: true, personId: true, eventId: true, undo: true },
  });
  for (const row of rows as unknown as DoneRow[]) {
    const id = row.personId ?? "";
    found.set(id, [...(found.get(id) ?? []), row]);
  }
  return found;
}

/**
 * Takes back tasks that nobody has touched: those the import made, and those that the days it wrote down for these people
 * have made since. `userId` takes back only what they made themselves; null (the client) whatever it is.
 */
export async function withdrawImported(
  tx: Tx,
  workspaceId: string,
  importId: string,
  days: { personIds: string[]; dateIds: string[] },
  userId: string | null,
): Promise<void> {
  const mine = Prisma.sql`(${userId}::uuid IS NULL OR t.created_by = ${userId}::uuid)`;
  await tx.$executeRaw`
    UPDATE tasks t SET state = 'withdrawn'
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.import_id = ${importId}::uuid AND ${open} AND ${mine}`;
  await tx.$executeRaw`
    UPDATE tasks t SET state = 'withdrawn'
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.person_id = ANY (${days.personIds}::uuid[]) AND t.source_key LIKE 'day:%'
      AND split_part(t.source_key, ':', 2) = ANY (${days.dateIds}::text[]) AND ${open} AND ${mine}`;
}

/**
 * Takes off the people whom the import made and nobody has touched since; gives who went. Looked up in plain steps by their
 * ids: in one statement a planner that has not seen the new rows yet walks everybody's days for each of them.
 */
export async function removeImportedPeople(
  tx: Tx,
  workspaceId: string,
  importId: string,
  personIds: string[],
  at: Date,
): Promise<string[]> {
  if (personIds.length === 0) return [];
  const left = await listLeft(tx, workspaceId, importId, personIds);
  const busy = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT person_id AS id FROM tasks
    WHERE workspace_id = ${workspaceId}::uuid AND person_id = ANY (${personIds}::uuid[]) AND state <> 'withdrawn'`;
  const touched = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT l.subject_id AS id FROM log_entries l
    WHERE l.workspace_id = ${workspaceId}::uuid AND l.subject_id = ANY (${personIds}::uuid[]) AND l.subject = 'person' AND l.refusal IS NULL
      AND (l.verb <> 'confirm-import' OR l.by_user IS DISTINCT FROM (SELECT i.created_by FROM imports i
        WHERE i.workspace_id = ${workspaceId}::uuid AND i.id = ${importId}::uuid))`;
  for (const { id } of [...busy, ...touched]) left.delete(id);
  for (const date of await listDates(tx, workspaceId, personIds)) {
    if (!left.get(date.personId)?.dates.includes(date.id)) left.delete(date.personId);
  }
  const ids = [...left.keys()];
  const versions = [...left.values()].map((one) => one.version);
  const removed = await tx.$queryRaw<{ id: string }[]>`
    UPDATE persons p SET removed_at = ${at} FROM unnest(${ids}::uuid[], ${versions}::int[]) AS x (id, version)
    WHERE p.workspace_id = ${workspaceId}::uuid AND p.id = x.id AND p.version = x.version AND p.removed_at IS NULL
    RETURNING p.id`;
  return removed.map((row) => row.id);
}

/** How the import left people: at their last version, with the days it wrote down. One card may have filled in another's person. */
async function listLeft(
  tx: Tx,
  workspaceId: string,
  importId: string,
  personIds: string[],
): Promise<Map<string, { version: number; dates: string[] }>> {
  const rows = await tx.$queryRaw<{ id: string; undo: RowUndo }[]>`
    SELECT person_id AS id, undo FROM import_rows
    WHERE workspace_id = ${workspaceId}::uuid AND import_id = ${importId}::uuid AND person_id = ANY (${personIds}::uuid[]) AND undo IS NOT NULL`;
  const left = new Map<string, { version: number; dates: string[] }>();
  for (const { id, undo } of rows) {
    const before = left.get(id) ?? { version: 1, dates: [] };
    left.set(id, {
      version: Math.max(before.version, undo.version),
      dates: [...before.dates, ...undo.dates],
    });
  }
  return left;
}

/** Takes off the entries that the import put on the calendar and nobody has touched since; gives their series. */
export async function removeImportedEvents(
  tx: Tx,
  workspaceId: string,
  importId: string,
  eventIds: string[],
  at: Date,
): Promise<string[]> {
  if (eventIds.length === 0) return [];
  const removed = await tx.$queryRaw<{ uid: string }[]>`
    UPDATE events e SET removed_at = ${at}
    WHERE e.workspace_id = ${workspaceId}::uuid AND e.id = ANY (${eventIds}::uuid[]) AND e.removed_at IS NULL
      AND NOT ${changedSince(Prisma.sql`e.id`, Prisma.sql`1`)}
      AND NOT EXISTS (SELECT 1 FROM import_rows r JOIN tasks t ON t.workspace_id = r.workspace_id AND t.id = r.task_id AND t.state <> 'withdrawn'
        WHERE r.workspace_id = e.workspace_id AND r.import_id = ${importId}::uuid AND r.event_id = e.id)
    RETURNING e.uid`;
  return removed.map((row) => row.uid);
}

/** Which of these entries nobody has touched since the import left them at their version. */
export async function listUntouchedEvents(
  tx: Tx,
  workspaceId: string,
  left: { eventId: string; version: number }[],
): Promise<Set<string>> {
  if (left.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM events e JOIN unnest(${left.map((one) => one.eventId)}::uuid[], ${left.map((one) => one.version)}::int[]) AS x (id, version) ON x.id = e.id
    WHERE e.workspace_id = ${workspaceId}::uuid AND e.removed_at IS NULL AND NOT ${changedSince(Prisma.sql`e.id`, Prisma.sql`x.version`)}`;
  return new Set(rows.map((row) => row.id));
}

/** Working out later times raises an entry's version without a line in the log: only what is in the log was somebody's doing. */
function changedSince(id: Prisma.Sql, version: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM log_entries l WHERE l.workspace_id = e.workspace_id AND l.subject_id = ${id}
    AND l.subject = 'event' AND l.before IS NOT NULL AND l.version > ${version})`;
}

/** Takes away days that have no task standing on them; gives how many. */
export function removeFreeDates(tx: Tx, workspaceId: string, dateIds: string[], at: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE person_dates d SET removed_at = ${at}
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.id = ANY (${dateIds}::uuid[]) AND d.removed_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.workspace_id = d.workspace_id AND t.person_id = d.person_id AND t.state <> 'withdrawn'
        AND t.source_key LIKE 'day:' || d.id || ':%')`;
}
