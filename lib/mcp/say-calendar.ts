import type { TimeCheck } from "@/lib/domain/calendar/conflicts";
import type { EventDetail } from "@/lib/domain/calendar/event";
import type { CalendarEntry, CalendarView } from "@/lib/domain/calendar/view";
import { nameOf, type Quoted, quote, quoteLine } from "@/lib/mcp/quote";

const where = "an entry of the calendar; invitations, files and other calendars are read too";

/** A stretch of days. */
export function sayCalendar({ from, to, today, zone, hours, entries, isCut }: CalendarView) {
  return { from, to, today, zone, hours, isCut, entries: entries.map(sayEntry) };
}

function sayEntry(entry: CalendarEntry) {
  const { type, firstDay, lastDay, time, endTime } = entry;
  const when = { type, firstDay, lastDay, time, endTime, title: quoteLine(entry.title, where) };
  switch (entry.type) {
    case "task":
      return {
        ...when,
        ...some(entry, ["taskId", "kind", "tag", "state", "isLate"]),
        person: nameIn(entry.personName),
      };
    case "day":
      return {
        ...when,
        ...some(entry, ["kind", "personId", "years", "task"]),
        person: nameIn(entry.personName),
      };
    case "event":
      return {
        ...when,
        ...some(entry, [
          "eventId",
          "version",
          "startsAt",
          "endsAt",
          "isRepeating",
          "own",
          "held",
          "clash",
          "answer",
        ]),
        ...some(entry, ["check", "missing", "hasGuests"]),
        place: quoteLine(entry.place, where),
        link: quoteLine(entry.link, where),
        organiser: quoteLine(entry.organiser, where),
        zone: quoteLine(entry.otherZone, where),
      };
    case "kept":
      return { ...when, source: entry.source };
    default:
      return when;
  }
}

function nameIn(name: string | null): Quoted | null {
  return quoteLine(name, "a name in the address book");
}

function some<T, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}

/** One entry, with what it says of itself. */
export function sayEvent(event: EventDetail) {
  return {
    ...some(event, ["id", "version", "startsAt", "endsAt", "allDay", "isRepeating", "own", "held", "answer"]),
    ...some(event, ["isFree", "travelMinutes"]),
    title: quoteLine(event.summary, where),
    place: quoteLine(event.place, where),
    link: quoteLine(event.link, where),
    note: quote(event.note, where),
    zone: quoteLine(event.zone, where),
    status: quoteLine(event.status, where),
    repeats: quoteLine(event.repeatWords, "how often the entry says it happens"),
    organiser: quoteLine(event.organiser, where),
    calendar: quoteLine(event.calendarName, "the name of the calendar it is read from"),
    madeBy: nameOf(event.madeBy),
    isMadeByAgent: event.isMadeByAgent,
    guests: event.guests.map(({ name, email, personId }) => ({
      personId,
      name: quoteLine(name, where),
      email: quoteLine(email, where),
    })),
    tasks: event.tasks.map(({ title, ...task }) => ({
      ...task,
      title: quoteLine(title, "the title of a task"),
    })),
    isChecked: event.check !== null,
  };
}

/** What stands in the way of a time, and which are free. */
export function sayTimes({ conflicts, slots, slotText }: TimeCheck) {
  return {
    conflicts: conflicts.map(({ title, ...one }) => ({ ...one, title: quoteLine(title, where) })),
    free: slots,
    freeInWords: slotText,
  };
}
