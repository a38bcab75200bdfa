import type { Tx } from "@/lib/data/client";
import { saveLayout } from "@/lib/data/csv-layouts";
import { type DeskDays, findDeskDays } from "@/lib/data/day-tasks";
import {
  deleteLines,
  findImport,
  findProgress,
  findTables,
  insertLines,
  readLines,
  savePlan,
} from "@/lib/data/imports";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import type { Column, DateOrder, ReadTable } from "@/lib/domain/import/columns";
import type { CardReading, ImportCounts } from "@/lib/domain/import/payload";
import { granted, type Result, refused } from "@/lib/domain/result";
import { countLine, noCounts } from "@/lib/use-cases/import/counts";
import { LineStore } from "@/lib/use-cases/import/line-store";
import { CardMatcher } from "@/lib/use-cases/import/match-cards";
import { countBeside, planCard } from "@/lib/use-cases/import/plan-lines";
import { dateOrderOf, headingSum, readRow } from "@/lib/use-cases/import/understand-table";

const LINES_AT_ONCE = 1_000;

/** How a table's columns are to be understood from now on; `table` counts the tables of the import from 0. */
export type Remapping = { table: number; columns: Column[]; dateOrder: DateOrder | null };

/**
 * Makes the dry run again with other meanings of a table's columns, and remembers them for tables with the same headings.
 * Refuses `not-found`, `invalid` for another number of columns, `not-undoable` once it has begun to be imported.
 */
export async function remapImport(
  actor: Actor,
  id: string,
  { table, columns, dateOrder }: Remapping,
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "remap-import", { kind: "import", id }, async (tx) => {
    const found = await findImport(tx, workspaceId, id);
    if (found === null || found.state === "dropped") return refused({ code: "not-found" });
    const { written: lines, choices } = await findProgress(tx, workspaceId, id);
    if (found.state !== "previewed" || lines > 0 || choices !== null)
      return refused({ code: "not-undoable" });
    const tables = await findTables(tx, workspaceId, id);
    const before = tables[table];
    if (!before) return refused({ code: "not-found" });
    if (columns.length !== before.headings.length)
      return refused({ code: "invalid", fields: { columns: "This table has another number of columns." } });
    tables[table] = { ...before, columns, dateOrder, isRemembered: true };
    await saveLayout(tx, workspaceId, headingSum(before.headings), { columns, dateOrder }, at);
    const counts = await replan(tx, actor, id, tables, await findDeskDays(tx, workspaceId), at);
    await savePlan(tx, workspaceId, id, tables, counts);
    return granted(id);
  });
  return written.ok ? granted({ id, seq: written.value.seq }) : written;
}

/** Reads every row again and decides afresh, page by page; what came from elsewhere keeps its reading. */
async function replan(
  tx: Tx,
  actor: Actor,
  id: string,
  tables: ReadTable[],
  desk: DeskDays,
  at: Date,
): Promise<ImportCounts> {
  const workspaceId = actor.workspace.id;
  const counts = noCounts();
  const cards = new CardMatcher(actor);
  const today = dayAt(at.getTime(), desk.zone);
  const dates = tables.map(() => [] as string[][]);
  for (let from = 0; ; from += LINES_AT_ONCE) {
    const lines = await readLines(tx, workspaceId, id, from, LINES_AT_ONCE);
    const readings = lines.map(({ plan, reading }) =>
      plan.what === "person" ? reread(reading as CardReading, tables) : null,
    );
    await cards.load(
      tx,
      readings.filter((card) => card !== null),
    );
    const store = new LineStore();
    for (const [n, line] of lines.entries()) {
      const card = readings[n];
      if (card?.cells) dates[card.cells.table]?.push(card.cells.values);
      if (!card) {
        counts.invitations += line.plan.isInvitation ? 1 : 0;
        countLine(counts, line.plan);
        store.add(line.plan, line.reading);
        continue;
      }
      const decision = cards.decide(card, "wider");
      const plan = planCard(card, decision);
      countBeside(counts, card, decision, today, desk);
      countLine(counts, plan);
      store.add(plan, card);
    }
    await deleteLines(tx, workspaceId, id, from, from + lines.length);
    await insertLines(tx, workspaceId, id, from, store);
    if (lines.length < LINES_AT_ONCE) break;
  }
  for (const [n, one] of tables.entries()) one.dateOrderSeen = dateOrderOf(one.columns, dates[n] ?? []);
  return counts;
}

function reread(card: CardReading, tables: ReadTable[]): CardReading {
  const table = card.cells && tables[card.cells.table];
  return card.cells && table ? readRow(table, card.cells.values, card.cells.table, 0) : card;
}
