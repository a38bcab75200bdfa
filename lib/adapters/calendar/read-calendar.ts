import { CalendarZones } from "@/lib/adapters/calendar/calendar-zones";
import { type Component, MOST_EVENTS, readComponents } from "@/lib/adapters/calendar/component";
import { componentsFromJson } from "@/lib/adapters/calendar/json-calendar";
import { readEvent } from "@/lib/adapters/calendar/read-event";
import type { ReadEvent, ReadTodo } from "@/lib/adapters/calendar/read-event-types";
import { readTime, type TimeContext } from "@/lib/adapters/calendar/read-time";
import { AsksTooMuch } from "@/lib/adapters/content-lines/asks-too-much";
import { textValue } from "@/lib/adapters/content-lines/text-values";
import { toByteText } from "@/lib/adapters/content-lines/to-byte-text";

const MOST_SKIPPED = 1_000;

export type SkippedEntry = {
  line: number;
  /** "VEVENT", "VFREEBUSY"…, with the entry's own words when it has some. */
  component: string;
  uid: string | null;
  summary: string | null;
  why: string;
};

export type ReadCalendar = {
  /** The first METHOD of the file, upper case: REQUEST and CANCEL are invitations, PUBLISH and null are plain entries. */
  method: string | null;
  calendarName: string | null;
  events: ReadEvent[];
  todos: ReadTodo[];
  skipped: SkippedEntry[];
  notes: string[];
};

/**
 * Reads every calendar of a file (iCalendar 2.0, vCalendar 1.0, jCal). Each entry stands alone: one that cannot be put on
 * a calendar is skipped with a reason, a line that cannot be read is dropped with a note. Events may stand in a
 * VCALENDAR, in an unknown block, or alone. Throws {@link AsksTooMuch} beyond 20,000 events, and nothing else.
 */
export function readCalendar(bytes: Uint8Array): ReadCalendar {
  const { text, notes } = toByteText(bytes);
  const json = componentsFromJson(text);
  const { root, notes: lineNotes } = json ? { root: json, notes: [] } : readComponents(text);
  const found: ReadCalendar = {
    method: null,
    calendarName: null,
    events: [],
    todos: [],
    skipped: [],
    notes: [...notes, ...lineNotes],
  };
  const zoneComponents: Component[] = [];
  collectZones(root, zoneComponents);
  const zones = new CalendarZones(zoneComponents);
  const context: TimeContext = { zones, ownZones: new Map(), note: () => undefined };
  readChildren(root, null, context, found);
  return found;
}

function readChildren(
  parent: Component,
  inherited: string | null,
  context: TimeContext,
  found: ReadCalendar,
): void {
  const method = textOf(parent, "METHOD")?.toUpperCase() ?? inherited;
  found.method ??= method;
  if (parent.name === "VCALENDAR" || parent.name === "") {
    found.calendarName ??= textOf(parent, "X-WR-CALNAME") ?? textOf(parent, "NAME");
  }
  for (const child of parent.children) {
    if (child.name === "VEVENT") keepEvent(child, method, context, found);
    else if (child.name === "VTODO") keepTodo(child, context, found);
    else if (child.name === "VJOURNAL") skip(child, "It is a journal entry, not a date.", found);
    else if (child.name === "VFREEBUSY") skip(child, "It only says when somebody is busy.", found);
    else if (child.name === "VAVAILABILITY") skip(child, "It only says when somebody is available.", found);
    else if (child.name !== "VTIMEZONE" && child.name !== "VALARM")
      readChildren(child, method, context, found);
  }
}

function keepEvent(
  component: Component,
  method: string | null,
  context: TimeContext,
  found: ReadCalendar,
): void {
  if (found.events.length >= MOST_EVENTS) throw new AsksTooMuch(`${MOST_EVENTS.toLocaleString("en")} events`);
  try {
    const read = readEvent(component, method, context);
    if ("why" in read) skip(component, read.why, found);
    else found.events.push(read.event);
  } catch {
    skip(component, "The event could not be understood.", found);
  }
  for (const child of component.children)
    if (child.name === "VEVENT") keepEvent(child, method, context, found);
}

function keepTodo(component: Component, context: TimeContext, found: ReadCalendar): void {
  if (found.todos.length >= MOST_EVENTS) throw new AsksTooMuch(`${MOST_EVENTS.toLocaleString("en")} to-dos`);
  const time = (name: string) => {
    const line = component.lines.find((candidate) => candidate.name === name);
    return line ? readTime(line.value, line, context) : null;
  };
  const priority = textOf(component, "PRIORITY") ?? "";
  found.todos.push({
    uid: textOf(component, "UID"),
    summary: textOf(component, "SUMMARY"),
    description: textOf(component, "DESCRIPTION"),
    due: time("DUE"),
    start: time("DTSTART"),
    status: textOf(component, "STATUS")?.toLowerCase() ?? null,
    completed: time("COMPLETED")?.utc ?? null,
    priority: /^\d$/.test(priority) ? Number(priority) : null,
    line: component.line,
  });
}

function skip(component: Component, why: string, found: ReadCalendar): void {
  if (found.skipped.length >= MOST_SKIPPED) return;
  const [uid, summary] = [textOf(component, "UID"), textOf(component, "SUMMARY")];
  found.skipped.push({ line: component.line, component: component.name, uid, summary, why });
}

function collectZones(component: Component, into: Component[]): void {
  for (const child of component.children) {
    if (child.name === "VTIMEZONE") into.push(child);
    else collectZones(child, into);
  }
}

function textOf(component: Component, name: string): string | null {
  const line = component.lines.find((candidate) => candidate.name === name);
  return (line && textValue(line)) || null;
}
