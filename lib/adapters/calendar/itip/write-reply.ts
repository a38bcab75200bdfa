import type { ReadTime } from "@/lib/adapters/calendar/read-event-types";
import { writeCalendar } from "@/lib/adapters/calendar/write-calendar";
import { once, textLine } from "@/lib/adapters/calendar/write-event";
import { dayTime, timeIn } from "@/lib/adapters/calendar/write-time";
import type { CalendarAnswer } from "@/lib/domain/calendar/answer";

/** What an answer leaves with. `stamp` is when it was let go; `sentBy` the address of the assistant who let it, null for the client. */
export type ReplyParts = { stamp: Date; words: string; sentBy: string | null };

/**
 * The calendar part of an answer (RFC 5546 §3.2.3 REPLY, §3.2.7 COUNTER): of exactly what was asked (UID, SEQUENCE, and RECURRENCE-ID in
 * the form in which it came), by the one ATTENDEE who was asked, to the organiser. Nobody else who is on the list stands in it.
 */
export function writeReply(answer: CalendarAnswer, { stamp, words, sentBy }: ReplyParts): string {
  const { uid, sequence, summary, place, method, organiser, attendee, partstat } = answer;
  const comment = textLine("COMMENT", words);
  const more = [
    person("ORGANIZER", organiser, []),
    person("ATTENDEE", attendee, [
      `PARTSTAT=${partstat}`,
      // Who sends in somebody's name says so (RFC 5545 §3.2.18).
      ...(sentBy === null ? [] : [`SENT-BY=${quoted(`mailto:${addressOf(sentBy)}`)}`]),
    ]),
    ...(method === "REPLY" ? ["REQUEST-STATUS:2.0;Success"] : []),
    ...(comment === "" ? [] : [comment]),
  ];
  const entry = {
    ...once(startOf(answer), endOf(answer)),
    recurrenceId: recurrenceOf(answer),
    uid,
    stamp,
    sequence,
    summary,
    location: place,
    more,
  };
  return writeCalendar({ method }, [entry]);
}

function startOf({ allDay, firstDay, startsAt, zone }: CalendarAnswer): ReadTime {
  return allDay && firstDay !== null ? dayTime(firstDay) : timeIn(zone ?? "UTC", new Date(startsAt));
}

function endOf({ allDay, endDay, endsAt, startsAt, zone }: CalendarAnswer): ReadTime | null {
  if (allDay && endDay !== null) return dayTime(endDay);
  return endsAt === startsAt ? null : timeIn(zone ?? "UTC", new Date(endsAt));
}

function recurrenceOf({ recurrenceId }: CalendarAnswer): ReadTime | null {
  if (recurrenceId === null) return null;
  const { local, zone, isDay } = recurrenceId;
  if (isDay) return dayTime(local.slice(0, 10));
  const plain = { local, writtenZone: null };
  if (zone === "UTC") return { ...plain, kind: "utc", zone, utc: `${local}Z` };
  return { ...plain, kind: zone === null ? "floating" : "zoned", zone, utc: null };
}

/** A calendar address with the name it is shown under (RFC 5545 §3.3.3, §3.2.2). */
function person(property: string, { name, address }: CalendarAnswer["attendee"], params: string[]): string {
  const named = name.trim() === "" ? [] : [`CN=${quoted(name)}`];
  return `${[property, ...named, ...params].join(";")}:mailto:${addressOf(address)}`;
}

/** Nothing in a value of a parameter can end it (RFC 5545 §3.1); nothing in an address can begin another line. */
function quoted(text: string): string {
  return `"${text
    .toWellFormed()
    .replace(/[\p{Cc}"\u2028\u2029]+/gu, " ")
    .trim()}"`;
}

function addressOf(address: string): string {
  return address.toWellFormed().replace(/[\s\p{Cc}"<>\u2028\u2029]+/gu, "");
}
