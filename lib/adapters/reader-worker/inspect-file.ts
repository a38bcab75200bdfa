import { expandOccurrences, type Window } from "@/lib/adapters/calendar/expand-occurrences";
import { type ReadCalendar, readCalendar } from "@/lib/adapters/calendar/read-calendar";
import { fixedZone, zoneById } from "@/lib/adapters/calendar/zone";
import { readEachCard } from "@/lib/adapters/contacts/read-cards";
import { type FileKind, kindsOfFile } from "@/lib/adapters/reader-worker/file-kind";
import {
  inspectEvent,
  inspectTodo,
  inspectUndated,
  printOccurrence,
} from "@/lib/adapters/reader-worker/inspect-event";
import { inspectPerson } from "@/lib/adapters/reader-worker/inspect-person";
import { JsonSink } from "@/lib/adapters/reader-worker/json-sink";

type Head = { file: string; kind: FileKind; method?: string | null; calendarName?: string | null };

/** What comes after people and events. */
type Tail = { todos: unknown[]; skipped: { where: string; why: string }[]; notes: string[] };

/**
 * What an import of the file would make, with the occurrences in the window, as one JSON text in UTF-8 (docs/inspect.md).
 * Each person becomes text at once: ten thousand of them held as objects cost more than reading them. Throws what the
 * readers throw.
 */
export function inspectFile(fileName: string, bytes: Uint8Array, window: Window): Uint8Array {
  const kinds = kindsOfFile(bytes, fileName);
  const calendar = kinds.includes("icalendar") ? readCalendar(bytes) : null;
  const head: Head = { file: fileName, kind: kinds[0] ?? "unknown" };
  if (calendar) Object.assign(head, { method: calendar.method, calendarName: calendar.calendarName });
  const tail: Tail = { todos: [], skipped: [], notes: [] };
  if (kinds.length === 0) {
    tail.skipped.push({ where: "file", why: "This is neither address cards nor a calendar." });
  }
  const sink = new JsonSink();
  sink.add(JSON.stringify(head).slice(0, -1));
  sink.beginList("people");
  if (kinds.includes("vcard")) addPeople(bytes, sink, tail);
  sink.endList();
  sink.beginList("events");
  if (calendar) addEvents(calendar, window, sink, tail);
  sink.endList();
  sink.add(`,${JSON.stringify(tail).slice(1)}`);
  return sink.take();
}

function addPeople(bytes: Uint8Array, sink: JsonSink, tail: Tail): void {
  const { skipped, notes } = readEachCard(bytes, { keepPictures: false }, (person) => {
    sink.addItem(inspectPerson(person));
  });
  for (const { index, line, why } of skipped)
    tail.skipped.push({ where: `line ${line}, card ${index + 1}`, why });
  tail.notes.push(...notes);
}

function addEvents(calendar: ReadCalendar, window: Window, sink: JsonSink, tail: Tail): void {
  const from = { zone: zoneById(window.zone) ?? fixedZone(0) };
  const { occurrences, cutOff } = expandOccurrences(calendar.events, window);
  const events = calendar.events.map((event) => inspectEvent(event, from));
  for (const occurrence of occurrences) {
    events[occurrence.eventIndex]?.occurrences.push(printOccurrence(occurrence));
  }
  for (const { eventIndex, why } of cutOff) events[eventIndex]?.notes.push(why);
  const undated = calendar.skipped.filter((entry) => entry.component === "VEVENT").map(inspectUndated);
  for (const event of [...events, ...undated].sort((a, b) => a.line - b.line)) sink.addItem(event);
  tail.todos = calendar.todos.map(inspectTodo);
  for (const { line, component, uid, summary, why } of calendar.skipped) {
    const name = summary ?? uid;
    tail.skipped.push({ where: `line ${line}, ${component}${name ? ` "${name.slice(0, 80)}"` : ""}`, why });
  }
  tail.notes.push(...calendar.notes);
}
