import type { Occurrence } from "@/lib/adapters/calendar/occurrence";
import type { ReadCards } from "@/lib/adapters/contacts/read-person";
import { kindsOfFile } from "@/lib/adapters/reader-worker/file-kind";
import { readCardsInPieces } from "@/lib/adapters/reader-worker/read-cards-in-pieces";
import { readFileSafely } from "@/lib/adapters/reader-worker/read-file-safely";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import type { ReadTable } from "@/lib/domain/import/columns";
import type { CardReading, EventReading, ReadFile } from "@/lib/domain/import/payload";
import { calendarWindow } from "@/lib/use-cases/calendar/spread-series";
import { type CalendarOwner, eventFromEntry, FEW_OCCURRENCES } from "@/lib/use-cases/import/event-from-entry";
import { markOlder } from "@/lib/use-cases/import/mark-older";
import { personFromCard } from "@/lib/use-cases/import/person-from-card";
import { withInvitations } from "@/lib/use-cases/import/read-invitations";
import { headingSum, type Layout, readRow, understandTable } from "@/lib/use-cases/import/understand-table";

export type GivenFile = { name: string; bytes: Uint8Array };

/** Some of what is in the files, in their order; the last of a file tells of the whole file. */
export type PieceRead = {
  people: CardReading[];
  events: EventReading[];
  skipped: { label: string; why: string }[];
  notes: string[];
  table?: ReadTable;
};

export type Reading = { owner: CalendarOwner; findLayout: (sum: string) => Promise<Layout | null> };

const ROWS_AT_ONCE = 1_000;
/** Tables and JSON are read in one go: an honest megabyte takes a tenth of this. */
const MILLISECONDS_PER_MEGABYTE = 150;

/**
 * Reads files in the reader's thread, one after the other and piece by piece, so that no long file is ever held whole as
 * objects. What cannot be read is told among the skipped; the others go on. `files` grows as files end.
 */
export async function* readFiles(
  given: GivenFile[],
  how: Reading,
  files: ReadFile[],
): AsyncGenerator<PieceRead> {
  let tables = 0;
  for (const file of given) {
    const told = {
      name: file.name,
      bytes: file.bytes.byteLength,
      people: 0,
      events: 0,
      skipped: 0,
      notes: [] as string[],
    };
    files.push(told);
    for await (const piece of piecesOf(file, how, tables)) {
      told.people += piece.people.length;
      told.events += piece.events.length;
      told.skipped += piece.skipped.length;
      told.notes.push(...piece.notes.slice(0, 20 - told.notes.length));
      if (piece.table) tables += 1;
      yield piece;
    }
  }
}

async function* piecesOf(file: GivenFile, how: Reading, tables: number): AsyncGenerator<PieceRead> {
  const kinds = kindsOfFile(file.bytes, file.name);
  if (kinds.length === 0) {
    const why = "This is neither an address book (.vcf, .csv, .json) nor a calendar (.ics).";
    yield { ...nothing(), skipped: [{ label: file.name, why }] };
  }
  if (kinds.includes("vcard")) {
    for await (const piece of readCardsInPieces(file.bytes, { keepPictures: true })) {
      yield piece.ok
        ? fromCards(file, piece.read)
        : { ...nothing(), skipped: [{ label: `${file.name}, from line ${piece.line}`, why: piece.why }] };
    }
  }
  if (kinds.includes("people-json")) yield await readJsonOf(file);
  if (kinds.includes("table")) yield* readTableOf(file, how, tables);
  if (kinds.includes("icalendar")) yield await readCalendarOf(file, how.owner);
}

function nothing(): PieceRead {
  return { people: [], events: [], skipped: [], notes: [] };
}

function fromCards(file: GivenFile, read: ReadCards): PieceRead {
  return {
    people: read.people.map(personFromCard),
    events: [],
    skipped: read.skipped.map(({ line, why }) => ({ label: `${file.name}, line ${line}`, why })),
    notes: read.notes,
  };
}

async function readJsonOf(file: GivenFile): Promise<PieceRead> {
  const read = await readFileSafely({ kind: "people-json" }, file.bytes, { timeoutMs: timeFor(file) });
  if (read.ok) return fromCards(file, read.value);
  const isOther = read.refusal.code === "unreadable";
  const why = isOther ? "This JSON is neither Firsthand's own nor Monica's." : read.refusal.sentence;
  return { ...nothing(), skipped: [{ label: file.name, why }] };
}

async function* readTableOf(file: GivenFile, how: Reading, table: number): AsyncGenerator<PieceRead> {
  const read = await readFileSafely({ kind: "table" }, file.bytes, { timeoutMs: timeFor(file) });
  if (!read.ok) {
    const isOther = read.refusal.code === "unreadable";
    const why = isOther ? "This is not a table that can be read." : read.refusal.sentence;
    yield { ...nothing(), skipped: [{ label: file.name, why }] };
    return;
  }
  const { rows, notes, headings } = read.value;
  const understood = understandTable(file.name, read.value, await how.findLayout(headingSum(headings)));
  yield { ...nothing(), notes, table: understood };
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE);
    yield { ...nothing(), people: some.map((row, n) => readRow(understood, row, table, from + n + 2)) };
  }
}

async function readCalendarOf(file: GivenFile, owner: CalendarOwner): Promise<PieceRead> {
  const { from, to, zone } = calendarWindow(owner.at, owner.zone);
  const today = dayAt(owner.at.getTime(), zone);
  const few = { from: today, most: FEW_OCCURRENCES };
  const job = { kind: "calendar", window: { from, to, zone }, few } as const;
  const calendar = await readFileSafely(job, file.bytes);
  if (!calendar.ok) return { ...nothing(), skipped: [{ label: file.name, why: calendar.refusal.sentence }] };
  const { events, occurrences = [], skipped, todos, notes } = calendar.value;
  const times = new Map<number, Occurrence[]>();
  for (const one of occurrences) {
    const list = times.get(one.eventIndex);
    if (list) list.push(one);
    else times.set(one.eventIndex, [one]);
  }
  return {
    people: [],
    events: withInvitations(
      markOlder(events.map((event, index) => eventFromEntry(event, times.get(index) ?? [], owner))),
      owner,
    ),
    skipped: [
      ...skipped.map(({ line, component, summary, why }) => ({
        label: summary ?? `${file.name}, ${component}, line ${line}`,
        why,
      })),
      ...todos.map(({ summary, line }) => ({
        label: summary ?? `${file.name}, line ${line}`,
        why: "To-dos of a calendar are not imported: only its events are.",
      })),
    ],
    notes,
  };
}

function timeFor({ bytes }: GivenFile): number {
  return Math.max(1000, Math.ceil((bytes.byteLength / 1_000_000) * MILLISECONDS_PER_MEGABYTE));
}
