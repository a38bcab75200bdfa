import type { Tx } from "@/lib/data/client";
import type { ReadTable } from "@/lib/domain/import/columns";
import type {
  DryLine,
  ImportChoices,
  ImportCounts,
  ImportPayload,
  Outcome,
  ReadFile,
  RowUndo,
} from "@/lib/domain/import/payload";
import type { ImportState } from "@/lib/domain/import/view";
import { Prisma } from "@/prisma/generated/client";

/** An import without what is in it. */
export type StoredImport = {
  id: string;
  fileName: string;
  state: ImportState;
  counts: ImportCounts;
  createdBy: string;
  createdAt: Date;
  finishedAt: Date | null;
  undoneAt: Date | null;
};

/** Where an import that is under way stands. `total` counts every line of the dry run, `written` those that are done. */
export type ImportProgress = { choices: ImportChoices | null; total: number; written: number };

/** What became of one line. */
export type NewImportRow = {
  position: number;
  outcome: Outcome;
  label: string;
  why: string;
  personId?: string | null;
  eventId?: string | null;
  taskId?: string | null;
  undo?: RowUndo | null;
};

const stored: Record<Outcome, string> = { make: "made", add: "matched", same: "matched", skip: "skipped" };

/** Lines as JSON lists, chunk after chunk. */
type Chunks = { length: number; take(): Iterable<{ json: string; lines: number }> };

/** Keeps a dry run, with its lines in the order of the stores. */
export async function insertImport(
  tx: Tx,
  workspaceId: string,
  made: {
    id: string;
    createdBy: string;
    fileName: string;
    counts: ImportCounts;
    files: ReadFile[];
    tables: ReadTable[];
  },
  stores: Chunks[],
): Promise<void> {
  const { files, tables, ...rest } = made;
  const total = stores.reduce((sum, store) => sum + store.length, 0);
  const payload: ImportPayload = { files, tables, total, choices: null };
  await tx.import.createMany({
    data: [
      {
        ...rest,
        workspaceId,
        kind:
          files.some((file) => file.people > 0) || files.every((file) => file.events === 0)
            ? "vcard"
            : "icalendar",
        counts: rest.counts as unknown as Prisma.InputJsonValue,
        payload: payload as unknown as Prisma.InputJsonValue,
      },
    ],
  });
  let from = 0;
  for (const store of stores) {
    const length = store.length;
    await insertLines(tx, workspaceId, made.id, from, store);
    from += length;
  }
}

/** Writes lines down from a position on. */
export async function insertLines(
  tx: Tx,
  workspaceId: string,
  importId: string,
  start: number,
  store: Chunks,
): Promise<void> {
  let from = start;
  for (const { json, lines } of store.take()) {
    await tx.$executeRaw`
      INSERT INTO import_lines (workspace_id, import_id, position, plan, reading)
      SELECT ${workspaceId}::uuid, ${importId}::uuid, ${from}::int + x.o - 1, x.line -> 'plan', x.line -> 'reading'
      FROM jsonb_array_elements(${json}::jsonb) WITH ORDINALITY AS x (line, o)`;
    from += lines;
  }
}

/** Takes lines away, from a position up to another: they are about to be written anew. */
export async function deleteLines(
  tx: Tx,
  workspaceId: string,
  importId: string,
  from: number,
  to: number,
): Promise<void> {
  await tx.importLine.deleteMany({ where: { workspaceId, importId, position: { gte: from, lt: to } } });
}

/** The tables of a dry run, as they are understood. */
export async function findTables(tx: Tx, workspaceId: string, id: string): Promise<ReadTable[]> {
  const [row] = await tx.$queryRaw<{ tables: ReadTable[] | null }[]>`
    SELECT payload -> 'tables' AS tables FROM imports WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`;
  return row?.tables ?? [];
}

/** A dry run that was made again: its tables as they are understood now, and what it comes to. */
export async function savePlan(
  tx: Tx,
  workspaceId: string,
  id: string,
  tables: ReadTable[],
  counts: ImportCounts,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE imports SET payload = jsonb_set(payload, '{tables}', ${JSON.stringify(tables)}::jsonb), counts = ${JSON.stringify(counts)}::jsonb
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid AND state = 'previewed'`;
}

/** An import as the transaction may see it. */
export async function findImport(tx: Tx, workspaceId: string, id: string): Promise<StoredImport | null> {
  const row = await tx.import.findFirst({
    where: { workspaceId, id },
    omit: { payload: true, workspaceId: true, kind: true },
  });
  return row as unknown as StoredImport | null;
}

/** How far an import is, and what was chosen when it began. */
export async function findProgress(tx: Tx, workspaceId: string, id: string): Promise<ImportProgress> {
  const [row] = await tx.$queryRaw<ImportProgress[]>`
    SELECT nullif(i.payload -> 'choices', 'null') AS choices, coalesce((i.payload ->> 'total')::int, 0) AS total,
      (SELECT count(*)::int FROM import_rows r WHERE r.workspace_id = i.workspace_id AND r.import_id = i.id) AS written
    FROM imports i WHERE i.workspace_id = ${workspaceId}::uuid AND i.id = ${id}::uuid`;
  return row ?? { choices: null, total: 0, written: 0 };
}

/** Lines of a dry run from a position on, in order. */
export async function readLines(
  tx: Tx,
  workspaceId: string,
  importId: string,
  from: number,
  limit: number,
): Promise<DryLine[]> {
  const lines = await tx.importLine.findMany({
    where: { workspaceId, importId, position: { gte: from } },
    orderBy: { position: "asc" },
    take: limit,
    select: { plan: true, reading: true },
  });
  return lines as unknown as DryLine[];
}

/** Writes down what became of lines. */
export async function insertRows(
  tx: Tx,
  workspaceId: string,
  importId: string,
  rows: NewImportRow[],
): Promise<void> {
  const lines = rows.map((row) => ({ ...row, outcome: stored[row.outcome] }));
  await tx.$executeRaw`
    INSERT INTO import_rows (workspace_id, import_id, position, outcome, label, why, person_id, event_id, task_id, undo)
    SELECT ${workspaceId}::uuid, ${importId}::uuid, x.position, x.outcome, x.label, x.why, x."personId", x."eventId", x."taskId", x.undo
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS x (position int, outcome text, label text, why text, "personId" uuid, "eventId" uuid,
      "taskId" uuid, undo jsonb)`;
}

/** Begins: what was chosen is kept with the dry run. */
export async function saveChoices(
  tx: Tx,
  workspaceId: string,
  id: string,
  choices: ImportChoices,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE imports SET payload = jsonb_set(payload, '{choices}', ${JSON.stringify(choices)}::jsonb)
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid AND state = 'previewed'`;
}

/** Moves an import on where it still is in `from`, and forgets what was kept of the files. */
export async function saveImportState(
  tx: Tx,
  workspaceId: string,
  id: string,
  from: ImportState,
  change: { state: ImportState; counts?: ImportCounts; finishedAt?: Date; undoneAt?: Date },
): Promise<boolean> {
  const { counts, ...rest } = change;
  const saved = await tx.import.updateMany({
    where: { workspaceId, id, state: from },
    data: {
      ...rest,
      payload: Prisma.DbNull,
      ...(counts ? { counts: counts as unknown as Prisma.InputJsonValue } : {}),
    },
  });
  await tx.importLine.deleteMany({ where: { workspaceId, importId: id } });
  return saved.count === 1;
}

/**
 * What became of all lines, counted. `dry`: as the dry run counted them; how many of each sort there are is known from it, and
 * in which order they stand.
 */
export async function countRows(
  tx: Tx,
  workspaceId: string,
  id: string,
  dry: ImportCounts,
): Promise<ImportCounts> {
  const all = (counts: Record<Outcome, number>) => Object.values(counts).reduce((sum, n) => sum + n, 0);
  const people = all(dry.people);
  const events = people + all(dry.events);
  const [row] = await tx.$queryRaw<{ counts: ImportCounts }[]>`
    SELECT jsonb_build_object('stayed', 0, 'pictures', ${dry.pictures}::int, 'invitations', count(r.task_id), 'days', coalesce(sum(jsonb_array_length(r.undo -> 'dates')), 0),
      'dayTasks', (SELECT count(*) FROM tasks t WHERE t.workspace_id = ${workspaceId}::uuid AND t.import_id = ${id}::uuid AND t.source_key LIKE 'day:%'),
      'skipped', count(*) FILTER (WHERE r.position >= ${events}::int), 'people', ${outcomesOf(0, people)}, 'events', ${outcomesOf(people, events)}) AS counts
    FROM import_rows r WHERE r.workspace_id = ${workspaceId}::uuid AND r.import_id = ${id}::uuid`;
  return row?.counts as ImportCounts;
}

function outcomesOf(from: number, to: number): Prisma.Sql {
  const of = (outcome: string, more = Prisma.sql`true`) =>
    Prisma.sql`count(*) FILTER (WHERE r.position >= ${from}::int AND r.position < ${to}::int AND r.outcome = ${outcome} AND ${more})`;
  return Prisma.sql`jsonb_build_object('make', ${of("made")}, 'add', ${of("matched", Prisma.sql`r.undo IS NOT NULL`)},
    'same', ${of("matched", Prisma.sql`r.undo IS NULL`)}, 'skip', ${of("skipped")})`;
}
