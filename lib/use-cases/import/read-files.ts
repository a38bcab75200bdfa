import type { Occurrence } from "@/lib/adapters/calendar/occurrence";
import { kindsOfFile } from "@/lib/adapters/reader-worker/file-kind";
import { readFileSafely } from "@/lib/adapters/reader-worker/read-file-safely";
import type { CardReading, EventReading, ReadFile } from "@/lib/domain/import/payload";
import { calendarWindow } from "@/lib/use-cases/calendar/spread-series";
import { type CalendarOwner, eventFromEntry } from "@/lib/use-cases/import/event-from-entry";
import { personFromCard } from "@/lib/use-cases/import/person-from-card";

export type GivenFile = { name: string; bytes: Uint8Array };

/** Everything that was in the files. `pictures` counts those left out. */
export type FilesRead = {
  files: ReadFile[];
  people: CardReading[];
  events: EventReading[];
  skipped: { label: string; why: string }[];
  pictures: number;
};

/** A big file may take longer than a small one, so that a small hostile one still ends within a second. */
const MILLISECONDS_PER_MEGABYTE = 400;

/** Reads files in the reader's thread, one after the other. A file that cannot be read is told among the skipped; the others go on. */
export async function readFiles(given: GivenFile[], owner: CalendarOwner): Promise<FilesRead> {
  const read: FilesRead = { files: [], people: [], events: [], skipped: [], pictures: 0 };
  for (const file of given) {
    const before = { people: read.people.length, events: read.events.length, skipped: read.skipped.length };
    const notes = await readOne(file, owner, read);
    read.files.push({
      name: file.name,
      bytes: file.bytes.byteLength,
      people: read.people.length - before.people,
      events: read.events.length - before.events,
      skipped: read.skipped.length - before.skipped,
      notes: notes.slice(0, 20),
    });
  }
  return read;
}

async function readOne(file: GivenFile, owner: CalendarOwner, into: FilesRead): Promise<string[]> {
  const kinds = kindsOfFile(file.bytes, file.name);
  const timeoutMs = Math.max(
    1000,
    Math.ceil((file.bytes.byteLength / 1_000_000) * MILLISECONDS_PER_MEGABYTE),
  );
  if (kinds.length === 0) {
    into.skipped.push({
      label: file.name,
      why: "This is neither an address book (.vcf) nor a calendar (.ics).",
    });
    return [];
  }
  const notes: string[] = [];
  if (kinds.includes("vcard")) {
    const cards = await readFileSafely({ kind: "cards", keepPictures: false }, file.bytes, { timeoutMs });
    if (!cards.ok) into.skipped.push({ label: file.name, why: cards.refusal.sentence });
    else {
      into.pictures += cards.value.people.filter((person) => person.photo !== null).length;
      for (const card of cards.value.people) into.people.push(personFromCard(card));
      for (const { line, why } of cards.value.skipped) {
        into.skipped.push({ label: `${file.name}, line ${line}`, why });
      }
      notes.push(...cards.value.notes);
    }
  }
  if (kinds.includes("icalendar")) notes.push(...(await readCalendarOf(file, owner, into, timeoutMs)));
  return notes;
}

async function readCalendarOf(
  file: GivenFile,
  owner: CalendarOwner,
  into: FilesRead,
  timeoutMs: number,
): Promise<string[]> {
  const { from, to, zone } = calendarWindow(owner.at, owner.zone);
  const job = { kind: "calendar", window: { from, to, zone } } as const;
  const calendar = await readFileSafely(job, file.bytes, { timeoutMs });
  if (!calendar.ok) {
    into.skipped.push({ label: file.name, why: calendar.refusal.sentence });
    return [];
  }
  const { events, occurrences = [], skipped, todos, notes } = calendar.value;
  const times = new Map<number, Occurrence[]>();
  for (const one of occurrences) {
    const list = times.get(one.eventIndex);
    if (list) list.push(one);
    else times.set(one.eventIndex, [one]);
  }
  for (const [index, event] of events.entries()) {
    into.events.push(eventFromEntry(event, times.get(index) ?? [], owner));
  }
  for (const { line, component, summary, why } of skipped) {
    into.skipped.push({ label: summary ?? `${file.name}, ${component}, line ${line}`, why });
  }
  for (const { summary, line } of todos) {
    into.skipped.push({
      label: summary ?? `${file.name}, line ${line}`,
      why: "To-dos of a calendar are not imported: only its events are.",
    });
  }
  return notes;
}
