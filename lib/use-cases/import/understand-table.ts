import { createHash } from "node:crypto";
import type { TableRead } from "@/lib/adapters/tables/read-table";
import { cutText } from "@/lib/domain/cut-text";
import {
  type Column,
  type DateOrder,
  type DateOrderSeen,
  dateOrderIn,
  programOf,
  type ReadTable,
} from "@/lib/domain/import/columns";
import { guessColumns } from "@/lib/domain/import/guess-column";
import type { CardReading } from "@/lib/domain/import/payload";
import { personFromCard } from "@/lib/use-cases/import/person-from-card";
import { personFromRow } from "@/lib/use-cases/import/person-from-row";

/** What a desk remembers of a table: by its headings, how its columns were understood. */
export type Layout = { columns: Column[]; dateOrder: DateOrder | null };

const SAMPLES = 3;

/** The sum by which tables of the same program are the same: their headings, in order. */
export function headingSum(headings: string[]): string {
  return createHash("sha256").update(headings.join("\u001f")).digest("hex");
}

/** What a table is taken for: as it was understood the last time, else as its headings sound. */
export function understandTable(file: string, table: TableRead, remembered: Layout | null): ReadTable {
  const { headings, rows, encoding } = table;
  const isKnown = remembered?.columns.length === headings.length;
  const columns = isKnown && remembered ? remembered.columns : guessColumns(headings);
  const seen = dateOrderOf(columns, rows);
  return {
    file,
    headings,
    samples: headings.map((_, n) => samplesOf(rows, n)),
    columns,
    dateOrder: seen === "either" ? (remembered?.dateOrder ?? null) : seen,
    dateOrderSeen: seen,
    rows: rows.length,
    program: programOf(headings),
    encoding,
    isRemembered: isKnown,
  };
}

/** Which order the short dates in the date columns allow. */
export function dateOrderOf(columns: Column[], rows: string[][]): DateOrderSeen {
  const dates = columns.flatMap(({ kind }, n) =>
    ["birthday", "anniversary", "otherDate", "died"].includes(kind) ? [n] : [],
  );
  return dateOrderIn(rows.flatMap((row) => dates.map((n) => row[n] ?? "")));
}

/** One row, read as the table is understood; the row itself is kept, to be read again. */
export function readRow(
  { headings, columns, dateOrder }: Pick<ReadTable, "headings" | "columns" | "dateOrder">,
  values: string[],
  table: number,
  line: number,
): CardReading {
  const reading = personFromCard(personFromRow(headings, columns, values, dateOrder, line));
  return { ...reading, cells: { table, values } };
}

function samplesOf(rows: string[][], column: number): string[] {
  const found: string[] = [];
  for (const row of rows) {
    const value = (row[column] ?? "").trim();
    if (value !== "" && !found.includes(value)) found.push(cutText(value, 80));
    if (found.length === SAMPLES) break;
  }
  return found;
}
