import { parse } from "csv-parse/sync";
import { AsksTooMuch } from "@/lib/adapters/content-lines/asks-too-much";
import { wideEncodingOf } from "@/lib/adapters/content-lines/to-byte-text";
import { decodeOld } from "@/lib/adapters/tables/decode-old";
import { guessColumn } from "@/lib/domain/import/guess-column";

/** A table as it stands in a file: its heading row, and every row below it. `encoding` and `delimiter` are what was found. */
export type TableRead = {
  headings: string[];
  rows: string[][];
  encoding: string;
  delimiter: string;
  notes: string[];
};

const MOST_ROWS = 50_000;
const MOST_COLUMNS = 300;
const LONGEST_CELL = 100_000;
const DELIMITERS = [",", ";", "\t", "|"] as const;
/** So many rows tell how a table is parted, and where its headings are. */
const LOOKED_AT = 20;
const PARSING = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  max_record_size: 2_000_000,
};

/**
 * Reads a table of any program (RFC 4180 and what is written in its name): commas, semicolons, tabs; quotes, line ends in
 * cells; UTF-8, UTF-16, else as {@link decodeOld} has it. Lines before the heading row (LinkedIn's) are told in `notes`. Null when it is no
 * table. Throws {@link AsksTooMuch} beyond 50,000 rows and nothing else.
 */
export function readTable(bytes: Uint8Array): TableRead | null {
  const { text, encoding } = decodeTable(bytes);
  const delimiter = delimiterOf(text);
  if (delimiter === null) return null;
  const { rows, isCut } = parseRows(text, delimiter, MOST_ROWS + 50);
  const at = headingRowOf(rows);
  const headings = (rows[at] ?? []).slice(0, MOST_COLUMNS).map((heading) => clean(heading).trim());
  if (headings.length < 2) return null;
  const body = rows
    .slice(at + 1)
    .filter((row) => row.some((cell) => cell.trim() !== ""))
    .map((row) => headings.map((_, n) => clean(row[n] ?? "")));
  if (body.length > MOST_ROWS) throw new AsksTooMuch(`${MOST_ROWS.toLocaleString("en")} rows`);
  const notes = at === 0 ? [] : [`${at} ${at === 1 ? "line" : "lines"} before the headings are left out.`];
  const wide = rows.slice(at + 1).filter((row) => row.length > headings.length).length;
  if (wide > 0)
    notes.push(
      `${wide} ${wide === 1 ? "row has" : "rows have"} more cells than there are headings; those are left out.`,
    );
  if (isCut)
    notes.push(`A quotation mark in row ${rows.length + 1} is never closed: nothing is read from there on.`);
  return { headings, rows: body, encoding, delimiter, notes };
}

/** The rows; those before the one, where a quotation mark is never closed. */
function parseRows(text: string, delimiter: string, to: number): { rows: string[][]; isCut: boolean } {
  const rowsTo = (most: number) => parse(text, { ...PARSING, delimiter, to: most }) as string[][];
  try {
    return { rows: rowsTo(to), isCut: false };
  } catch (error) {
    const { code, records } = error as { code?: string; records?: number };
    const isOpen = code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE";
    return { rows: isOpen && records ? rowsTo(records) : [], isCut: isOpen };
  }
}

function decodeTable(bytes: Uint8Array): { text: string; encoding: string } {
  const wide = wideEncodingOf(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide.toUpperCase() };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return decodeOld(bytes);
  }
}

/**
 * The one that parts the first rows most evenly, a row of headings one knows counting most: the commas inside cells are no
 * more than that. Excel's own "sep=;" line decides by itself.
 */
function delimiterOf(text: string): string | null {
  const told = /^\ufeff?"?sep=(.)"?\r?\n/i.exec(text.slice(0, 20))?.[1];
  if (told) return told;
  let best: { delimiter: string; score: number[] } | null = null;
  for (const delimiter of DELIMITERS) {
    const score = evennessOf(parseRows(text, delimiter, LOOKED_AT).rows);
    if (score !== null && (best === null || isMore(score, best.score))) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}

/** Whether there are headings one knows, how many rows have as many cells as they, and how many one knows. Null: one column. */
function evennessOf(rows: string[][]): number[] | null {
  const heading = rows[headingRowOf(rows)] ?? [];
  if (heading.length < 2) return null;
  const known = knownIn(heading);
  return [known >= 2 ? 1 : 0, rows.filter((row) => row.length === heading.length).length, known];
}

function isMore(a: number[], b: number[]): boolean {
  const at = a.findIndex((n, index) => n !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

function knownIn(row: string[]): number {
  return row.filter((cell) => guessColumn(clean(cell)).kind !== "skip").length;
}

/** The first row of which two cells are headings one knows; else the first with more than one cell. */
function headingRowOf(rows: string[][]): number {
  const known = rows.slice(0, LOOKED_AT).findIndex((row) => knownIn(row) >= 2);
  if (known >= 0) return known;
  return Math.max(
    0,
    rows.findIndex((row) => row.filter((cell) => cell.trim() !== "").length > 1),
  );
}

/** What no database text can hold goes; the apostrophe that keeps a cell from being a formula goes, too. */
function clean(cell: string): string {
  const text = cell.replaceAll("\u0000", "").toWellFormed().slice(0, LONGEST_CELL);
  return text.replace(/^'(?='*[\t\r])|(?<=^|[;\t\r\n])'(?='*[=+\-@])/g, "");
}
