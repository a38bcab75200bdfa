import type { Standpoint } from "@/lib/adapters/calendar/event-plan";
import { type Occurrence, ownSpan, timeText } from "@/lib/adapters/calendar/occurrence";
import type { SkippedEntry } from "@/lib/adapters/calendar/read-calendar";
import type { ReadEvent, ReadTodo } from "@/lib/adapters/calendar/read-event-types";
import { answerSaid, asksGuests } from "@/lib/domain/calendar/which-ask";

type PrintedOccurrence = Pick<
  Occurrence,
  "recurrenceId" | "start" | "end" | "startUtc" | "endUtc" | "allDay"
>;

/** What of an occurrence its event does not say already. */
export function printOccurrence(occurrence: Occurrence): PrintedOccurrence {
  const { recurrenceId, start, end, startUtc, endUtc, allDay } = occurrence;
  return { recurrenceId, start, end, startUtc, endUtc, allDay };
}

/** An event with flat keys; `start` and `end` as its occurrences have them, whether or not they are in the window. */
export function inspectEvent(event: ReadEvent, from: Standpoint) {
  const span = ownSpan(event, from.zone.id);
  const text = (time: Parameters<typeof timeText>[0]) => timeText(time, event, from);
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    location: event.location,
    url: event.url,
    conferences: event.conferences,
    imported: true as boolean,
    start: span.start as string | null,
    end: span.end as string | null,
    startUtc: span.startUtc as string | null,
    endUtc: span.endUtc as string | null,
    allDay: span.allDay,
    floating: span.floating,
    timeZone: event.start.zone,
    writtenTimeZone: event.start.writtenZone,
    recurring: event.rules.length > 0 || event.rdates.length > 0,
    rules: event.rules,
    rdates: event.rdates.map((period) => text(period.start)),
    exdates: event.exdates.map(text),
    recurrenceId: event.recurrenceId && text(event.recurrenceId),
    replacesFollowing: event.replacesFollowing,
    status: event.status,
    class: event.class,
    private: event.privateFlag,
    transparency: event.transparency,
    organizer: event.organizer,
    attendees: event.attendees,
    asks: whomItAsks(event),
    categories: event.categories,
    priority: event.priority,
    alarms: event.alarms,
    geo: event.geo,
    method: event.method,
    sequence: event.sequence,
    created: event.created,
    lastModified: event.lastModified,
    occurrences: [] as PrintedOccurrence[],
    notes: event.notes,
    line: event.line,
  };
}

/** Whose answer is still open: on the desk of a client with one of these addresses it is an invitation, until it is over. */
function whomItAsks({ method, organizer, attendees, status }: ReadEvent): string[] {
  const organiser = organizer?.name ?? organizer?.email ?? "";
  if (!asksGuests({ method, organiser, isCancelled: status?.toUpperCase() === "CANCELLED" })) return [];
  return attendees.flatMap(({ email, status: said }) => {
    const address = email?.toLowerCase() ?? "";
    const isOpen = address !== "" && address !== organizer?.email?.toLowerCase();
    return isOpen && answerSaid(said) === "needs-action" ? [address] : [];
  });
}

/** An event that has no readable date: it stays out of the calendar, and says why. */
export function inspectUndated(entry: SkippedEntry) {
  return {
    uid: entry.uid,
    summary: entry.summary,
    imported: false as boolean,
    start: null as string | null,
    end: null as string | null,
    occurrences: [] as PrintedOccurrence[],
    notes: [entry.why],
    line: entry.line,
  };
}

export function inspectTodo(todo: ReadTodo) {
  return {
    ...todo,
    due: todo.due?.utc ?? todo.due?.local ?? null,
    start: todo.start?.utc ?? todo.start?.local ?? null,
  };
}
